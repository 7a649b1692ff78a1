import { addDays, addMonths } from '@vouchsafe/event-schema';
import type { ActionFacts, Agreement } from '@vouchsafe/sponsorship-contracts';
import { reportPledge } from '@vouchsafe/sponsorship-domain';
import { dayOf, officeHours, type Moment } from '../ledger/moments.js';
import type { Scene } from '../scene.js';
import { confirmAction } from './attest-actions.js';
import { by, type Life } from './life.js';
import { recordAction } from './record-actions.js';

const DAY = 86_400_000;

/** The agreement of the pair that visitors meet: it runs on past the end of the history, and half of it is still to be done. */
export const demoAgreement = ({ character, end }: Scene, at: Moment): Agreement => {
  const start = dayOf(at);
  const fromTheEnd = (days: number): string => addDays(dayOf(end), days);
  const [first = '', second = ''] = character.deliverables;
  return {
    objective: character.objectives[0]!, cadence: { kind: 'MONTHLY' }, term: { start, end: addDays(addMonths(start, 12), -1) },
    pledges: [
      { pledgeId: 's1', side: 'SPONSOR', promise: { kind: 'BEHAVIOUR', behaviour: 'RECOMMEND_FOR_ASSIGNMENT' }, times: 3, dueOn: fromTheEnd(60) },
      { pledgeId: 's2', side: 'SPONSOR', promise: { kind: 'BEHAVIOUR', behaviour: 'INTRODUCE' }, times: 2, dueOn: fromTheEnd(90) },
      { pledgeId: 's3', side: 'SPONSOR', promise: { kind: 'BEHAVIOUR', behaviour: 'ENDORSE_FOR_ROLE' }, times: 1, dueOn: fromTheEnd(120) },
      { pledgeId: 'p1', side: 'PROTEGE', promise: { kind: 'DELIVERABLE', deliverable: first }, times: 1, dueOn: fromTheEnd(-35) },
      { pledgeId: 'p2', side: 'PROTEGE', promise: { kind: 'DELIVERABLE', deliverable: second }, times: 2, dueOn: fromTheEnd(45) },
    ],
  };
};

type Told = Pick<ActionFacts, 'act' | 'behaviour' | 'forum' | 'pledgeId'>;
const DOINGS: readonly { readonly daysBefore: number; readonly said: Told; readonly isConfirmed: boolean }[] = [
  { daysBefore: 95, said: { act: 'CONNECT', behaviour: 'INTRODUCE', forum: 'ONE_TO_ONE', pledgeId: 's2' }, isConfirmed: true },
  { daysBefore: 66, said: { act: 'AMPLIFY', behaviour: 'PRAISE_IN_A_FORUM', forum: 'LEADERSHIP_MEETING', pledgeId: null }, isConfirmed: true },
  { daysBefore: 38, said: { act: 'BOOST', behaviour: 'RECOMMEND_FOR_ASSIGNMENT', forum: 'STAFFING', pledgeId: 's1' }, isConfirmed: true },
  { daysBefore: 20, said: { act: 'DEFEND', behaviour: 'ANSWER_CRITICISM', forum: 'TALENT_REVIEW', pledgeId: null }, isConfirmed: false },
  // What the protégé finds waiting on signing in: in the open, and not confirmed by anybody.
  { daysBefore: 5, said: { act: 'BOOST', behaviour: 'RECOMMEND_FOR_ASSIGNMENT', forum: 'STAFFING', pledgeId: 's1' }, isConfirmed: false },
];

/** What the two have done so far: of each side's pledges something is kept and something open, and the newest action waits to be confirmed. */
export const tellDemoPair = (scene: Scene, life: Life): void => {
  const { agenda, end, ledger } = scene;
  const { random, protege, commitmentId } = life;
  const before = (days: number): Moment => officeHours(random, end - days * DAY, 0);
  for (const { daysBefore, said, isConfirmed } of DOINGS) {
    agenda.plan(before(daysBefore), (at) => {
      const actionId = recordAction(scene, life, at, { ...said, audience: 'DECISION_MAKERS', protegePresent: false, directObservation: true, capital: 'MEDIUM', daysAgo: 0 });
      if (actionId && isConfirmed) agenda.plan(officeHours(random, at, 2), (now) => confirmAction(scene, life, actionId, protege, 'PROTEGE', now));
    });
  }
  for (const [pledgeId, days] of [['p1', 50], ['p2', 15]] as const) {
    agenda.plan(before(days), (at) => void ledger.decide(life.stream, by(protege, at), (state) => reportPledge({
      commitmentId, pledgeId, by: protege.personId, occurredOn: dayOf(at), today: dayOf(at),
    }, state)));
  }
};
