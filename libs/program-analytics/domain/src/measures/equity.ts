import { auditFigures, type Candidate } from '../audit.js';
import { isWithin, lastDay, type Frame } from '../frame.js';
import { groupBy, heldWithin, type Day, type History, type Person } from '../history.js';
import { eventRate } from '@vouchsafe/statistics';
import { measure } from '../measure.js';
import { eligibleTimes, lastStanding, tenureBand, TENURE_NAMES } from '../people.js';
import { byId, firstMadeOn, sponsorMonths } from '../sponsorships.js';
import { tell } from '../told.js';

/** By what people are told apart. Traits that a person declares are not recorded yet. */
export type AuditDimension = 'LEVEL' | 'FUNCTION' | 'UNIT' | 'TENURE';

const WINDOW = 180;
const UNKNOWN = 'unknown';

/** Who is like whom, beside what is audited. A unit lies within a function: within functions there would be nobody of another one to compare with. */
const ALIKE: Readonly<Record<AuditDimension, readonly AuditDimension[]>> = { LEVEL: ['FUNCTION', 'TENURE'], FUNCTION: ['LEVEL', 'TENURE'], UNIT: ['LEVEL', 'TENURE'], TENURE: ['LEVEL', 'FUNCTION'] };

const placesOf = (person: Person, day: Day): Record<AuditDimension, string> => {
  const standing = lastStanding(person, day);
  return { LEVEL: standing?.rank == null ? UNKNOWN : String(standing.rank), FUNCTION: standing?.function ?? UNKNOWN, UNIT: standing?.unit ?? UNKNOWN, TENURE: TENURE_NAMES[tenureBand(person, day)]! };
};

/** Everybody eligible in the frame, with group and stratum on their first eligible day in it. */
const poolOf = ({ people, rules }: Pick<History, 'people' | 'rules'>, frame: Frame, by: AuditDimension) => people.flatMap((person) => {
  const time = eligibleTimes(person, rules).find(({ from, until }) => heldWithin({ from, until }, frame.from, lastDay(frame)));
  if (!time) return [];
  const places = placesOf(person, Math.max(time.from, frame.from));
  return [{ person, group: places[by], stratum: ALIKE[by].map((other) => places[other]).join(', ') }];
});

/** K16 and K17: whether access and what follows differ between groups, stage by stage. Each stage is looked at among those who passed the one before. */
export const equity = measure('equity', {
  needs: ['people', 'rules', 'enrolments', 'commitments', 'actions'],
  compute(history, frame, { by }: { by: AuditDimension }) {
    const { enrolments, commitments, actions, people } = history;
    const end = lastDay(frame);
    const pool = poolOf(history, frame, by);
    const enrolled = new Set(enrolments.filter((place) => place.role === 'PROTEGE' && heldWithin(place, frame.from, end)).map(({ personId }) => personId));
    const matched = firstMadeOn(commitments.filter(({ madeOn }) => madeOn !== null && madeOn <= end));
    const protegeOf = new Map(commitments.map(({ commitmentId, protegeId }) => [commitmentId, protegeId]));
    const confirmed = groupBy(actions.filter((action) => action.confirmed && action.on <= end), ({ commitmentId }) => protegeOf.get(commitmentId) ?? '');
    const isSpokenFor = (personId: string): boolean => (confirmed.get(personId) ?? []).some(({ on }) => on <= matched.get(personId)! + WINDOW);
    const candidates = (among: typeof pool, isSelected: (person: Person) => boolean): Candidate[] => among.map(({ person, group, stratum }) => ({ group, stratum, isSelected: isSelected(person) }));
    const inPool = pool.filter(({ person }) => enrolled.has(person.personId));
    const watched = inPool.filter(({ person: { personId } }) => matched.has(personId) && matched.get(personId)! + WINDOW <= end);
    const stages = [
      { stage: 'ENROLLED_OF_ELIGIBLE', those: candidates(pool, ({ personId }) => enrolled.has(personId)) },
      { stage: 'MATCHED_OF_ENROLLED', those: candidates(inPool, ({ personId }) => matched.has(personId)) },
      { stage: 'SPOKEN_FOR_OF_MATCHED', those: candidates(watched, ({ personId }) => isSpokenFor(personId)) },
      { stage: 'PROMOTED_OF_ELIGIBLE', those: candidates(pool, ({ rises }) => rises.some((day) => isWithin(frame, day))) },
    ];
    const known = byId(people);
    const commitmentsOf = groupBy(commitments, ({ protegeId }) => protegeId);
    return {
      by,
      stages: stages.map(({ stage, those }) => ({ stage, ...auditFigures(those) })),
      advocacyRates: [...groupBy(inPool, ({ group }) => group)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([group, those]) => {
        const theirs = those.flatMap(({ person }) => commitmentsOf.get(person.personId) ?? []);
        const told = those.flatMap(({ person }) => (confirmed.get(person.personId) ?? []).filter(({ on }) => isWithin(frame, on)));
        return { group, rate: tell(eventRate(told.length, sponsorMonths(theirs, known, frame), { fewest: 0 }), [those.length]) };
      }),
    };
  },
});
