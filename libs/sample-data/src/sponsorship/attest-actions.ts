import { addDays, type IsoDate } from '@vouchsafe/event-schema';
import { isConfidential, type ActionFacts, type Confirmation } from '@vouchsafe/sponsorship-contracts';
import {
  confirmAdvocacyAction, correctAdvocacyAction, discloseAdvocacyAction, disputeAdvocacyAction, isOpenToProtege, nameWitness, retractAdvocacyAction, type ActionState,
} from '@vouchsafe/sponsorship-domain';
import { dayOf, officeHours, type Moment } from '../ledger/moments.js';
import { isThere, type Scene } from '../scene.js';
import type { Employee } from '../workforce/employee.js';
import { by, madeOf, standsOn, type Life } from './life.js';
import { CORRECTIONS, DISPUTES, PLACES_TO_HEAR_OF_IT, RETRACTIONS } from './words.js';

const actionOf = (life: Life, actionId: string): ActionState | null => {
  const action = madeOf(life)?.actions.get(actionId);
  return action?.status === 'recorded' ? action : null;
};

/** Somebody other than its recorder attests to it. */
export const confirmAction = ({ ledger }: Scene, life: Life, actionId: string, person: Employee, as: Confirmation, at: Moment): void => {
  const { commitmentId, random } = life;
  const document = as === 'DOCUMENT' ? random.pick(PLACES_TO_HEAR_OF_IT) : null;
  ledger.decide(life.stream, by(person, at), (state) => confirmAdvocacyAction({ commitmentId, actionId, by: person.personId, as, document }, state));
};

/** What follows a record in the weeks after: it is disclosed, confirmed, disputed, corrected or taken back, or nobody reacts. */
export const afterwards = (scene: Scene, life: Life, actionId: string, at: Moment): void => {
  const { random, protege } = life;
  const { confirms, disputes, corrects } = scene.character.habits;
  const later = (days: number, run: (action: ActionState, now: Moment) => void): void => scene.agenda.plan(officeHours(random, at, days), (now) => {
    const action = actionOf(life, actionId);
    if (action) run(action, now);
  });
  const isHeldBack = isConfidential(actionOf(life, actionId)!.facts.forum);
  const reaction = random.weighted([['protege', confirms], ['dispute', disputes], ['nothing', Math.max(0, 1 - confirms - disputes)]] as const);
  const disclosedAfter = isHeldBack ? (random.chance(0.55) ? random.whole(3, 40) : null) : 0;
  if (isHeldBack && disclosedAfter !== null) later(disclosedAfter, (_, now) => disclose(scene, life, actionId, now));
  if (disclosedAfter !== null) {
    later(disclosedAfter + random.weighted([[0, 2], [1, 3], [3, 3], [8, 2], [21, 1]]), (action, now) => {
      if (!isThere(protege) || !isOpenToProtege(action)) return;
      if (reaction === 'protege') confirmAction(scene, life, actionId, protege, 'PROTEGE', now);
      if (reaction === 'dispute') dispute(scene, life, actionId, now);
    });
  }
  if (random.chance(isHeldBack ? 0.4 : 0.12)) {
    const witness = random.pick(scene.workforce.present);
    later(random.whole(0, 5), ({ delegateId }, now) => {
      if (witness === life.sponsor || witness === protege || witness.personId === delegateId || !isThere(witness) || !isThere(life.sponsor)) return;
      nameTheWitness(scene, life, actionId, witness, now);
    });
    later(random.whole(6, 25), ({ witnesses }, now) => {
      if (!witnesses.includes(witness.personId) || !isThere(witness)) return;
      confirmAction(scene, life, actionId, witness, random.chance(0.75) ? 'WITNESS' : 'DOCUMENT', now);
    });
  }
  if (random.chance(corrects)) later(random.whole(2, 45), (action, now) => correctAction(scene, life, actionId, action, now));
  else if (random.chance(0.02)) later(random.whole(1, 30), (_, now) => retractAction(scene, life, actionId, now));
};

const nameTheWitness = ({ ledger }: Scene, life: Life, actionId: string, witness: Employee, at: Moment): void => {
  const { commitmentId, sponsor } = life;
  ledger.decide(life.stream, by(sponsor, at), (state) => nameWitness({ commitmentId, actionId, witnessId: witness.personId, by: sponsor.personId }, state));
};

const disclose = ({ ledger }: Scene, life: Life, actionId: string, at: Moment): void => {
  const { commitmentId, sponsor } = life;
  if (!isThere(sponsor)) return;
  ledger.decide(life.stream, by(sponsor, at), (state) => discloseAdvocacyAction({ commitmentId, actionId, by: sponsor.personId }, state));
};

const dispute = (scene: Scene, life: Life, actionId: string, at: Moment): void => {
  const { commitmentId, protege, sponsor, random } = life;
  scene.ledger.decide(life.stream, by(protege, at), (state) => disputeAdvocacyAction({ commitmentId, actionId, by: protege.personId, reason: random.pick(DISPUTES) }, state));
  const answer = random.weighted([['correct', 4], ['retract', 2], ['confirm', 2], ['open', 2]] as const);
  scene.agenda.plan(officeHours(random, at, random.whole(2, 20)), (now) => {
    const action = actionOf(life, actionId);
    if (!action || !isThere(sponsor)) return;
    if (answer === 'correct') correctAction(scene, life, actionId, action, now);
    if (answer === 'retract') retractAction(scene, life, actionId, now);
    if (answer === 'confirm' && isThere(protege)) confirmAction(scene, life, actionId, protege, 'PROTEGE', now);
  });
};

export const retractAction = ({ ledger }: Scene, life: Life, actionId: string, at: Moment): void => {
  const { commitmentId, sponsor, random } = life;
  if (!isThere(sponsor) || !actionOf(life, actionId)) return;
  ledger.decide(life.stream, by(sponsor, at), (state) => retractAdvocacyAction({ commitmentId, actionId, by: sponsor.personId, byDelegation: false, reason: random.pick(RETRACTIONS) }, state));
};

/** The facts as they should have read: another day nearby, another audience, or who was in the room after all. */
const correctedFacts = (life: Life, { facts }: ActionState): ActionFacts => {
  const { random } = life;
  const moved: IsoDate = addDays(facts.actionOccurredOn, -random.whole(1, 4));
  if (random.chance(0.5) && standsOn(life, moved) === 'active') return { ...facts, actionOccurredOn: moved };
  if (random.chance(0.4)) return { ...facts, protegePresent: !(facts.protegePresent ?? true) };
  return { ...facts, audience: facts.audience === 'LEADERSHIP' ? 'DECISION_MAKERS' : 'LEADERSHIP', capital: facts.capital === 'LARGE' ? 'MEDIUM' : 'LARGE' };
};

export const correctAction = ({ ledger }: Scene, life: Life, actionId: string, action: ActionState, at: Moment): void => {
  const { commitmentId, sponsor, random } = life;
  if (!isThere(sponsor)) return;
  const facts = correctedFacts(life, action);
  ledger.decide(life.stream, by(sponsor, at), (state) => correctAdvocacyAction({
    ...facts, commitmentId, actionId, by: sponsor.personId, byDelegation: false, today: dayOf(at), reason: random.pick(CORRECTIONS),
  }, state));
};
