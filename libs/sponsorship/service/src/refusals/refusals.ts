import { refusals } from '@vouchsafe/graphql';
import type {
  AppointDelegateRejection, DismissDelegateRejection, ConfirmAdvocacyActionRejection, CorrectAdvocacyActionRejection, CorrectOutcomeRejection, DeclineCommitmentRejection, DiscloseAdvocacyActionRejection,
  DisputeAdvocacyActionRejection, EndCommitmentRejection, LinkOutcomeRejection, MarkPledgeMissedRejection, NameWitnessRejection, PauseCommitmentRejection,
  ProposeAmendmentRejection, ProposeCommitmentRejection, RecordAdvocacyActionRejection, RecordOutcomeRejection, RenegotiatePledgeRejection,
  ReportPledgeRejection, RetractAdvocacyActionRejection, RetractOutcomeRejection, SignCommitmentRejection, VerifyOutcomeRejection, WithdrawPledgeRejection,
} from '@vouchsafe/sponsorship-domain';
import type { OnlyThePartiesMayPropose } from '../propose-commitment/propose-commitment.command.js';
import type { NotYoursToRecord } from '../record-outcome/record-outcome.command.js';

export type SponsorshipRejection =
  | ProposeCommitmentRejection | OnlyThePartiesMayPropose | ProposeAmendmentRejection | SignCommitmentRejection | DeclineCommitmentRejection
  | PauseCommitmentRejection | EndCommitmentRejection | AppointDelegateRejection | DismissDelegateRejection
  | ReportPledgeRejection | RenegotiatePledgeRejection | WithdrawPledgeRejection | MarkPledgeMissedRejection
  | RecordAdvocacyActionRejection | NameWitnessRejection | ConfirmAdvocacyActionRejection | DisputeAdvocacyActionRejection
  | CorrectAdvocacyActionRejection | RetractAdvocacyActionRejection | DiscloseAdvocacyActionRejection
  | RecordOutcomeRejection | NotYoursToRecord | VerifyOutcomeRejection | LinkOutcomeRejection | CorrectOutcomeRejection | RetractOutcomeRejection;

const sides = { SPONSOR: 'sponsor', PROTEGE: 'protégé' } as const;
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** Every reason for which sponsorship says no, in words for the person who asked. */
export const refusal = refusals<SponsorshipRejection>({
  CommitmentNotActive: ({ status }) => {
    switch (status) {
      case 'none': return 'There is no commitment of yours under this id.';
      case 'proposed': return 'Nothing was in force yet on that day: it takes the signatures of both.';
      case 'declined': return 'The commitment was declined.';
      case 'paused': return 'The commitment was paused on that day. Choose a day on which it was active, or resume it.';
      case 'withdrawn': case 'ended': return 'The commitment had ended by that day.';
      case 'active': return 'The commitment is not open for this.';
    }
  },
  OnlyThePartiesMayPropose: () => 'You can propose a commitment in which you are the sponsor or the protégé.',
  CommitmentAlreadyProposed: () => 'A commitment with this id is on record already.',
  SponsorAndProtegeMustDiffer: () => 'A commitment takes two people.',
  ProgramTakesNoCommitments: () => 'There is no open programme under this id.',
  SponsorIsNotInTheProgram: () => 'The sponsor has no approved place as a sponsor in this programme. Ask its lead.',
  ProtegeIsNotInTheProgram: () => 'The protégé has no approved place as a protégé in this programme, or not in this cohort. Ask its lead.',
  DelegateMustBeSomeoneElse: () => 'You record for yourself already. Name somebody else.',
  DelegateIsNotHere: () => 'There is nobody of your organization under this id.',
  NoSuchDelegate: () => 'Nobody records for you under this id.',
  TenDelegatesAreEnough: () => 'Ten people record for you already. Take the permission from one of them first.',
  TermMustEnd: ({ latestEnd }) => `A commitment ends after it starts, and by ${latestEnd} at the latest.`,
  TermIsOver: ({ end }) => `The term of this text ended on ${end}. Propose one that ends later.`,
  BothSidesMustPledge: ({ missing }) => `Both sides pledge something: a pledge of the ${sides[missing]} is missing.`,
  PledgeNamedTwice: () => 'Two pledges of this text have the same id.',
  DueOutsideTheTerm: ({ term }) => `A pledge falls due inside the term, from ${term.start} to ${term.end}.`,
  OnlyASponsorPledgesBehaviours: () => 'A behaviour of the catalogue is the sponsor’s to pledge. Say what the protégé hands over.',
  VersionHasChanged: ({ version }) => `The newest text is version ${version}. Read it first.`,
  PledgeIsAnotherPromise: () => 'A pledge that goes on keeps its promise. For another promise, let it go and add a new one.',
  PledgeAsksLessThanWasDone: ({ done }) => `It was done ${times(done)} already. Ask for more than that, or let it stand.`,
  SponsorIsFull: () => 'The sponsor has no free place at this moment.',
  SponsorIsInTheChain: () => 'One of the two reports to the other, directly or further up. Sponsorship takes somebody outside the reporting line.',
  LaterDaysAreRecorded: ({ latest }) => `Something is on record for ${latest}. Choose that day or a later one.`,
  TermIsNotOver: ({ end }) => `The term runs up to and including ${end}.`,
  NotYetHappened: ({ today }) => `That day has not come yet. Choose a day up to ${today}.`,
  NoSuchPledge: () => 'The commitment has no pledge with this id.',
  PledgeIsClosed: ({ status }) => {
    switch (status) {
      case 'kept': return 'The pledge was kept already.';
      case 'missed': return 'The pledge was missed; its day has passed.';
      case 'released': case 'takenBack': return 'The pledge was let go.';
    }
  },
  PledgeIsPastItsDay: ({ dueOn }) => `The pledge was due on ${dueOn}. From then on it is kept late or missed.`,
  NewDayHasPassed: ({ today }) => `Choose ${today} or a later day.`,
  PledgeIsNotYetDue: ({ dueOn }) => `The pledge is due on ${dueOn}, and can be missed from the day after.`,
  OnlyTheSponsorMayDoThis: () => 'Only the sponsor of this commitment may do this.',
  OnlyTheProtegeMayDoThis: () => 'Only the protégé of this commitment may do this.',
  UnknownBehaviour: () => 'The catalogue holds no behaviour of this name.',
  BehaviourBelongsToAnotherAct: ({ act }) => `This behaviour belongs to the act ${act}.`,
  PledgeIsOfTheOtherSide: () => 'That pledge is the protégé’s to keep. Name one of the sponsor’s.',
  PledgeIsForAnotherBehaviour: ({ behaviour }) => `That pledge promises ${behaviour}. Name the pledge that this action serves, or leave it out.`,
  ActionAlreadyRecorded: () => 'An action with this id is on record already.',
  NoSuchAction: () => 'There is no action of yours under this id.',
  ActionIsRetracted: () => 'The action was retracted.',
  WitnessMustBeSomeoneElse: () => 'A witness is neither of the pair, nor whoever recorded the action.',
  OwnActionCannotBeConfirmed: () => 'Nobody confirms what they did or recorded themselves.',
  DocumentIsNotNamed: () => 'Say where the document is to be found.',
  NotYoursToRecord: () => 'You can record your own outcomes, those of your protégé within the term if you name your commitment, and those within a programme that you lead.',
  OutcomeAlreadyRecorded: () => 'An outcome with this id is on record already.',
  NoSuchOutcome: () => 'There is no outcome under this id that you may change.',
  OutcomeIsRetracted: () => 'The outcome was retracted.',
  OwnOutcomeCannotBeVerified: () => 'Nobody verifies what happened to themselves, or what they recorded. Ask somebody else.',
  OnlyASystemMayVerifyThis: () => 'That state of evidence comes from a system of record, not from a person.',
  EvidenceMovesUpOnly: () => 'The outcome is better evidenced already.',
  VerifiedByOthers: () => 'Others have verified this outcome, so it is no longer yours to change. Ask the lead of the programme.',
  ActionWasForSomeoneElse: () => 'That action was done for another person.',
  ActionIsLaterThanTheOutcome: () => 'That action came after the outcome.',
});
