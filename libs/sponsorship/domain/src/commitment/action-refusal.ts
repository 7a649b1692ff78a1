import { reject } from '@vouchsafe/decider';
import { addDays, type IsoDate } from '@vouchsafe/event-schema';
import { isConfidential, type ActionFacts, type AdvocacyAct, type PersonId } from '@vouchsafe/sponsorship-contracts';
import type { CommitmentRules } from './commitment-rules.js';
import { wasMade, type ActionState, type Commitment, type MadeCommitment } from './commitment.js';
import { openPledge, type NoSuchPledge, type PledgeIsClosed } from './pledges.js';
import { standingOn, type CommitmentNotActive, type NotYetHappened } from './standing.js';

export type NoSuchAction = { reason: 'NoSuchAction'; actionId: string };
export type ActionIsRetracted = { reason: 'ActionIsRetracted'; actionId: string };
export type OnlyTheSponsorMayDoThis = { reason: 'OnlyTheSponsorMayDoThis' };

export type ActionFactsRejection =
  | NotYetHappened
  | CommitmentNotActive
  | { reason: 'UnknownBehaviour'; behaviour: string }
  | { reason: 'BehaviourBelongsToAnotherAct'; behaviour: string; act: AdvocacyAct }
  | NoSuchPledge
  | PledgeIsClosed
  | { reason: 'PledgeIsOfTheOtherSide'; pledgeId: string }
  | { reason: 'PledgeIsForAnotherBehaviour'; pledgeId: string; behaviour: string };

/** Who acts for the sponsor. `byDelegation` is looked up before the decision: whether the sponsor lets `by` record on their behalf. */
export type Recorder = { by: PersonId; byDelegation: boolean };

/** The protégé never acts for the sponsor, whatever was delegated: nobody records their own praise. */
export const actsForSponsor = ({ by, byDelegation }: Recorder, { sponsorId, protegeId }: MadeCommitment): boolean =>
  by === sponsorId || (byDelegation && by !== protegeId);

export const isLate = (occurredOn: IsoDate, today: IsoDate, { lateAfterDays }: CommitmentRules): boolean =>
  addDays(occurredOn, lateAfterDays) < today;

/** Whether the protégé may know of it. */
export const isOpenToProtege = ({ facts, disclosure }: ActionState): boolean => disclosure === 'disclosed' || !isConfidential(facts.forum);

const pledgeRefusal = (
  { pledgeId, behaviour }: ActionFacts, made: MadeCommitment, before: ActionFacts | null,
): ActionFactsRejection | null => {
  if (pledgeId === null) return null;
  const { pledge, refusal } = openPledge(made, pledgeId);
  // An action that is corrected may go on naming the pledge that it helped to close itself.
  if (refusal && (!pledge || before?.pledgeId !== pledgeId)) return refusal;
  if (!pledge) return null;
  const { side, promise } = pledge.terms;
  if (side !== 'SPONSOR') return { reason: 'PledgeIsOfTheOtherSide', pledgeId };
  if (promise.kind === 'BEHAVIOUR' && promise.behaviour !== behaviour) {
    return { reason: 'PledgeIsForAnotherBehaviour', pledgeId, behaviour: promise.behaviour };
  }
  return null;
};

/** What forbids these facts, newly recorded or corrected; null if nothing does.
 * @param before the facts that a correction replaces */
export const actionRefusal = (
  facts: ActionFacts, made: MadeCommitment, { behaviours }: CommitmentRules, today: IsoDate, before: ActionFacts | null = null,
): ActionFactsRejection | null => {
  if (facts.actionOccurredOn > today) return { reason: 'NotYetHappened', today };
  // A day that was lawful when it was recorded stays so: on the evening of a busy day a commitment may still be paused or left.
  if (facts.actionOccurredOn !== before?.actionOccurredOn) {
    const status = standingOn(made, facts.actionOccurredOn);
    if (status !== 'active') return { reason: 'CommitmentNotActive', status };
  }
  const act = behaviours.get(facts.behaviour);
  if (!act) return { reason: 'UnknownBehaviour', behaviour: facts.behaviour };
  if (act !== facts.act) return { reason: 'BehaviourBelongsToAnotherAct', behaviour: facts.behaviour, act };
  return pledgeRefusal(facts, made, before);
};

/** The action as its sponsor may change it, or a delegate of theirs who recorded it; or the refusal. */
export const sponsorsAction = (recorder: Recorder, actionId: string, state: Commitment) => {
  if (!wasMade(state)) return reject<NoSuchAction>({ reason: 'NoSuchAction', actionId });
  if (recorder.by === state.protegeId) return reject<OnlyTheSponsorMayDoThis>({ reason: 'OnlyTheSponsorMayDoThis' });
  const action = state.actions.get(actionId);
  const isTheirs = recorder.by === state.sponsorId || (actsForSponsor(recorder, state) && action?.delegateId === recorder.by);
  // A stranger learns nothing, and neither does a delegate of what the sponsor or another delegate recorded.
  return action && isTheirs ? { accepted: true as const, made: state, action } : reject<NoSuchAction>({ reason: 'NoSuchAction', actionId });
};
