import { addDays } from '@vouchsafe/event-schema';
import { startingBehaviours, type ActionFacts, type Audience, type Forum } from '@vouchsafe/sponsorship-contracts';
import { appointDelegate, dismissDelegate, recordAdvocacyAction, type MadeCommitment, type PledgeState } from '@vouchsafe/sponsorship-domain';
import { dayOf, officeHours, type Moment } from '../ledger/moments.js';
import { isThere, seasonAt, type Scene } from '../scene.js';
import { afterwards, retractAction } from './attest-actions.js';
import type { Employee } from '../workforce/employee.js';
import { bothAreThere, by, diligenceOf, madeOf, runs, standsOn, type Life } from './life.js';
import { PLACES_TO_HEAR_OF_IT } from './words.js';

const BEHAVIOURS = [...startingBehaviours.keys()];
const AUDIENCES: readonly (readonly [Audience, number])[] = [['DECISION_MAKERS', 5], ['LEADERSHIP', 4], ['PEERS', 3], ['CLIENTS', 1], ['BOARD', 1], ['OTHER', 1]];

/** Careers are decided behind closed doors in the review rounds, and in the open in between. */
const forums = (isReviewRound: boolean): readonly (readonly [Forum, number])[] => {
  const closed = isReviewRound ? 3 : 0.6;
  return [
    ['TALENT_REVIEW', closed], ['PROMOTION_ROUND', closed], ['SUCCESSION', closed / 3], ['STAFFING', 2], ['LEADERSHIP_MEETING', 3], ['BUDGET', 1],
    ['ONE_TO_ONE', 2], ['IN_WRITING', 2], ['OTHER', 0.5],
  ];
};

const isPledgedBehaviour = ({ status, terms }: PledgeState): boolean => status === 'open' && terms.side === 'SPONSOR' && terms.promise.kind === 'BEHAVIOUR';

/** What a sponsor does next: more often than not something that they promised. */
const nextFacts = (scene: Scene, { random }: Life, { pledges }: MadeCommitment, at: Moment): Omit<ActionFacts, 'actionOccurredOn'> => {
  const open = [...pledges.values()].filter(isPledgedBehaviour);
  const pledge = open.length > 0 && random.chance(0.75) ? random.pick(open) : null;
  const behaviour = pledge?.terms.promise.kind === 'BEHAVIOUR' ? pledge.terms.promise.behaviour : random.pick(BEHAVIOURS);
  return {
    act: startingBehaviours.get(behaviour)!, behaviour, forum: random.weighted(forums(seasonAt(scene, at) > 1.25)), audience: random.weighted(AUDIENCES),
    protegePresent: random.weighted([[false, 7], [true, 2], [null, 2]]), directObservation: random.weighted([[true, 5], [false, 3], [null, 2]]),
    capital: random.weighted([['SMALL', 5], ['MEDIUM', 3], ['LARGE', 1], [null, 3]] as const),
    pledgeId: pledge?.terms.pledgeId ?? null, milestoneId: null, evidence: random.chance(0.1) ? random.pick(PLACES_TO_HEAR_OF_IT) : null,
  };
};

/** An assistant is appointed before they first write, and dismissed once they are gone. */
const keepDelegation = ({ ledger }: Scene, { delegation, sponsor }: Life, delegate: Employee, writes: boolean, at: Moment): void => {
  const between = { sponsorId: sponsor.personId, delegateId: delegate.personId };
  if (!isThere(delegate)) {
    if (delegation.state.delegates.has(delegate.personId)) ledger.decide(delegation, by(sponsor, at), (state) => dismissDelegate(between, state));
  } else if (writes) ledger.decide(delegation, by(sponsor, at), (state) => appointDelegate({ ...between, delegateIsHere: true }, state));
};

/** Writes down what was done, some days ago as a rule; an assistant may do the writing. @returns the action's id, or null if there was no day to name */
export const recordAction = (scene: Scene, life: Life, at: Moment, said: Partial<ActionFacts> & { daysAgo?: number } = {}): string | null => {
  const made = madeOf(life);
  const { random, commitmentId, sponsor, protege } = life;
  if (!made || !bothAreThere(life) || made.status === 'withdrawn' || made.status === 'ended') return null;
  const { daysAgo: daysSaid, ...facts } = said;
  const delay = random.chance(scene.character.habits.late) ? random.whole(20, 140) : random.weighted([[0, 5], [1, 3], [2, 2], [4, 2], [7, 1], [12, 1]]);
  const today = dayOf(at);
  const day = [addDays(today, -(daysSaid ?? delay)), today].find((each) => standsOn(life, each) === 'active');
  if (day === undefined) return null;
  const { delegate } = diligenceOf(scene, sponsor);
  const writer = delegate && delegate !== protege && isThere(delegate) && random.chance(0.4) ? delegate : sponsor;
  if (delegate) keepDelegation(scene, life, delegate, writer === delegate, at);
  const actionId = random.id();
  const done = { ...nextFacts(scene, life, made, at), ...facts };
  scene.ledger.decide(life.stream, { ...by(writer, at), occurredOn: day }, (state) => recordAdvocacyAction({
    ...done, commitmentId, actionId, by: writer.personId, byDelegation: writer !== sponsor, occurredOn: day, today,
  }, state));
  return actionId;
};

/** A month of a sponsor's doings, then the next month. */
export const spendMonth = (scene: Scene, life: Life, at: Moment): void => {
  if (!runs(life, at) || !bothAreThere(life)) return;
  const { random } = life;
  const times = random.count(diligenceOf(scene, life.sponsor).actionsAMonth * seasonAt(scene, at + 15 * 86_400_000));
  for (let time = 0; time < times; time += 1) {
    scene.agenda.plan(officeHours(random, at, random.whole(0, 29)), (now) => {
      const actionId = recordAction(scene, life, now);
      if (!actionId) return;
      afterwards(scene, life, actionId, now);
      // Now and then what seemed to be the last pledge kept turns out not to have been.
      const isFulfilled = madeOf(life)?.fulfilment === 'fulfilled';
      if (isFulfilled && random.chance(0.08)) scene.agenda.plan(officeHours(random, now, random.whole(2, 20)), (later) => retractAction(scene, life, actionId, later));
    });
  }
  scene.agenda.plan(at + 30 * 86_400_000, (now) => spendMonth(scene, life, now));
};
