import { accept, reject, type Decision } from '@vouchsafe/decider';
import {
  AdvocacyActionConfirmed, AdvocacyActionDisputed, type CommitmentEvent, type Confirmation, type PersonId,
} from '@vouchsafe/sponsorship-contracts';
import { isOpenToProtege, type ActionIsRetracted, type NoSuchAction } from './action-refusal.js';
import { wasMade, type Commitment } from './commitment.js';

export type OnlyTheProtegeMayDoThis = { reason: 'OnlyTheProtegeMayDoThis' };

/** `as`: in which role `by` attests; `document`: where to find it, needed if `as` is `DOCUMENT`. */
export type ConfirmAdvocacyAction = { commitmentId: string; actionId: string; by: PersonId; as: Confirmation; document: string | null };
export type ConfirmAdvocacyActionRejection =
  | NoSuchAction
  | ActionIsRetracted
  | OnlyTheProtegeMayDoThis
  | { reason: 'OwnActionCannotBeConfirmed' }
  | { reason: 'DocumentIsNotNamed' };

/** Somebody else attests that it happened. This also answers a dispute; otherwise, confirming twice changes nothing. */
export const confirmAdvocacyAction = (
  { commitmentId, actionId, by, as, document }: ConfirmAdvocacyAction, state: Commitment,
): Decision<CommitmentEvent, ConfirmAdvocacyActionRejection> => {
  const action = actionSeenBy(by, actionId, state);
  if (!action || !wasMade(state)) return reject({ reason: 'NoSuchAction', actionId });
  if (by === state.sponsorId || by === action.delegateId) return reject({ reason: 'OwnActionCannotBeConfirmed' });
  if (as === 'PROTEGE' && by !== state.protegeId) return reject({ reason: 'OnlyTheProtegeMayDoThis' });
  if (as === 'DOCUMENT' && document === null) return reject({ reason: 'DocumentIsNotNamed' });
  if (action.status === 'retracted') return reject({ reason: 'ActionIsRetracted', actionId });
  if (action.attestedBy.includes(by) && action.dispute === 'none') return accept();
  // A protégé is never a witness to their own case, however the form was filled in.
  const kind = as === 'WITNESS' && by === state.protegeId ? 'PROTEGE' : as;
  return accept(AdvocacyActionConfirmed.of({ commitmentId, actionId, by: kind, attestedBy: by, document }));
};

export type DisputeAdvocacyAction = { commitmentId: string; actionId: string; by: PersonId; reason: string };
export type DisputeAdvocacyActionRejection = NoSuchAction | ActionIsRetracted | OnlyTheProtegeMayDoThis;

/** The protégé says that it was not so. It counts as confirmed no longer, until it is corrected or confirmed anew. */
export const disputeAdvocacyAction = (
  { commitmentId, actionId, by, reason }: DisputeAdvocacyAction, state: Commitment,
): Decision<CommitmentEvent, DisputeAdvocacyActionRejection> => {
  const action = actionSeenBy(by, actionId, state);
  if (!action || !wasMade(state)) return reject({ reason: 'NoSuchAction', actionId });
  if (by !== state.protegeId) return reject({ reason: 'OnlyTheProtegeMayDoThis' });
  if (action.status === 'retracted') return reject({ reason: 'ActionIsRetracted', actionId });
  return action.dispute === 'open' ? accept() : accept(AdvocacyActionDisputed.of({ commitmentId, actionId, reason }));
};

/** The action, if this person may know of it; to anybody else it does not exist, and the answer is that for an unknown id. The protégé
 * may not know of one in a confidential forum until it is disclosed; of others, whoever recorded it and the witnesses that the sponsor named. */
const actionSeenBy = (by: PersonId, actionId: string, state: Commitment) => {
  if (!wasMade(state)) return null;
  const action = state.actions.get(actionId);
  if (!action) return null;
  const mayKnow = by === state.protegeId ? isOpenToProtege(action) : [state.sponsorId, action.delegateId, ...action.witnesses].includes(by);
  return mayKnow ? action : null;
};
