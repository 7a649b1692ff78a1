import { addDays, addMonths, dayNumber, type IsoDate } from '@vouchsafe/event-schema';
import { startingBehaviours, type Agreement, type Pledge, type Term } from '@vouchsafe/sponsorship-contracts';
import type { Character } from '../cast/character.js';
import type { Random } from '../random/random.js';
import { SPONSORS_DELIVERABLES } from './words.js';

const BEHAVIOURS = [...startingBehaviours.keys()];

const dayWithin = (random: Random, { start, end }: Term, from: number, to: number): IsoDate => {
  const days = dayNumber(end) - dayNumber(start);
  return addDays(start, Math.round(days * (from + (to - from) * random.unit())));
};

/** What a sponsor promises to do for somebody. */
export const behaviourPledge = (random: Random, pledgeId: string, term: Term, from = 0.35): Pledge => (
  { pledgeId, side: 'SPONSOR', promise: { kind: 'BEHAVIOUR', behaviour: random.pick(BEHAVIOURS) }, times: random.weighted([[1, 4], [2, 4], [3, 2], [4, 1]]), dueOn: dayWithin(random, term, from, 1) });

export const protegesPledge = ({ deliverables }: Character, random: Random, pledgeId: string, term: Term, from = 0.25): Pledge => (
  { pledgeId, side: 'PROTEGE', promise: { kind: 'DELIVERABLE', deliverable: random.pick(deliverables) }, times: random.weighted([[1, 5], [2, 2], [3, 1]]), dueOn: dayWithin(random, term, from, 1) });

/** A first text, for a term that begins within days. */
export const agreementText = (character: Character, random: Random, today: IsoDate, months = random.weighted([[6, 2], [9, 3], [12, 5], [15, 1], [18, 2]])): Agreement => {
  const start = addDays(today, random.whole(3, 10));
  const term = { start, end: addDays(addMonths(start, months), -1) };
  const pledges = Array.from({ length: random.whole(2, 4) }, (_, at) => behaviourPledge(random, `s${at + 1}`, term));
  if (random.chance(0.25)) {
    pledges.push({ pledgeId: 's9', side: 'SPONSOR', promise: { kind: 'DELIVERABLE', deliverable: random.pick(SPONSORS_DELIVERABLES) }, times: 1, dueOn: dayWithin(random, term, 0.2, 0.8) });
  }
  for (let at = random.whole(1, 3); at > 0; at -= 1) pledges.push(protegesPledge(character, random, `p${at}`, term));
  return {
    objective: random.pick(character.objectives), term, pledges,
    cadence: random.weighted([[{ kind: 'MONTHLY' }, 6], [{ kind: 'QUARTERLY' }, 2], [{ kind: 'WEEKS', weeks: 2 }, 1], [{ kind: 'WEEKS', weeks: 6 }, 1]] as const),
  };
};
