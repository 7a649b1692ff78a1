import { addMonths, dayNumber, fromDayNumber } from '@vouchsafe/event-schema';
import { lastDay, type Frame } from './frame.js';
import type { History, HistoryPart, Person } from './history.js';
import { lastStanding } from './people.js';

/** By what a figure is broken down. PERSON names people and is for those who may see them. */
export type Dimension = 'MONTH' | 'PROGRAM' | 'COHORT' | 'UNIT' | 'LEVEL' | 'PERSON';

export interface Slice<Needs extends HistoryPart = HistoryPart> { readonly group: string; readonly history: Pick<History, Needs>; readonly frame: Frame }

const UNKNOWN = 'unknown';

/** Months of a frame, the first and the last cut by it. */
export const monthsOf = (frame: Frame): { readonly month: string; readonly frame: Frame }[] => {
  const months = [];
  for (let month = `${fromDayNumber(frame.from).slice(0, 7)}-01`; dayNumber(month) <= lastDay(frame); month = addMonths(month, 1)) {
    months.push({ month, frame: { ...frame, from: Math.max(frame.from, dayNumber(month)), to: Math.min(frame.to, dayNumber(addMonths(month, 1)) - 1) } });
  }
  return months;
};

/** Where somebody belongs on the last day, or belonged last. */
const placeOf = (by: 'UNIT' | 'LEVEL' | 'PERSON', people: readonly Person[], frame: Frame): ((personId: string) => string) => {
  if (by === 'PERSON') return (personId) => personId;
  const places = new Map(people.map((person): [string, string] => {
    const standing = lastStanding(person, lastDay(frame));
    return [person.personId, (by === 'UNIT' ? standing?.unit : standing?.rank?.toString()) ?? UNKNOWN];
  }));
  return (personId) => places.get(personId) ?? UNKNOWN;
};

/** Facts cut into groups, each a history of its own, so that every measure can be broken down by everything. In the order of the groups' names.
 * Actions and pledges go with their commitment. Where people have no cohort or programme of their own all are in each, since any may be compared. */
export const slicesBy = (history: Pick<History, 'people'> & Partial<History>, by: Dimension, about: 'PROTEGES' | 'SPONSORS', frame: Frame): Slice[] => {
  const { rules = [], enrolments = [], commitments = [], actions = [], pledges = [], outcomes = [], people, sponsorships = [] } = history;
  if (by === 'MONTH') return monthsOf(frame).map(({ month, frame: cut }) => ({ group: month, history: { rules, enrolments, commitments, actions, pledges, outcomes, people, sponsorships }, frame: cut }));

  const groups = new Map<string, { [Part in Exclude<HistoryPart, 'rules'>]: History[Part][number][] }>();
  const into = (group: string) => {
    const found = groups.get(group) ?? { enrolments: [], commitments: [], actions: [], pledges: [], outcomes: [], people: [], sponsorships: [] };
    groups.set(group, found);
    return found;
  };
  const groupOfCommitment = new Map<string, string>();
  const place = by === 'PROGRAM' || by === 'COHORT' ? null : placeOf(by, people, frame);
  const key = by === 'COHORT' ? 'cohortId' : 'programId';
  for (const each of enrolments) into(place ? place(each.personId) : each[key]).enrolments.push(each);
  for (const each of commitments) {
    const group = place ? place(about === 'SPONSORS' ? each.sponsorId : each.protegeId) : each[key] ?? UNKNOWN;
    groupOfCommitment.set(each.commitmentId, group);
    into(group).commitments.push(each);
  }
  for (const each of actions) into(groupOfCommitment.get(each.commitmentId) ?? UNKNOWN).actions.push(each);
  for (const each of pledges) into(groupOfCommitment.get(each.commitmentId) ?? UNKNOWN).pledges.push(each);
  const cohortsOf = new Map<string, Set<string>>();
  if (by === 'COHORT') for (const { personId, cohortId } of enrolments) cohortsOf.set(personId, (cohortsOf.get(personId) ?? new Set()).add(cohortId));
  for (const each of outcomes) for (const group of place ? [place(each.personId)] : by === 'COHORT' ? cohortsOf.get(each.personId) ?? [] : [each.programId ?? UNKNOWN]) into(group).outcomes.push(each);
  if (place) {
    const isWanted = (group: string): boolean => by !== 'PERSON' || groups.has(group); // nobody is listed for being eligible
    for (const each of people) if (isWanted(place(each.personId))) into(place(each.personId)).people.push(each);
    for (const each of sponsorships) if (isWanted(place(each.protegeId))) into(place(each.protegeId)).sponsorships.push(each);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([group, found]) => ({
    group, frame,
    history: { ...found, rules: by === 'PROGRAM' ? rules.filter(({ programId }) => programId === group) : rules, ...(place ? {} : { people, sponsorships }) },
  }));
};
