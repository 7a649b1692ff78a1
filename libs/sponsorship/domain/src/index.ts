export { commitments, type ActionState, type Commitment, type CommitmentStatus, type MadeCommitment, type PledgeState, type PledgeStatus } from './commitment/commitment.js';
export { defaultCommitmentRules, type CommitmentRules } from './commitment/commitment-rules.js';
export { isOpenToProtege } from './commitment/action-refusal.js';
export { standingOn } from './commitment/standing.js';
export {
  proposeAmendment, proposeCommitment,
  type ProposeAmendment, type ProposeAmendmentRejection, type ProposeCommitment, type ProposeCommitmentRejection,
} from './commitment/propose-commitment.js';
export { signCommitment, type SignCommitment, type SignCommitmentRejection, type SponsorFacts } from './commitment/sign-commitment.js';
export { declineCommitment, type DeclineCommitment, type DeclineCommitmentRejection } from './commitment/decline-commitment.js';
export {
  pauseCommitment, resumeCommitment, withdrawFromCommitment,
  type PauseCommitment, type PauseCommitmentRejection, type ResumeCommitment, type ResumeCommitmentRejection,
  type WithdrawFromCommitment, type WithdrawFromCommitmentRejection,
} from './commitment/pause-commitment.js';
export { endCommitment, type EndCommitment, type EndCommitmentRejection } from './commitment/end-commitment.js';
export { reportPledge, type ReportPledge, type ReportPledgeRejection } from './commitment/report-pledge.js';
export {
  markPledgeMissed, renegotiatePledge, withdrawPledge,
  type MarkPledgeMissed, type MarkPledgeMissedRejection, type RenegotiatePledge, type RenegotiatePledgeRejection,
  type WithdrawPledge, type WithdrawPledgeRejection,
} from './commitment/renegotiate-pledge.js';
export { recordAdvocacyAction, type RecordAdvocacyAction, type RecordAdvocacyActionRejection } from './commitment/record-advocacy-action.js';
export {
  confirmAdvocacyAction, disputeAdvocacyAction,
  type ConfirmAdvocacyAction, type ConfirmAdvocacyActionRejection, type DisputeAdvocacyAction, type DisputeAdvocacyActionRejection,
} from './commitment/confirm-advocacy-action.js';
export {
  correctAdvocacyAction, discloseAdvocacyAction, nameWitness, retractAdvocacyAction,
  type CorrectAdvocacyAction, type CorrectAdvocacyActionRejection, type DiscloseAdvocacyAction, type DiscloseAdvocacyActionRejection,
  type NameWitness, type NameWitnessRejection, type RetractAdvocacyAction, type RetractAdvocacyActionRejection,
} from './commitment/correct-advocacy-action.js';
export type { PairFacts, PairRejection, PartyFacts } from './commitment/pair.js';
export { freePlaces, placesAfter, sponsorLoads, type SponsorLoad } from './sponsor-load/sponsor-load.js';
export {
  appointDelegate, delegations, dismissDelegate,
  type AppointDelegate, type AppointDelegateRejection, type Delegation, type DismissDelegate, type DismissDelegateRejection,
} from './delegation/delegation.js';
export { outcomes, type Outcome } from './outcome/outcome.js';
export {
  recordOutcome, verifyOutcome, type RecordOutcome, type RecordOutcomeRejection, type VerifyOutcome, type VerifyOutcomeRejection,
} from './outcome/record-outcome.js';
export { linkOutcome, type LinkOutcome, type LinkOutcomeRejection } from './outcome/link-outcome.js';
export {
  correctOutcome, retractOutcome, type CorrectOutcome, type CorrectOutcomeRejection, type RetractOutcome, type RetractOutcomeRejection,
} from './outcome/correct-outcome.js';
export { continuities, type Continuity } from './continuity/continuity.js';
export {
  noteSponsorDeparture, noteSponsorReturn, type NoteSponsorDeparture, type NoteSponsorDepartureRejection, type NoteSponsorReturn,
} from './continuity/note-sponsor-departure.js';
