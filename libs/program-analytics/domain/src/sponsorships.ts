import { MONTH, lastDay, type Frame } from './frame.js';
import { heldOn, type Commitment, type Day, type Enrolment, type Person, type Stretch } from './history.js';
import { isActive } from './people.js';

export const byId = (people: readonly Person[]): ReadonlyMap<string, Person> => new Map(people.map((person) => [person.personId, person]));

/** Of somebody whom the directory never knew nothing says that they were away. */
const mayAct = (people: ReadonlyMap<string, Person>, personId: string, day: Day): boolean => {
  const person = people.get(personId);
  return person === undefined || isActive(person, day);
};

/** Whether a sponsorship is active on a day: made, neither paused nor over, and both people there. */
export const isActiveOn = ({ sponsorId, protegeId, spans }: Commitment, people: ReadonlyMap<string, Person>, day: Day): boolean =>
  spans.some((span) => span.covers && heldOn(span, day)) && mayAct(people, sponsorId, day) && mayAct(people, protegeId, day);

/** Who has an active sponsor on a day. */
export const coveredOn = (commitments: readonly Commitment[], people: ReadonlyMap<string, Person>, day: Day): ReadonlySet<string> =>
  new Set(commitments.filter((commitment) => isActiveOn(commitment, people, day)).map(({ protegeId }) => protegeId));

const overlap = (one: Stretch, other: Stretch): Stretch | null => {
  const from = Math.max(one.from, other.from);
  const until = Math.min(one.until ?? Infinity, other.until ?? Infinity);
  return until <= from ? null : { from, until: until === Infinity ? null : until };
};

/** Days of the frame on which sponsorships were active, over all of them, in months. */
export const sponsorMonths = (commitments: readonly Commitment[], people: ReadonlyMap<string, Person>, frame: Frame): number => {
  const period: Stretch = { from: frame.from, until: lastDay(frame) + 1 };
  const presence = (personId: string): readonly Stretch[] => people.get(personId)?.stays ?? [{ from: -Infinity, until: null }];
  let days = 0;
  for (const { sponsorId, protegeId, spans } of commitments) {
    let times = spans.filter(({ covers }) => covers).flatMap((span) => overlap(span, period) ?? []);
    for (const stays of [presence(sponsorId), presence(protegeId)]) times = times.flatMap((time) => stays.flatMap((stay) => overlap(time, stay) ?? []));
    days += times.reduce((sum, { from, until }) => sum + (until! - from), 0);
  }
  return days / MONTH;
};

/** Protégés enrolled on a day, each once. */
export const enrolledOn = (enrolments: readonly Enrolment[], day: Day): ReadonlySet<string> =>
  new Set(enrolments.filter((place) => place.role === 'PROTEGE' && heldOn(place, day)).map(({ personId }) => personId));

/** The day on which each protégé was first sponsored here. */
export const firstMadeOn = (commitments: readonly Pick<Commitment, 'protegeId' | 'madeOn'>[]): ReadonlyMap<string, Day> => {
  const first = new Map<string, Day>();
  for (const { protegeId, madeOn } of commitments) if (madeOn !== null && madeOn < (first.get(protegeId) ?? Infinity)) first.set(protegeId, madeOn);
  return first;
};
