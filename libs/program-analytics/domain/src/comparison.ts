import { followUp, freezeComparison, pairIndexDates, type FollowUp, type FrozenComparison, type Stratum, type Watched, withinHorizon } from '@vouchsafe/statistics';
import { isWithin, lastDay, type Frame } from './frame.js';
import { groupBy, heldOn, type Commitment, type Day, type Person, type Rules, type Sponsorship } from './history.js';
import type { Tools } from './measure.js';
import { eligibleTimes, exitAfter, standingOn, tenureBand, TENURE_NAMES } from './people.js';
import { firstMadeOn } from './sponsorships.js';

/** What is waited for, by the days on which it happened to somebody. */
export type OutcomeDays = (person: Person) => readonly Day[];

export interface Compared {
  readonly treated: readonly FollowUp[];
  readonly comparison: readonly FollowUp[];
  /** Alike on the index date: level, function and band of tenure. @param horizon in days */
  readonly strata: (horizon: number) => Stratum[];
  readonly frozen: FrozenComparison;
  /** Sponsored people who are in neither arm. */
  readonly left: { readonly unpaired: number; readonly notEligible: number; readonly sponsoredBefore: number };
}

const RULE = 'Eligible, there and never sponsored on the index date of the sponsored person they are paired with; drawn from all such, each once at most. Within strata: of the same level, function and band of tenure on that day';

const stratumOf = (person: Person, day: Day): string => {
  const standing = standingOn(person, day);
  return `level ${standing?.rank ?? 'unknown'}, ${standing?.function ?? 'function unknown'}, ${TENURE_NAMES[tenureBand(person, day)]!}`;
};

/** Sponsored people of the frame and those they are compared with, each from an index date on: the start of the first sponsorship, which the comparison
 * person is given as well. Everything that chooses lies before that day, and what is watched after it, so that nobody's waiting is counted as time
 * under a sponsor, and nobody is chosen by what became of them. */
export const compare = (
  { people, rules, commitments, sponsorships }: { people: readonly Person[]; rules: readonly Rules[]; commitments: readonly Commitment[]; sponsorships: readonly Sponsorship[] },
  frame: Frame, outcomesOf: OutcomeDays, { bits, digest }: Tools,
): Compared => {
  const end = lastDay(frame);
  const here = firstMadeOn(commitments);
  const anywhere = firstMadeOn(sponsorships);
  const left = { unpaired: 0, notEligible: 0, sponsoredBefore: 0 };
  const persons = new Map(people.map((person) => [person.personId, person]));
  const seen = new Map<string, Watched>();
  const choosing: Watched[] = [];
  for (const person of people) {
    const { personId } = person;
    const sponsoredOn = anywhere.get(personId) ?? null;
    const madeHere = here.get(personId);
    const isTreated = madeHere !== undefined && isWithin(frame, madeHere);
    if (isTreated && sponsoredOn !== null && sponsoredOn < madeHere) left.sponsoredBefore += 1;
    const times = eligibleTimes(person, rules).filter(({ from, until }) => from <= end && (until === null || until > frame.from));
    const time = isTreated ? times.find((each) => heldOn(each, madeHere)) : times[0];
    if (!time) {
      if (isTreated) left.notEligible += 1;
      continue;
    }
    const exitOn = exitAfter(person, time.from);
    // Whoever was sponsored in the frame elsewhere is at risk until then, and treated by none of these programmes.
    const watched: Watched = { id: personId, from: time.from, sponsoredOn, outcomes: outcomesOf(person), exitOn, watchedTo: end };
    seen.set(personId, watched);
    // Chosen only while eligible. Who is sponsored outside the frame or elsewhere is no treated person here, but at risk until their day.
    const isChosen = sponsoredOn === null || (isTreated && sponsoredOn === madeHere);
    choosing.push({ ...watched, exitOn: isChosen ? time.until : Math.min(time.until ?? Infinity, sponsoredOn) });
  }
  const { pairs, unpaired } = pairIndexDates(choosing, bits);
  left.unpaired = unpaired.length;
  const [treated, comparison] = [pairs.map(({ treated: one, day }) => followUp(seen.get(one.id)!, day)), pairs.map(({ comparison: other, day }) => followUp(seen.get(other.id)!, day))];
  const strata = (horizon: number): Stratum[] => {
    const arm = (followUps: readonly FollowUp[]) => groupBy(followUps, ({ id, day }) => stratumOf(persons.get(id)!, day));
    const [ones, others] = [arm(treated), arm(comparison)];
    return [...new Set([...ones.keys(), ...others.keys()])].sort().map((name) => ({ name, one: withinHorizon(ones.get(name) ?? [], horizon), other: withinHorizon(others.get(name) ?? [], horizon) }));
  };
  const outcomes = [...treated, ...comparison].filter(({ event }) => event).map(({ day, time }) => day + time);
  const freezing = freezeComparison({
    rule: RULE, day: pairs[0]?.day ?? frame.from, ids: comparison.map(({ id }) => id), firstOutcomeOn: outcomes.length === 0 ? null : outcomes.reduce((first, day) => Math.min(first, day)),
  }, digest);
  if (!freezing.frozen) throw new Error('An outcome was counted on or before the index date.'); // followUp counts later ones only
  return { treated, comparison, strata, frozen: freezing.comparison, left };
};
