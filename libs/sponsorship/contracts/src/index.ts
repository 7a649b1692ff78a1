export { personId, type PersonId } from './ids.js';
export { TEXT_LIMITS } from './words.js';
export {
  agreement, cadence, cadenceKind, pledge, promise, side, term,
  type Agreement, type Cadence, type CadenceKind, type Pledge, type Promised, type Side, type Term,
} from './commitment/agreement.js';
export {
  actionFacts, advocacyAct, audience, capital, confirmation, forum, isConfidential, startingBehaviours,
  type ActionFacts, type AdvocacyAct, type Audience, type BehaviourCatalogue, type Capital, type Confirmation, type Forum,
} from './commitment/advocacy.js';
export {
  AdvocacyActionConfirmed, AdvocacyActionCorrected, AdvocacyActionDisclosed, AdvocacyActionDisputed, AdvocacyActionRecorded, AdvocacyActionRetracted,
  AmendmentDeclined, AmendmentProposed, CommitmentAmended, CommitmentDeclined, CommitmentEnded, CommitmentFulfilled, CommitmentFulfilmentRevoked,
  CommitmentMade, CommitmentPaused, CommitmentProposed, CommitmentResumed, CommitmentSigned, CommitmentWithdrawn,
  PledgeAdvanced, PledgeKept, PledgeMissed, PledgeRenegotiated, PledgeSetBack, PledgeWithdrawn, WitnessNamed, commitmentEvents, type CommitmentEvent,
} from './commitment/commitment.events.js';
export {
  evidenceState, outcomeFacts, outcomeKind, outcomeMeasure, outcomeSource,
  OutcomeCorrected, OutcomeLinked, OutcomeRecorded, OutcomeRetracted, OutcomeVerified, outcomeEvents,
  type EvidenceState, type OutcomeEvent, type OutcomeFacts, type OutcomeKind, type OutcomeMeasure, type OutcomeSource,
} from './outcome/outcome.events.js';
export { SponsorLoadCounted, sponsorLoadEvents, SponsorPlaceFreed, SponsorPlaceTaken, type SponsorLoadEvent } from './sponsor-load/sponsor-load.events.js';
export { DelegateAppointed, DelegateDismissed, delegationEvents, type DelegationEvent } from './delegation/delegation.events.js';
export { SponsorDeparted, SponsorReturned, continuityEvents, type ContinuityEvent } from './continuity/continuity.events.js';
