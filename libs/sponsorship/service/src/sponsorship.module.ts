import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AdvocacyActionsHandler } from './advocacy-actions/advocacy-actions.query.js';
import { AdvocacyActionsResolver } from './advocacy-actions/advocacy-actions.resolver.js';
import { CommitmentOverviewHandler, CommitmentsHandler } from './commitment-overview/commitment-overview.query.js';
import { CommitmentOverviewResolver } from './commitment-overview/commitment-overview.resolver.js';
import { CommitmentTimelineHandler, MayWatchHandler } from './commitment-timeline/commitment-timeline.query.js';
import { CommitmentTimelineResolver } from './commitment-timeline/commitment-timeline.resolver.js';
import { AppointDelegateHandler } from './appoint-delegate/appoint-delegate.command.js';
import { AppointDelegateResolver } from './appoint-delegate/appoint-delegate.resolver.js';
import { ConfirmAdvocacyActionHandler } from './confirm-advocacy-action/confirm-advocacy-action.command.js';
import { ConfirmAdvocacyActionResolver } from './confirm-advocacy-action/confirm-advocacy-action.resolver.js';
import { CorrectAdvocacyActionHandler } from './correct-advocacy-action/correct-advocacy-action.command.js';
import { CorrectAdvocacyActionResolver } from './correct-advocacy-action/correct-advocacy-action.resolver.js';
import { CorrectOutcomeHandler } from './correct-outcome/correct-outcome.command.js';
import { CorrectOutcomeResolver } from './correct-outcome/correct-outcome.resolver.js';
import { DeclineCommitmentHandler } from './decline-commitment/decline-commitment.command.js';
import { DeclineCommitmentResolver } from './decline-commitment/decline-commitment.resolver.js';
import { DelegatesHandler } from './delegates/delegates.query.js';
import { DelegatesResolver } from './delegates/delegates.resolver.js';
import { DismissDelegateHandler } from './dismiss-delegate/dismiss-delegate.command.js';
import { DismissDelegateResolver } from './dismiss-delegate/dismiss-delegate.resolver.js';
import { DiscloseAdvocacyActionHandler } from './disclose-advocacy-action/disclose-advocacy-action.command.js';
import { DiscloseAdvocacyActionResolver } from './disclose-advocacy-action/disclose-advocacy-action.resolver.js';
import { DisputeAdvocacyActionHandler } from './dispute-advocacy-action/dispute-advocacy-action.command.js';
import { DisputeAdvocacyActionResolver } from './dispute-advocacy-action/dispute-advocacy-action.resolver.js';
import { EndCommitmentHandler } from './end-commitment/end-commitment.command.js';
import { EndCommitmentResolver } from './end-commitment/end-commitment.resolver.js';
import { LinkOutcomeHandler } from './link-outcome/link-outcome.command.js';
import { LinkOutcomeResolver } from './link-outcome/link-outcome.resolver.js';
import { MarkPledgeMissedHandler } from './mark-pledge-missed/mark-pledge-missed.command.js';
import { MarkPledgeMissedResolver } from './mark-pledge-missed/mark-pledge-missed.resolver.js';
import { NameWitnessHandler } from './name-witness/name-witness.command.js';
import { NameWitnessResolver } from './name-witness/name-witness.resolver.js';
import { PauseCommitmentHandler } from './pause-commitment/pause-commitment.command.js';
import { PauseCommitmentResolver } from './pause-commitment/pause-commitment.resolver.js';
import { OutcomesHandler } from './outcomes/outcomes.query.js';
import { OutcomesResolver } from './outcomes/outcomes.resolver.js';
import { ProposeAmendmentHandler } from './propose-amendment/propose-amendment.command.js';
import { ProposeAmendmentResolver } from './propose-amendment/propose-amendment.resolver.js';
import { ProposeCommitmentHandler } from './propose-commitment/propose-commitment.command.js';
import { ProposeCommitmentResolver } from './propose-commitment/propose-commitment.resolver.js';
import { RecordAdvocacyActionHandler } from './record-advocacy-action/record-advocacy-action.command.js';
import { RecordAdvocacyActionResolver } from './record-advocacy-action/record-advocacy-action.resolver.js';
import { RecordOutcomeHandler } from './record-outcome/record-outcome.command.js';
import { RecordOutcomeResolver } from './record-outcome/record-outcome.resolver.js';
import { RenegotiatePledgeHandler } from './renegotiate-pledge/renegotiate-pledge.command.js';
import { RenegotiatePledgeResolver } from './renegotiate-pledge/renegotiate-pledge.resolver.js';
import { ReportPledgeHandler } from './report-pledge/report-pledge.command.js';
import { ReportPledgeResolver } from './report-pledge/report-pledge.resolver.js';
import { ResumeCommitmentHandler } from './resume-commitment/resume-commitment.command.js';
import { ResumeCommitmentResolver } from './resume-commitment/resume-commitment.resolver.js';
import { RetractAdvocacyActionHandler } from './retract-advocacy-action/retract-advocacy-action.command.js';
import { RetractAdvocacyActionResolver } from './retract-advocacy-action/retract-advocacy-action.resolver.js';
import { RetractOutcomeHandler } from './retract-outcome/retract-outcome.command.js';
import { RetractOutcomeResolver } from './retract-outcome/retract-outcome.resolver.js';
import { SignCommitmentHandler } from './sign-commitment/sign-commitment.command.js';
import { SignCommitmentResolver } from './sign-commitment/sign-commitment.resolver.js';
import { VerifyOutcomeHandler } from './verify-outcome/verify-outcome.command.js';
import { VerifyOutcomeResolver } from './verify-outcome/verify-outcome.resolver.js';
import { WithdrawFromCommitmentHandler } from './withdraw-from-commitment/withdraw-from-commitment.command.js';
import { WithdrawFromCommitmentResolver } from './withdraw-from-commitment/withdraw-from-commitment.resolver.js';
import { WithdrawPledgeHandler } from './withdraw-pledge/withdraw-pledge.command.js';
import { WithdrawPledgeResolver } from './withdraw-pledge/withdraw-pledge.resolver.js';
import { Participants } from './participants/participants.js';
import { RunningCommitments } from './sponsor-places/running-commitments.js';

const commands = [
  ProposeCommitmentHandler, SignCommitmentHandler, DeclineCommitmentHandler, ProposeAmendmentHandler, PauseCommitmentHandler,
  ResumeCommitmentHandler, WithdrawFromCommitmentHandler, EndCommitmentHandler, ReportPledgeHandler, RenegotiatePledgeHandler, WithdrawPledgeHandler,
  MarkPledgeMissedHandler, RecordAdvocacyActionHandler, NameWitnessHandler, ConfirmAdvocacyActionHandler, DisputeAdvocacyActionHandler,
  CorrectAdvocacyActionHandler, RetractAdvocacyActionHandler, DiscloseAdvocacyActionHandler, RecordOutcomeHandler, VerifyOutcomeHandler,
  LinkOutcomeHandler, CorrectOutcomeHandler, RetractOutcomeHandler, AppointDelegateHandler, DismissDelegateHandler,
];
const queries = [CommitmentOverviewHandler, CommitmentsHandler, AdvocacyActionsHandler, OutcomesHandler, CommitmentTimelineHandler, MayWatchHandler, DelegatesHandler];
const resolvers = [
  ProposeCommitmentResolver, SignCommitmentResolver, DeclineCommitmentResolver, ProposeAmendmentResolver, PauseCommitmentResolver,
  ResumeCommitmentResolver, WithdrawFromCommitmentResolver, EndCommitmentResolver, ReportPledgeResolver, RenegotiatePledgeResolver,
  WithdrawPledgeResolver, MarkPledgeMissedResolver, RecordAdvocacyActionResolver, NameWitnessResolver, ConfirmAdvocacyActionResolver,
  DisputeAdvocacyActionResolver, CorrectAdvocacyActionResolver, RetractAdvocacyActionResolver, DiscloseAdvocacyActionResolver, RecordOutcomeResolver,
  VerifyOutcomeResolver, LinkOutcomeResolver, CorrectOutcomeResolver, RetractOutcomeResolver, AppointDelegateResolver, DismissDelegateResolver, DelegatesResolver,
  CommitmentOverviewResolver, AdvocacyActionsResolver, OutcomesResolver, CommitmentTimelineResolver,
];

/** Commitments, advocacy actions and outcomes: what may be done and what may be seen. From outside it needs the log, the clock, read
 * models, pages and wake-ups, and the directory's `ReportingLines`, all provided globally. */
@Module({ imports: [CqrsModule], providers: [...commands, ...queries, ...resolvers, Participants, RunningCommitments] })
export class SponsorshipModule {}
