import { cumulativeIncidence, lifeTableOf, timeToEvent, type CompetingObservation } from '@vouchsafe/statistics';
import { isWithin, lastDay, type Frame } from '../frame.js';
import { groupBy, type Commitment, type Day, type Enrolment, type Person } from '../history.js';
import { measure } from '../measure.js';
import { exitAfter } from '../people.js';
import { byId } from '../sponsorships.js';
import { tell, tellShare, tellCount } from '../told.js';

export interface Waiting { readonly personId: string; readonly since: Day; readonly matchedOn: Day | null; readonly goneOn: Day | null }

/** Protégés whose place began in the frame, each once: when a sponsorship of theirs here was made, and when they gave up or left instead. Places of
 * one person that overlap are one wait. */
export const waitsOf = ({ enrolments, commitments, people }: { enrolments: readonly Enrolment[]; commitments: readonly Commitment[]; people: readonly Person[] }, frame: Frame): Waiting[] => {
  const end = lastDay(frame);
  const known = byId(people);
  const made = groupBy(commitments, ({ protegeId }) => protegeId);
  const places = groupBy(enrolments.filter(({ role, from }) => role === 'PROTEGE' && isWithin(frame, from)), ({ personId }) => personId);
  return [...places].map(([personId, theirs]) => {
    const since = Math.min(...theirs.map(({ from }) => from));
    const until = theirs.some((place) => place.until === null) ? null : Math.max(...theirs.map((place) => place.until!));
    const person = known.get(personId);
    const exit = person ? exitAfter(person, since) : null;
    const gone = Math.min(until ?? Infinity, exit ?? Infinity);
    const matched = Math.min(...(made.get(personId) ?? []).map(({ madeOn }) => madeOn).filter((day) => day !== null && day >= since && day <= end) as Day[]);
    return { personId, since, matchedOn: matched <= gone ? (Number.isFinite(matched) ? matched : null) : null, goneOn: gone < matched && gone <= end ? gone : null };
  });
};

const [MATCHED, GONE] = [1, 2];

/** K2: of those whose place began in the period, who was matched, and after how long. Who still waits is censored; who left or withdrew can no longer be matched. */
export const matching = measure('matching', {
  needs: ['enrolments', 'commitments', 'people'],
  compute(history, frame) {
    const waits = waitsOf(history, frame);
    const end = lastDay(frame);
    const matched = waits.filter(({ matchedOn }) => matchedOn !== null);
    const gone = waits.filter(({ goneOn }) => goneOn !== null);
    const observed: CompetingObservation[] = waits.map(({ since, matchedOn, goneOn }) => ({
      time: Math.max(0, (matchedOn ?? goneOn ?? end) - since), cause: matchedOn !== null ? MATCHED : goneOn !== null ? GONE : 0,
    }));
    const incidence = cumulativeIncidence(observed, 2);
    const wait = timeToEvent(lifeTableOf(observed.map(({ time, cause }) => ({ time, event: cause === MATCHED }))), null);
    const tells = [matched.length, waits.length - matched.length, waits.length];
    return {
      rate: tellShare({ count: matched.length, n: waits.length }),
      medianDays: tell(wait.median, tells),
      stillWaiting: tellCount(waits.length - matched.length - gone.length),
      gaveUp: tellCount(gone.length),
      within: [30, 90, 180].map((days) => ({
        days,
        matched: tell(waits.length === 0 ? { state: 'NOT_APPLICABLE' } : {
          state: 'VALUE', value: incidence.findLast(({ time }) => time <= days)?.incidence[MATCHED - 1] ?? 0, unit: 'SHARE', n: [waits.length], interval: null, kind: null,
        }, tells),
      })),
    };
  },
});
