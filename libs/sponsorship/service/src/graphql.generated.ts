// Made from the .graphql files by `npm run generate`. Edit those.

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, `2026-03-01`: no time, no zone. What happened in the world is dated in days. */
  Date: { input: string; output: string; }
  /** A moment in UTC, `2026-03-01T09:30:00.000Z`: when the ledger learned something. */
  Instant: { input: string; output: string; }
  /**
   * A place in an organization's log, as decimal digits in a string: `"1024"`. Every mutation answers the position it wrote;
   * hand it to a query as `after`, and the query waits until it can see your write.
   */
  Position: { input: string; output: string | number; }
};

/** An action with this id is on record already. */
export type ActionAlreadyRecorded = Refusal & {
  readonly __typename: 'ActionAlreadyRecorded';
  readonly message: Scalars['String']['output'];
};

/** The action came after the outcome. */
export type ActionIsLaterThanTheOutcome = Refusal & {
  readonly __typename: 'ActionIsLaterThanTheOutcome';
  readonly message: Scalars['String']['output'];
};

/** The action was retracted. */
export type ActionIsRetracted = Refusal & {
  readonly __typename: 'ActionIsRetracted';
  readonly message: Scalars['String']['output'];
};

/** The action was done for another person. */
export type ActionWasForSomeoneElse = Refusal & {
  readonly __typename: 'ActionWasForSomeoneElse';
  readonly message: Scalars['String']['output'];
};

/** The four kinds of advocacy (Chow, Harvard Business Review, 2021). */
export type AdvocacyAct =
  /** Spread a good impression of someone. */
  | 'AMPLIFY'
  /** Put someone forward for something specific. */
  | 'BOOST'
  /** Bring someone together with people out of their reach. */
  | 'CONNECT'
  /** Stand against a negative view of someone. */
  | 'DEFEND';

/** Something that a sponsor did for a protégé, as it is believed now. */
export type AdvocacyAction = {
  readonly __typename?: 'AdvocacyAction';
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** Which of the four kinds of advocacy it was. */
  readonly act: AdvocacyAct;
  /** The entry of the catalogue, such as `NOMINATE`. */
  readonly behaviour: Scalars['ID']['output'];
  /** Where it was said. */
  readonly forum: Forum;
  /** The day on which it happened. */
  readonly occurredOn: Scalars['Date']['output'];
  /** How it stands today. */
  readonly state: AdvocacyActionState;
  /** How it is attested, each way once. */
  readonly attested: ReadonlyArray<Confirmation>;
  /** Null if nobody said: unknown is never counted as absent. */
  readonly protegePresent?: Maybe<Scalars['Boolean']['output']>;
  /** Null for anybody but the sponsor and whoever recorded it. */
  readonly audience?: Maybe<Audience>;
  /** Whether the sponsor spoke from having seen the work; null if nobody said. */
  readonly directObservation?: Maybe<Scalars['Boolean']['output']>;
  /** Null for anybody but the sponsor and whoever recorded it. */
  readonly capital?: Maybe<Capital>;
  /** The pledge that it counts for; null if none. */
  readonly pledgeId?: Maybe<Scalars['ID']['output']>;
  /** The protégé's milestone that it serves; null if none was named. */
  readonly milestoneId?: Maybe<Scalars['ID']['output']>;
  /** Null for anybody but the sponsor and whoever recorded it. */
  readonly evidence?: Maybe<Scalars['String']['output']>;
  /** Whether it was recorded long after its day. */
  readonly late: Scalars['Boolean']['output'];
  /** What the protégé says against it, while that is unanswered. */
  readonly dispute?: Maybe<Scalars['String']['output']>;
  /** Whether the protégé may know of it. */
  readonly disclosed: Scalars['Boolean']['output'];
  /** Who recorded it: the sponsor, or a delegate. */
  readonly recordedBy: Person;
};

/** Attested. */
export type AdvocacyActionConfirmed = {
  readonly __typename: 'AdvocacyActionConfirmed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** A page of advocacy actions. */
export type AdvocacyActionConnection = {
  readonly __typename?: 'AdvocacyActionConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<AdvocacyActionEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** Corrected. */
export type AdvocacyActionCorrected = {
  readonly __typename: 'AdvocacyActionCorrected';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Which of the four kinds of advocacy it was. */
  readonly act: AdvocacyAct;
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** From here on the protégé may know of it. */
export type AdvocacyActionDisclosed = {
  readonly __typename: 'AdvocacyActionDisclosed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Disputed. */
export type AdvocacyActionDisputed = {
  readonly __typename: 'AdvocacyActionDisputed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** One entry of such a page, and its place in the list. */
export type AdvocacyActionEdge = {
  readonly __typename?: 'AdvocacyActionEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: AdvocacyAction;
};

/** Recorded. */
export type AdvocacyActionRecorded = {
  readonly __typename: 'AdvocacyActionRecorded';
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Which of the four kinds of advocacy it was. */
  readonly act: AdvocacyAct;
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Retracted. */
export type AdvocacyActionRetracted = {
  readonly __typename: 'AdvocacyActionRetracted';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** RECORDED: not attested yet. CONFIRMED: attested, and nobody disputes it. DISPUTED: the protégé says that it was not so. RETRACTED: taken back. */
export type AdvocacyActionState =
  | 'RECORDED'
  | 'CONFIRMED'
  | 'DISPUTED'
  | 'RETRACTED';

/** It waits for both signatures. Until then the version in force goes on. */
export type AmendmentProposed = {
  readonly __typename: 'AmendmentProposed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Name it when you sign. */
  readonly version: Scalars['Int']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** What `appointDelegate` takes. */
export type AppointDelegateInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** A person of your organization. */
  readonly delegateId: Scalars['ID']['input'];
};

/** What `appointDelegate` answers: first the success, then each rule that may stand in its way. */
export type AppointDelegateResult = DelegateAppointed | DelegateMustBeSomeoneElse | DelegateIsNotHere | TenDelegatesAreEnough;

/** Who heard it. */
export type Audience =
  | 'PEERS'
  | 'DECISION_MAKERS'
  | 'LEADERSHIP'
  | 'BOARD'
  | 'CLIENTS'
  | 'OTHER';

/** The behaviour belongs to another of the four acts. */
export type BehaviourBelongsToAnotherAct = Refusal & {
  readonly __typename: 'BehaviourBelongsToAnotherAct';
  readonly message: Scalars['String']['output'];
};

/** One of the sides pledges nothing. */
export type BothSidesMustPledge = Refusal & {
  readonly __typename: 'BothSidesMustPledge';
  readonly message: Scalars['String']['output'];
};

/** How often sponsor and protégé mean to speak. */
export type Cadence = {
  readonly __typename?: 'Cadence';
  /** The rhythm. */
  readonly kind: CadenceKind;
  /** Only with WEEKS. */
  readonly weeks?: Maybe<Scalars['Int']['output']>;
};

/** How often the pair meets. */
export type CadenceInput = {
  /** The rhythm. */
  readonly kind: CadenceKind;
  /** With WEEKS: every so many, 1 to 26. */
  readonly weeks?: InputMaybe<Scalars['Int']['input']>;
};

/** A rhythm of conversations. */
export type CadenceKind =
  | 'MONTHLY'
  | 'QUARTERLY'
  | 'WEEKS';

/** How much of the sponsor's standing it cost, in the sponsor's own estimate. */
export type Capital =
  | 'SMALL'
  | 'MEDIUM'
  | 'LARGE';

/** What a sponsor and a protégé have promised each other, from proposal to end. */
export type Commitment = {
  readonly __typename?: 'Commitment';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** The protégé's; null if none was named. */
  readonly cohortId?: Maybe<Scalars['ID']['output']>;
  /** Id of the sponsor. */
  readonly sponsorId: Scalars['ID']['output'];
  /** Who stands up for the other. */
  readonly sponsor: Person;
  /** Id of the protégé. */
  readonly protegeId: Scalars['ID']['output'];
  /** Who is stood up for. */
  readonly protege: Person;
  /** Where it stands today. */
  readonly status: CommitmentStatus;
  /** The version of the text in force, or of the first proposal while it waits. */
  readonly version: Scalars['Int']['output'];
  /** The words are the parties' own: null for whoever leads the programme. */
  readonly objective?: Maybe<Scalars['String']['output']>;
  /** How often the two mean to speak. */
  readonly cadence: Cadence;
  /** The first day of the term. */
  readonly termStart: Scalars['Date']['output'];
  /** The last day of the term. */
  readonly termEnd: Scalars['Date']['output'];
  /** The day of the second signature; null before. */
  readonly madeOn?: Maybe<Scalars['Date']['output']>;
  /** Pledges of both sides, never of one alone; null for whoever leads the programme. */
  readonly pledges?: Maybe<ReadonlyArray<Pledge>>;
  /** How each side keeps its word: always both, never one alone. */
  readonly scorecard: Scorecard;
  /** A newer text that waits for signatures; null if none does, and for whoever leads the programme. */
  readonly proposal?: Maybe<Proposal>;
  /** What happened, newest first. Null for anybody but the two parties. */
  readonly timeline?: Maybe<TimelineConnection>;
};


/** What a sponsor and a protégé have promised each other, from proposal to end. */
export type CommitmentTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A commitment with this id is on record already. */
export type CommitmentAlreadyProposed = Refusal & {
  readonly __typename: 'CommitmentAlreadyProposed';
  readonly message: Scalars['String']['output'];
};

/** A page of commitments. */
export type CommitmentConnection = {
  readonly __typename?: 'CommitmentConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<CommitmentEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** Declined: the first text with the commitment, a later one alone. */
export type CommitmentDeclined = {
  readonly __typename: 'CommitmentDeclined';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** One entry of such a page, and its place in the list. */
export type CommitmentEdge = {
  readonly __typename?: 'CommitmentEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Commitment;
};

/** Completed. */
export type CommitmentEnded = {
  readonly __typename: 'CommitmentEnded';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** No commitment of yours is open under this id on that day: it was never made, has not begun, is paused, or has ended. */
export type CommitmentNotActive = Refusal & {
  readonly __typename: 'CommitmentNotActive';
  readonly message: Scalars['String']['output'];
};

/** Paused from that day on. */
export type CommitmentPaused = {
  readonly __typename: 'CommitmentPaused';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** It waits for both signatures. */
export type CommitmentProposed = {
  readonly __typename: 'CommitmentProposed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Name it when you sign. */
  readonly version: Scalars['Int']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Active again from that day on. */
export type CommitmentResumed = {
  readonly __typename: 'CommitmentResumed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Signed. */
export type CommitmentSigned = {
  readonly __typename: 'CommitmentSigned';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** What was signed. */
  readonly version: Scalars['Int']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Where a commitment stands today. */
export type CommitmentStatus =
  | 'PROPOSED'
  | 'DECLINED'
  | 'ACTIVE'
  | 'PAUSED'
  | 'FULFILLED'
  | 'WITHDRAWN'
  | 'ENDED';

/** Over from that day on. Pledges that were open are neither kept nor missed. */
export type CommitmentWithdrawn = {
  readonly __typename: 'CommitmentWithdrawn';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** What `confirmAdvocacyAction` takes. */
export type ConfirmAdvocacyActionInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['input'];
  /** In which role you attest. */
  readonly as: Confirmation;
  /** With DOCUMENT: where to find it, at most 200 characters; never the document itself. */
  readonly document?: InputMaybe<Scalars['String']['input']>;
};

/** What `confirmAdvocacyAction` answers: first the success, then each rule that may stand in its way. */
export type ConfirmAdvocacyActionResult = AdvocacyActionConfirmed | NoSuchAction | ActionIsRetracted | OnlyTheProtegeMayDoThis | OwnActionCannotBeConfirmed | DocumentIsNotNamed;

/** In which role somebody attests to an action. A protégé is never a witness to their own case. */
export type Confirmation =
  | 'PROTEGE'
  | 'WITNESS'
  | 'DOCUMENT';

/** The whole facts as they should read, unchanged ones included: what you leave out is taken for not known. */
export type CorrectAdvocacyActionInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['input'];
  /** An entry of the organization's catalogue, such as `NOMINATE`. It belongs to one act. */
  readonly behaviour: Scalars['ID']['input'];
  /** Where it was said. */
  readonly forum: Forum;
  /** The day on which it happened. */
  readonly occurredOn: Scalars['Date']['input'];
  /** Who heard it. */
  readonly audience: Audience;
  /** Whether the protégé was in the room. */
  readonly protegePresent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether you spoke from having seen the work yourself. */
  readonly directObservation?: InputMaybe<Scalars['Boolean']['input']>;
  /** How much of your standing it cost. */
  readonly capital?: InputMaybe<Capital>;
  /** The pledge that it fulfils, wholly or in part. */
  readonly pledgeId?: InputMaybe<Scalars['ID']['input']>;
  /** The protégé's milestone that it serves; null if none was named. */
  readonly milestoneId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the evidence lies, at most 200 characters. */
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
  /** Why, in at most 280 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What `correctAdvocacyAction` answers: first the success, then each rule that may stand in its way. */
export type CorrectAdvocacyActionResult = AdvocacyActionCorrected | OnlyTheSponsorMayDoThis | NoSuchAction | ActionIsRetracted | CommitmentNotActive | NotYetHappened | UnknownBehaviour | BehaviourBelongsToAnotherAct | NoSuchPledge | PledgeIsClosed | PledgeIsOfTheOtherSide | PledgeIsForAnotherBehaviour;

/** The whole facts as they should read, unchanged ones included: what you leave out is taken for not known. The person and the programme stay. */
export type CorrectOutcomeInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['input'];
  /** What happened. */
  readonly kind: OutcomeKind;
  /** The day it took effect. */
  readonly occurredOn: Scalars['Date']['input'];
  /** A measured value, where there is one. */
  readonly measure?: InputMaybe<MeasureInput>;
  /** Why, in at most 280 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What `correctOutcome` answers: first the success, then each rule that may stand in its way. */
export type CorrectOutcomeResult = OutcomeCorrected | NoSuchOutcome | OutcomeIsRetracted | VerifiedByOthers | NotYetHappened;

/** What `declineCommitment` takes. */
export type DeclineCommitmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** The version that you read. */
  readonly version: Scalars['Int']['input'];
};

/** What `declineCommitment` answers: first the success, then each rule that may stand in its way. */
export type DeclineCommitmentResult = CommitmentDeclined | CommitmentNotActive | VersionHasChanged;

/** Somebody who records on a sponsor's behalf. */
export type Delegate = {
  readonly __typename?: 'Delegate';
  /** Id of the delegate, a person of your organization. */
  readonly delegateId: Scalars['ID']['output'];
  /** Who they are. */
  readonly delegate: Person;
  /** The day on which they were appointed. */
  readonly since: Scalars['Date']['output'];
};

/** They may record from now on, until you dismiss them. */
export type DelegateAppointed = {
  readonly __typename: 'DelegateAppointed';
  /** Id of the delegate, a person of your organization. */
  readonly delegateId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** They do not record for you. */
export type DelegateDismissed = {
  readonly __typename: 'DelegateDismissed';
  /** Id of the delegate, a person of your organization. */
  readonly delegateId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Nobody of this organization has this id, or they have left. */
export type DelegateIsNotHere = Refusal & {
  readonly __typename: 'DelegateIsNotHere';
  readonly message: Scalars['String']['output'];
};

/** The delegate is the sponsor. */
export type DelegateMustBeSomeoneElse = Refusal & {
  readonly __typename: 'DelegateMustBeSomeoneElse';
  readonly message: Scalars['String']['output'];
};

/** What `discloseAdvocacyAction` takes. */
export type DiscloseAdvocacyActionInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['input'];
};

/** What `discloseAdvocacyAction` answers: first the success, then each rule that may stand in its way. */
export type DiscloseAdvocacyActionResult = AdvocacyActionDisclosed | OnlyTheSponsorMayDoThis | NoSuchAction | ActionIsRetracted;

/** What `dismissDelegate` takes. */
export type DismissDelegateInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the delegate, a person of your organization. */
  readonly delegateId: Scalars['ID']['input'];
};

/** What `dismissDelegate` answers: first the success, then each rule that may stand in its way. */
export type DismissDelegateResult = DelegateDismissed | NoSuchDelegate;

/** What `disputeAdvocacyAction` takes. */
export type DisputeAdvocacyActionInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['input'];
  /** In at most 280 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What `disputeAdvocacyAction` answers: first the success, then each rule that may stand in its way. */
export type DisputeAdvocacyActionResult = AdvocacyActionDisputed | NoSuchAction | ActionIsRetracted | OnlyTheProtegeMayDoThis;

/** No document was named. */
export type DocumentIsNotNamed = Refusal & {
  readonly __typename: 'DocumentIsNotNamed';
  readonly message: Scalars['String']['output'];
};

/** A pledge falls due outside the term. */
export type DueOutsideTheTerm = Refusal & {
  readonly __typename: 'DueOutsideTheTerm';
  readonly message: Scalars['String']['output'];
};

/** What `endCommitment` takes. */
export type EndCommitmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
};

/** What `endCommitment` answers: first the success, then each rule that may stand in its way. */
export type EndCommitmentResult = CommitmentEnded | CommitmentNotActive | TermIsNotOver;

/** The outcome is better evidenced already. */
export type EvidenceMovesUpOnly = Refusal & {
  readonly __typename: 'EvidenceMovesUpOnly';
  readonly message: Scalars['String']['output'];
};

/** How well an outcome is evidenced, from weakest to strongest; it moves up only. */
export type EvidenceState =
  | 'SELF_REPORTED'
  | 'MANAGER_VERIFIED'
  | 'SYSTEM_VERIFIED';

/** Where it was said. In a talent review, a promotion round or a succession meeting even the fact is held back from the protégé until the sponsor discloses it. */
export type Forum =
  | 'TALENT_REVIEW'
  | 'PROMOTION_ROUND'
  | 'SUCCESSION'
  | 'BUDGET'
  | 'STAFFING'
  | 'LEADERSHIP_MEETING'
  | 'ONE_TO_ONE'
  | 'IN_WRITING'
  | 'OTHER';

/** Something that happened after that day is on record. */
export type LaterDaysAreRecorded = Refusal & {
  readonly __typename: 'LaterDaysAreRecorded';
  readonly message: Scalars['String']['output'];
};

/** What `linkOutcome` takes. */
export type LinkOutcomeInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['input'];
  /** The commitment under which the action was recorded. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['input'];
};

/** What `linkOutcome` answers: first the success, then each rule that may stand in its way. */
export type LinkOutcomeResult = OutcomeLinked | NoSuchOutcome | OutcomeIsRetracted | NoSuchAction | ActionWasForSomeoneElse | ActionIsLaterThanTheOutcome;

/** An advocacy action that an outcome is said to rest on. */
export type LinkedAction = {
  readonly __typename?: 'LinkedAction';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
};

/** What `markPledgeMissed` takes. */
export type MarkPledgeMissedInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['input'];
};

/** What `markPledgeMissed` answers: first the success, then each rule that may stand in its way. */
export type MarkPledgeMissedResult = PledgeMissed | CommitmentNotActive | NoSuchPledge | PledgeIsClosed | PledgeIsNotYetDue;

/** Money is in the minor unit of its currency (`EUR_MINOR`). */
export type Measure = {
  readonly __typename?: 'Measure';
  /** What it is now. */
  readonly value: Scalars['Float']['output'];
  /** Such as `FTE` or `EUR_MINOR`. */
  readonly unit: Scalars['String']['output'];
  /** What it was before, where that is known. */
  readonly baseline?: Maybe<Scalars['Float']['output']>;
};

/** A measured value, with what it was before where that is known. Money is in the minor unit of its currency (`EUR_MINOR`), a whole number. */
export type MeasureInput = {
  /** What it is now. */
  readonly value: Scalars['Float']['input'];
  /** Capital letters, digits and _, such as `FTE` or `EUR_MINOR`. */
  readonly unit: Scalars['String']['input'];
  /** What it was before. */
  readonly baseline?: InputMaybe<Scalars['Float']['input']>;
};

/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Lets somebody record and mend actions on your behalf, in all your commitments but one in which they are the protégé. The record names them. */
  readonly appointDelegate: AppointDelegateResult;
  /** Attests that an action happened, as the protégé or as a witness whom the sponsor named. It also answers a dispute. */
  readonly confirmAdvocacyAction: ConfirmAdvocacyActionResult;
  /** Replaces what is believed of an action; what was believed before stays in the log. Its pledges follow. It answers a dispute. */
  readonly correctAdvocacyAction: CorrectAdvocacyActionResult;
  /** Replaces what is believed of an outcome; what was believed before stays in the log. */
  readonly correctOutcome: CorrectOutcomeResult;
  /** Says no to the newest text; no reason is asked. Before both have signed once that ends it, afterwards only the amendment falls. */
  readonly declineCommitment: DeclineCommitmentResult;
  /** Lets the protégé know of an action in a confidential forum: that it happened, not what was said. */
  readonly discloseAdvocacyAction: DiscloseAdvocacyActionResult;
  /** Takes back the permission to record for you. What they recorded stays, under their name. */
  readonly dismissDelegate: DismissDelegateResult;
  /** The protégé says that it was not so. No figure counts the action as confirmed until it is corrected or confirmed anew. */
  readonly disputeAdvocacyAction: DisputeAdvocacyActionResult;
  /** Completes a commitment whose term is over. What is open then is missed. */
  readonly endCommitment: EndCommitmentResult;
  /** Says that an outcome rests on an action that was done for the same person, on its day or before. */
  readonly linkOutcome: LinkOutcomeResult;
  /** Says that the day of an open pledge has passed. While the commitment is paused nothing is missed. */
  readonly markPledgeMissed: MarkPledgeMissedResult;
  /** Names somebody who was in the room and may attest to an action. */
  readonly nameWitness: NameWitnessResult;
  /** From this day on no action counts and no pledge is missed, until it is resumed. */
  readonly pauseCommitment: PauseCommitmentResult;
  /** Writes a newer text for the same pair: before the first is signed, or while the commitment runs. It replaces one that still waits, and its signatures. */
  readonly proposeAmendment: ProposeAmendmentResult;
  /** Writes the first text of a commitment, for both to read and sign. Nobody has signed by proposing. */
  readonly proposeCommitment: ProposeCommitmentResult;
  /**
   * Records what a sponsor did for a protégé; a delegate of the sponsor may do it for them, and the record says so. Only the commitment, the behaviour and the forum must be said; the day is today
   * unless it was earlier. If a pledge is named, it is advanced by the same record.
   */
  readonly recordAdvocacyAction: RecordAdvocacyActionResult;
  /** Records what became of a career: your own, that of your protégé within the term of your commitment, or within a programme that you lead. */
  readonly recordOutcome: RecordOutcomeResult;
  /** Moves a pledge's day or number, up to and including its day. What is promised stays; changing that takes an amendment. */
  readonly renegotiatePledge: RenegotiatePledgeResult;
  /** Says that a pledge, of whichever side, was done once more. At the last time it is kept; with every pledge kept the commitment is fulfilled. */
  readonly reportPledge: ReportPledgeResult;
  /** Takes up a paused commitment again. */
  readonly resumeCommitment: ResumeCommitmentResult;
  /** It did not happen, or should not stand here. What it did for a pledge is undone; the record that it was said stays. */
  readonly retractAdvocacyAction: RetractAdvocacyActionResult;
  /** It never took effect. The record that it was said stays. */
  readonly retractOutcome: RetractOutcomeResult;
  /** Signs the newest text. At the second signature it takes effect: the commitment is made, or amended. */
  readonly signCommitment: SignCommitmentResult;
  /** Vouches for an outcome in a programme that you lead. Nobody verifies what happened to themselves, or what they recorded. */
  readonly verifyOutcome: VerifyOutcomeResult;
  /** Leaves a commitment, without fault and without a reason. Neither is asked, and neither is kept. */
  readonly withdrawFromCommitment: WithdrawFromCommitmentResult;
  /** Lets go of a pledge, up to and including its day. The side it was promised to releases it; the side that promised takes it back. */
  readonly withdrawPledge: WithdrawPledgeResult;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationAppointDelegateArgs = {
  input: AppointDelegateInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationConfirmAdvocacyActionArgs = {
  input: ConfirmAdvocacyActionInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationCorrectAdvocacyActionArgs = {
  input: CorrectAdvocacyActionInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationCorrectOutcomeArgs = {
  input: CorrectOutcomeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDeclineCommitmentArgs = {
  input: DeclineCommitmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDiscloseAdvocacyActionArgs = {
  input: DiscloseAdvocacyActionInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDismissDelegateArgs = {
  input: DismissDelegateInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDisputeAdvocacyActionArgs = {
  input: DisputeAdvocacyActionInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationEndCommitmentArgs = {
  input: EndCommitmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationLinkOutcomeArgs = {
  input: LinkOutcomeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationMarkPledgeMissedArgs = {
  input: MarkPledgeMissedInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationNameWitnessArgs = {
  input: NameWitnessInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationPauseCommitmentArgs = {
  input: PauseCommitmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationProposeAmendmentArgs = {
  input: ProposeAmendmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationProposeCommitmentArgs = {
  input: ProposeCommitmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRecordAdvocacyActionArgs = {
  input: RecordAdvocacyActionInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRecordOutcomeArgs = {
  input: RecordOutcomeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRenegotiatePledgeArgs = {
  input: RenegotiatePledgeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationReportPledgeArgs = {
  input: ReportPledgeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationResumeCommitmentArgs = {
  input: ResumeCommitmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRetractAdvocacyActionArgs = {
  input: RetractAdvocacyActionInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRetractOutcomeArgs = {
  input: RetractOutcomeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationSignCommitmentArgs = {
  input: SignCommitmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationVerifyOutcomeArgs = {
  input: VerifyOutcomeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationWithdrawFromCommitmentArgs = {
  input: WithdrawFromCommitmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationWithdrawPledgeArgs = {
  input: WithdrawPledgeInput;
};

/** What `nameWitness` takes. */
export type NameWitnessInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['input'];
  /** The id of a person of the organization; neither of the pair. */
  readonly witnessId: Scalars['ID']['input'];
};

/** What `nameWitness` answers: first the success, then each rule that may stand in its way. */
export type NameWitnessResult = WitnessNamed | OnlyTheSponsorMayDoThis | NoSuchAction | ActionIsRetracted | WitnessMustBeSomeoneElse;

/** The new day lies in the past. */
export type NewDayHasPassed = Refusal & {
  readonly __typename: 'NewDayHasPassed';
  readonly message: Scalars['String']['output'];
};

/** There is no action under this id that you may know of. */
export type NoSuchAction = Refusal & {
  readonly __typename: 'NoSuchAction';
  readonly message: Scalars['String']['output'];
};

/** Nobody records for you under this id. */
export type NoSuchDelegate = Refusal & {
  readonly __typename: 'NoSuchDelegate';
  readonly message: Scalars['String']['output'];
};

/** There is no outcome under this id that you may change. */
export type NoSuchOutcome = Refusal & {
  readonly __typename: 'NoSuchOutcome';
  readonly message: Scalars['String']['output'];
};

/** The commitment has no pledge with this id. */
export type NoSuchPledge = Refusal & {
  readonly __typename: 'NoSuchPledge';
  readonly message: Scalars['String']['output'];
};

/** The day lies in the future. */
export type NotYetHappened = Refusal & {
  readonly __typename: 'NotYetHappened';
  readonly message: Scalars['String']['output'];
};

/** You may record no outcome of this person, at that day, in that place. */
export type NotYoursToRecord = Refusal & {
  readonly __typename: 'NotYoursToRecord';
  readonly message: Scalars['String']['output'];
};

/** A protégé pledges something to hand over, not a behaviour of the catalogue. */
export type OnlyASponsorPledgesBehaviours = Refusal & {
  readonly __typename: 'OnlyASponsorPledgesBehaviours';
  readonly message: Scalars['String']['output'];
};

/** That state of evidence is a system's to give. */
export type OnlyASystemMayVerifyThis = Refusal & {
  readonly __typename: 'OnlyASystemMayVerifyThis';
  readonly message: Scalars['String']['output'];
};

/** You are neither the sponsor nor the protégé of what you propose. */
export type OnlyThePartiesMayPropose = Refusal & {
  readonly __typename: 'OnlyThePartiesMayPropose';
  readonly message: Scalars['String']['output'];
};

/** Only the protégé of this commitment may do this. */
export type OnlyTheProtegeMayDoThis = Refusal & {
  readonly __typename: 'OnlyTheProtegeMayDoThis';
  readonly message: Scalars['String']['output'];
};

/** Only the sponsor of this commitment may do this. */
export type OnlyTheSponsorMayDoThis = Refusal & {
  readonly __typename: 'OnlyTheSponsorMayDoThis';
  readonly message: Scalars['String']['output'];
};

/** What became of a career, as it is believed now. */
export type Outcome = {
  readonly __typename?: 'Outcome';
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['output'];
  /** Whose career it is. */
  readonly person: Person;
  /** Null if there is none, or none that you may know of. */
  readonly programId?: Maybe<Scalars['ID']['output']>;
  /** Null if there is none, or none that you may know of. */
  readonly commitmentId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  readonly kind: OutcomeKind;
  /** The day it took effect. */
  readonly occurredOn: Scalars['Date']['output'];
  /** A measured value, where there is one. Of a pay band it is told to the person, and to whoever recorded it. */
  readonly measure?: Maybe<Measure>;
  /** How well it is evidenced. */
  readonly evidenceState: EvidenceState;
  /** Where the news came from. */
  readonly source: OutcomeSource;
  /** Null where a system recorded it, or somebody whose part you may not know of. */
  readonly recordedBy?: Maybe<Person>;
  /** How it stands today. */
  readonly state: OutcomeState;
  /** The actions that the pair says it rests on, those of them that you may know of. Associated with, which is not to say caused by. */
  readonly restsOn: ReadonlyArray<LinkedAction>;
};

/** An outcome with this id is on record already. */
export type OutcomeAlreadyRecorded = Refusal & {
  readonly __typename: 'OutcomeAlreadyRecorded';
  readonly message: Scalars['String']['output'];
};

/** A page of outcomes. */
export type OutcomeConnection = {
  readonly __typename?: 'OutcomeConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<OutcomeEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** Corrected. */
export type OutcomeCorrected = {
  readonly __typename: 'OutcomeCorrected';
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** One entry of such a page, and its place in the list. */
export type OutcomeEdge = {
  readonly __typename?: 'OutcomeEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Outcome;
};

/** The outcome was retracted. */
export type OutcomeIsRetracted = Refusal & {
  readonly __typename: 'OutcomeIsRetracted';
  readonly message: Scalars['String']['output'];
};

/** What can happen to a career. Staying is not among them: retention is the absence of an exit, computed and never recorded. */
export type OutcomeKind =
  | 'PROMOTION'
  | 'LATERAL_MOVE'
  | 'TRANSITION'
  | 'STRETCH_ASSIGNMENT'
  | 'PAY_BAND'
  | 'RECOGNITION'
  | 'VISIBILITY'
  | 'EXIT';

/** Linked. Associated with, which is not to say caused by. */
export type OutcomeLinked = {
  readonly __typename: 'OutcomeLinked';
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Recorded as reported by a person; somebody else may verify it. */
export type OutcomeRecorded = {
  readonly __typename: 'OutcomeRecorded';
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['output'];
  /** How well it is evidenced so far. */
  readonly evidenceState: EvidenceState;
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Retracted. */
export type OutcomeRetracted = {
  readonly __typename: 'OutcomeRetracted';
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Where the news of an outcome comes from. */
export type OutcomeSource =
  | 'PERSON'
  | 'DIRECTORY'
  | 'OTHER_SYSTEM';

/** RETRACTED: it never took effect. */
export type OutcomeState =
  | 'RECORDED'
  | 'RETRACTED';

/** Verified. */
export type OutcomeVerified = {
  readonly __typename: 'OutcomeVerified';
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** You did or recorded this action yourself. */
export type OwnActionCannotBeConfirmed = Refusal & {
  readonly __typename: 'OwnActionCannotBeConfirmed';
  readonly message: Scalars['String']['output'];
};

/** You recorded this outcome, or it is your own. */
export type OwnOutcomeCannotBeVerified = Refusal & {
  readonly __typename: 'OwnOutcomeCannotBeVerified';
  readonly message: Scalars['String']['output'];
};

/** Where a page of a connection ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more behind `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Hand it back as `after` to get the next page. Opaque; it serves one organization and one list only. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** What `pauseCommitment` takes. */
export type PauseCommitmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** The day from which it rests; it may lie in the past, if nothing was recorded after it. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `pauseCommitment` answers: first the success, then each rule that may stand in its way. */
export type PauseCommitmentResult = CommitmentPaused | CommitmentNotActive | NotYetHappened | LaterDaysAreRecorded;

/** The basics that everyone in an organization knows of everyone: name, post, place. Never a trait, never an address. */
export type Person = {
  readonly __typename?: 'Person';
  /** Says nothing by itself, and never changes. */
  readonly personId: Scalars['ID']['output'];
  /** Null where the employer's file names nobody. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Of the post held today. */
  readonly jobTitle?: Maybe<Scalars['String']['output']>;
  /** Of the post held today; of several, the one that takes most of the week. */
  readonly postId?: Maybe<Scalars['ID']['output']>;
  /** Of the post held today, as the employer writes it. */
  readonly grade?: Maybe<Scalars['String']['output']>;
  /** In tenths of a level: a gap of two levels is 20. Null if unknown. */
  readonly level?: Maybe<Scalars['Int']['output']>;
  /** Of the post held today. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** Of the post held today. */
  readonly function?: Maybe<Scalars['String']['output']>;
  /** The day on which they first joined. */
  readonly joinedOn?: Maybe<Scalars['Date']['output']>;
  /** Whether the person is with the organization today; null if the directory does not know them. */
  readonly isPresent?: Maybe<Scalars['Boolean']['output']>;
};

/** One promise by one side. */
export type Pledge = {
  readonly __typename?: 'Pledge';
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['output'];
  /** Whose promise it is. */
  readonly side: Side;
  /** A behaviour of the catalogue; null if something is to be handed over instead. */
  readonly behaviour?: Maybe<Scalars['ID']['output']>;
  /** What is to be handed over; null if a behaviour was promised. */
  readonly deliverable?: Maybe<Scalars['String']['output']>;
  /** How often it was promised. */
  readonly times: Scalars['Int']['output'];
  /** How often it was done. */
  readonly done: Scalars['Int']['output'];
  /** The day by which it is to be kept. */
  readonly dueOn: Scalars['Date']['output'];
  /** How it stands today. */
  readonly status: PledgeStatus;
  /** Whether it was kept by its day; null while it is open. */
  readonly onTime?: Maybe<Scalars['Boolean']['output']>;
};

/** A pledge that goes on asks for no more than was done already. */
export type PledgeAsksLessThanWasDone = Refusal & {
  readonly __typename: 'PledgeAsksLessThanWasDone';
  readonly message: Scalars['String']['output'];
};

/** One promise by one side. */
export type PledgeInput = {
  /** In an amendment: the id of the pledge that goes on. Leave it out for a new one. */
  readonly pledgeId?: InputMaybe<Scalars['ID']['input']>;
  /** Whose promise it is. */
  readonly side: Side;
  /** A behaviour, or something handed over. */
  readonly pledged: PledgedInput;
  /** How often, 1 to 100. */
  readonly times?: InputMaybe<Scalars['Int']['input']>;
  /** A day inside the term. */
  readonly dueOn: Scalars['Date']['input'];
};

/** A pledge that goes on promises something else than before. */
export type PledgeIsAnotherPromise = Refusal & {
  readonly __typename: 'PledgeIsAnotherPromise';
  readonly message: Scalars['String']['output'];
};

/** The pledge is no longer open: it was kept, missed or let go. */
export type PledgeIsClosed = Refusal & {
  readonly __typename: 'PledgeIsClosed';
  readonly message: Scalars['String']['output'];
};

/** The pledge promises another behaviour than this one. */
export type PledgeIsForAnotherBehaviour = Refusal & {
  readonly __typename: 'PledgeIsForAnotherBehaviour';
  readonly message: Scalars['String']['output'];
};

/** The day of the pledge has not passed. */
export type PledgeIsNotYetDue = Refusal & {
  readonly __typename: 'PledgeIsNotYetDue';
  readonly message: Scalars['String']['output'];
};

/** The pledge is the other side's to keep. */
export type PledgeIsOfTheOtherSide = Refusal & {
  readonly __typename: 'PledgeIsOfTheOtherSide';
  readonly message: Scalars['String']['output'];
};

/** The day of the pledge has passed. */
export type PledgeIsPastItsDay = Refusal & {
  readonly __typename: 'PledgeIsPastItsDay';
  readonly message: Scalars['String']['output'];
};

/** Missed. */
export type PledgeMissed = {
  readonly __typename: 'PledgeMissed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Two pledges of the text share an id. */
export type PledgeNamedTwice = Refusal & {
  readonly __typename: 'PledgeNamedTwice';
  readonly message: Scalars['String']['output'];
};

/** It is due anew. */
export type PledgeRenegotiated = {
  readonly __typename: 'PledgeRenegotiated';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Noted. */
export type PledgeReported = {
  readonly __typename: 'PledgeReported';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** RELEASED: let go by the side it was promised to, or by both; it leaves every count. TAKEN_BACK: by the side that had promised it. */
export type PledgeStatus =
  | 'OPEN'
  | 'KEPT'
  | 'MISSED'
  | 'RELEASED'
  | 'TAKEN_BACK';

/** Let go. */
export type PledgeWithdrawn = {
  readonly __typename: 'PledgeWithdrawn';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** What is promised. */
export type PledgedInput =
  /** A behaviour of the catalogue, such as `NOMINATE`. Only a sponsor pledges behaviours. */
  { readonly behaviour: Scalars['ID']['input']; readonly deliverable?: never; }
  |  /** Something handed over, in at most 200 characters. */
  { readonly behaviour?: never; readonly deliverable: Scalars['String']['input']; };

/** No programme of this id is open: it was never defined, is a draft, or is closed. */
export type ProgramTakesNoCommitments = Refusal & {
  readonly __typename: 'ProgramTakesNoCommitments';
  readonly message: Scalars['String']['output'];
};

/** A text that waits for signatures. Name its version when you sign, so that nobody signs what they have not read. */
export type Proposal = {
  readonly __typename?: 'Proposal';
  /** The number to name when you sign. */
  readonly version: Scalars['Int']['output'];
  /** What the protégé wants to reach. */
  readonly objective: Scalars['String']['output'];
  /** How often the two mean to speak. */
  readonly cadence: Cadence;
  /** The first day of the term. */
  readonly termStart: Scalars['Date']['output'];
  /** The last day of the term. */
  readonly termEnd: Scalars['Date']['output'];
  /** Every pledge that is open once it is signed. */
  readonly pledges: ReadonlyArray<Pledge>;
  /** Which sides have signed already. */
  readonly signedBy: ReadonlyArray<Side>;
};

/** What `proposeAmendment` takes. */
export type ProposeAmendmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** The number of the new text: one more than the newest that you read. */
  readonly version: Scalars['Int']['input'];
  /** In at most 280 characters. */
  readonly objective: Scalars['String']['input'];
  /** How often the two mean to speak. */
  readonly cadence: CadenceInput;
  /** The first day of the term. */
  readonly termStart: Scalars['Date']['input'];
  /** At most 24 months after it starts. */
  readonly termEnd: Scalars['Date']['input'];
  /** Every pledge that shall be open from then on; one that you leave out is let go by both. At most 50. */
  readonly pledges: ReadonlyArray<PledgeInput>;
};

/** What `proposeAmendment` answers: first the success, then each rule that may stand in its way. */
export type ProposeAmendmentResult = AmendmentProposed | CommitmentNotActive | VersionHasChanged | TermMustEnd | TermIsOver | BothSidesMustPledge | PledgeNamedTwice | DueOutsideTheTerm | OnlyASponsorPledgesBehaviours | UnknownBehaviour | PledgeIsClosed | PledgeIsPastItsDay | PledgeIsAnotherPromise | PledgeAsksLessThanWasDone;

/** What `proposeCommitment` takes. */
export type ProposeCommitmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** An open programme, in which both of you hold an approved place: the sponsor as sponsor, the protégé as protégé. */
  readonly programId: Scalars['ID']['input'];
  /** The protégé's. Left out: their cohort, if they are in one only. */
  readonly cohortId?: InputMaybe<Scalars['ID']['input']>;
  /** You are one of the two. */
  readonly sponsorId: Scalars['ID']['input'];
  /** The other, or you. */
  readonly protegeId: Scalars['ID']['input'];
  /** What the protégé wants to reach, in at most 280 characters. */
  readonly objective: Scalars['String']['input'];
  /** How often the two mean to speak. */
  readonly cadence: CadenceInput;
  /** The first day of the term. */
  readonly termStart: Scalars['Date']['input'];
  /** As far from its start as the programme allows, at most 24 months. */
  readonly termEnd: Scalars['Date']['input'];
  /** At least one from each side, at most 50. */
  readonly pledges: ReadonlyArray<PledgeInput>;
};

/** What `proposeCommitment` answers: first the success, then each rule that may stand in its way. */
export type ProposeCommitmentResult = CommitmentProposed | OnlyThePartiesMayPropose | CommitmentAlreadyProposed | SponsorAndProtegeMustDiffer | ProgramTakesNoCommitments | SponsorIsNotInTheProgram | ProtegeIsNotInTheProgram | TermMustEnd | TermIsOver | BothSidesMustPledge | PledgeNamedTwice | DueOutsideTheTerm | OnlyASponsorPledgesBehaviours | UnknownBehaviour;

/** The protégé holds no approved place as a protégé in this programme, or in the cohort that was named, or is not here. */
export type ProtegeIsNotInTheProgram = Refusal & {
  readonly __typename: 'ProtegeIsNotInTheProgram';
  readonly message: Scalars['String']['output'];
};

/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** A commitment that you are a party to, or whose programme you lead. Null if there is none for you under this id. */
  readonly commitment?: Maybe<Commitment>;
  /** What you may see of sponsorship in your organization; its lists are below. */
  readonly sponsorship: Sponsorship;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryCommitmentArgs = {
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QuerySponsorshipArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};

/** What `recordAdvocacyAction` takes. */
export type RecordAdvocacyActionInput = {
  /** Of your choice. Sending the same request again under the same key records nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** An entry of the organization's catalogue, such as `NOMINATE`. It belongs to one act. */
  readonly behaviour: Scalars['ID']['input'];
  /** Where it was said. */
  readonly forum: Forum;
  /** The day it happened, today or before. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
  /** Who heard it. */
  readonly audience?: InputMaybe<Audience>;
  /** Whether the protégé was in the room. Leave it out if you do not know: unknown is never counted as absent. */
  readonly protegePresent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether you spoke from having seen the work yourself. */
  readonly directObservation?: InputMaybe<Scalars['Boolean']['input']>;
  /** How much of your standing it cost, in your own estimate. */
  readonly capital?: InputMaybe<Capital>;
  /** The pledge that this fulfils, wholly or in part. */
  readonly pledgeId?: InputMaybe<Scalars['ID']['input']>;
  /** The protégé's milestone that it serves; null if none was named. */
  readonly milestoneId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the evidence lies: a reference or an address, at most 200 characters. */
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
};

/** What `recordAdvocacyAction` answers: first the success, then each rule that may stand in its way. */
export type RecordAdvocacyActionResult = AdvocacyActionRecorded | CommitmentNotActive | OnlyTheSponsorMayDoThis | NotYetHappened | UnknownBehaviour | BehaviourBelongsToAnotherAct | NoSuchPledge | PledgeIsClosed | PledgeIsOfTheOtherSide | PledgeIsForAnotherBehaviour | ActionAlreadyRecorded;

/** What `recordOutcome` takes. */
export type RecordOutcomeInput = {
  /** Of your choice. Sending the same request again under the same key records nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Whose career it is. */
  readonly personId: Scalars['ID']['input'];
  /** What happened. */
  readonly kind: OutcomeKind;
  /** The day it took effect, today or before. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
  /** A measured value, where there is one. */
  readonly measure?: InputMaybe<MeasureInput>;
  /** The commitment that it belongs to. A sponsor names it. */
  readonly commitmentId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the commitment, where one is named. */
  readonly programId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `recordOutcome` answers: first the success, then each rule that may stand in its way. */
export type RecordOutcomeResult = OutcomeRecorded | NotYoursToRecord | NotYetHappened | OutcomeAlreadyRecorded | OwnOutcomeCannotBeVerified | OnlyASystemMayVerifyThis;

/**
 * The business said no. Every refusal is a type of its own and a member of the mutation's result; each has a sentence to show,
 * also to a client that is older than the refusal.
 */
export type Refusal = {
  /** What rule stands in the way, in words for the person who asked. */
  readonly message: Scalars['String']['output'];
};

/** What `renegotiatePledge` takes. */
export type RenegotiatePledgeInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['input'];
  /** How often from now on, what was done included. */
  readonly times: Scalars['Int']['input'];
  /** The new day, inside the term. */
  readonly dueOn: Scalars['Date']['input'];
};

/** What `renegotiatePledge` answers: first the success, then each rule that may stand in its way. */
export type RenegotiatePledgeResult = PledgeRenegotiated | CommitmentNotActive | NoSuchPledge | PledgeIsClosed | PledgeIsPastItsDay | DueOutsideTheTerm | NewDayHasPassed | PledgeAsksLessThanWasDone;

/** What `reportPledge` takes. */
export type ReportPledgeInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the pledge, of whichever side. */
  readonly pledgeId: Scalars['ID']['input'];
  /** The day it was done. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `reportPledge` answers: first the success, then each rule that may stand in its way. */
export type ReportPledgeResult = PledgeReported | CommitmentNotActive | NotYetHappened | NoSuchPledge | PledgeIsClosed;

/** What `resumeCommitment` takes. */
export type ResumeCommitmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** The day from which it is active again. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `resumeCommitment` answers: first the success, then each rule that may stand in its way. */
export type ResumeCommitmentResult = CommitmentResumed | CommitmentNotActive | NotYetHappened | LaterDaysAreRecorded;

/** What `retractAdvocacyAction` takes. */
export type RetractAdvocacyActionInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['input'];
  /** In at most 280 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What `retractAdvocacyAction` answers: first the success, then each rule that may stand in its way. */
export type RetractAdvocacyActionResult = AdvocacyActionRetracted | OnlyTheSponsorMayDoThis | NoSuchAction;

/** What `retractOutcome` takes. */
export type RetractOutcomeInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['input'];
  /** Why, in at most 280 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What `retractOutcome` answers: first the success, then each rule that may stand in its way. */
export type RetractOutcomeResult = OutcomeRetracted | NoSuchOutcome | VerifiedByOthers;

/** Counts of pledges, side by side. */
export type Scorecard = {
  readonly __typename?: 'Scorecard';
  /** Of the sponsor's pledges. */
  readonly sponsor: SideScore;
  /** Of the protégé's pledges. */
  readonly protege: SideScore;
};

/** The two sides of a commitment. Both promise, both are held to it. */
export type Side =
  | 'SPONSOR'
  | 'PROTEGE';

/** Pledges of one side. What the other side released is not counted. */
export type SideScore = {
  readonly __typename?: 'SideScore';
  /** How many were made. */
  readonly pledged: Scalars['Int']['output'];
  /** Of those, how many are open. */
  readonly open: Scalars['Int']['output'];
  /** Kept, on their day or later. */
  readonly kept: Scalars['Int']['output'];
  /** Kept by their day. */
  readonly keptOnTime: Scalars['Int']['output'];
  /** Not kept by their day, nor later. */
  readonly missed: Scalars['Int']['output'];
  /** Taken back by whoever promised. */
  readonly takenBack: Scalars['Int']['output'];
};

/** What `signCommitment` takes. */
export type SignCommitmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** The version that you read, so that nobody signs what they have not read. */
  readonly version: Scalars['Int']['input'];
  /** The day you signed. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `signCommitment` answers: first the success, then each rule that may stand in its way. */
export type SignCommitmentResult = CommitmentSigned | CommitmentNotActive | NotYetHappened | VersionHasChanged | SponsorIsFull | SponsorIsInTheChain | ProgramTakesNoCommitments | SponsorIsNotInTheProgram | ProtegeIsNotInTheProgram | TermMustEnd | TermIsOver | BothSidesMustPledge | PledgeNamedTwice | DueOutsideTheTerm | OnlyASponsorPledgesBehaviours | UnknownBehaviour | PledgeIsClosed | PledgeIsPastItsDay | PledgeIsAnotherPromise | PledgeAsksLessThanWasDone;

/** Sponsor and protégé are the same person. */
export type SponsorAndProtegeMustDiffer = Refusal & {
  readonly __typename: 'SponsorAndProtegeMustDiffer';
  readonly message: Scalars['String']['output'];
};

/** The sponsor has no free place. */
export type SponsorIsFull = Refusal & {
  readonly __typename: 'SponsorIsFull';
  readonly message: Scalars['String']['output'];
};

/** One of the two stands in the reporting line of the other. */
export type SponsorIsInTheChain = Refusal & {
  readonly __typename: 'SponsorIsInTheChain';
  readonly message: Scalars['String']['output'];
};

/** The sponsor holds no approved place as a sponsor in this programme, or is not here. */
export type SponsorIsNotInTheProgram = Refusal & {
  readonly __typename: 'SponsorIsNotInTheProgram';
  readonly message: Scalars['String']['output'];
};

/** The sponsorship that you may see. */
export type Sponsorship = {
  readonly __typename?: 'Sponsorship';
  /** Your commitments, and those of the programmes that you lead, by id. */
  readonly commitments: CommitmentConnection;
  /** Advocacy that you may know of, newest first: of your protégés while the sponsorship lasts, what you recorded yourself, and what was done for you and is not held back. */
  readonly advocacyActions: AdvocacyActionConnection;
  /** Who may record for you. */
  readonly delegates: ReadonlyArray<Delegate>;
  /** Outcomes that you may know of, newest first: your own, those of your protégés within the term, and those of the programmes that you lead. */
  readonly outcomes: OutcomeConnection;
};


/** The sponsorship that you may see. */
export type SponsorshipCommitmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  programId?: InputMaybe<Scalars['ID']['input']>;
};


/** The sponsorship that you may see. */
export type SponsorshipAdvocacyActionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  commitmentId?: InputMaybe<Scalars['ID']['input']>;
  programId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  state?: InputMaybe<AdvocacyActionState>;
};


/** The sponsorship that you may see. */
export type SponsorshipOutcomesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  programId?: InputMaybe<Scalars['ID']['input']>;
  commitmentId?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<OutcomeKind>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** Subscriptions run over graphql-ws at the same address; `connection_init` carries `authorization`. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Every entry of a commitment's timeline behind a position, in order and once, then each as it comes. Without `from`: only what is still to come. */
  readonly commitmentTimeline: TimelineEntry;
};


/** Subscriptions run over graphql-ws at the same address; `connection_init` carries `authorization`. */
export type SubscriptionCommitmentTimelineArgs = {
  commitmentId: Scalars['ID']['input'];
  from?: InputMaybe<Scalars['Position']['input']>;
};

/** Ten people record for this sponsor already. */
export type TenDelegatesAreEnough = Refusal & {
  readonly __typename: 'TenDelegatesAreEnough';
  readonly message: Scalars['String']['output'];
};

/** The term still runs. */
export type TermIsNotOver = Refusal & {
  readonly __typename: 'TermIsNotOver';
  readonly message: Scalars['String']['output'];
};

/** The term of this text is over. */
export type TermIsOver = Refusal & {
  readonly __typename: 'TermIsOver';
  readonly message: Scalars['String']['output'];
};

/** The term has no end, or one that is too far away. */
export type TermMustEnd = Refusal & {
  readonly __typename: 'TermMustEnd';
  readonly message: Scalars['String']['output'];
};

/** A page of a timeline. */
export type TimelineConnection = {
  readonly __typename?: 'TimelineConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<TimelineEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type TimelineEdge = {
  readonly __typename?: 'TimelineEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: TimelineEntry;
};

/** One thing that happened. What it changed is read from the commitment and from the action. */
export type TimelineEntry = {
  readonly __typename?: 'TimelineEntry';
  /** Its place in the log: resume a subscription from here. */
  readonly position: Scalars['Position']['output'];
  /** What happened. */
  readonly kind: TimelineKind;
  /** The day on which it happened. */
  readonly occurredOn: Scalars['Date']['output'];
  /** When the ledger learned of it. */
  readonly recordedAt: Scalars['Instant']['output'];
  /** The action that it is about or follows from. */
  readonly actionId?: Maybe<Scalars['ID']['output']>;
  /** The pledge that it is about. */
  readonly pledgeId?: Maybe<Scalars['ID']['output']>;
  /** Of the agreement, where it is about a text. */
  readonly version?: Maybe<Scalars['Int']['output']>;
  /** Who signed, amended or renegotiated. Who withdrew is not asked. */
  readonly side?: Maybe<Side>;
  /** Where one was given: of a dispute, a correction, a retraction. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** What happened to a commitment. */
export type TimelineKind =
  | 'COMMITMENT_PROPOSED'
  | 'AMENDMENT_PROPOSED'
  | 'COMMITMENT_SIGNED'
  | 'COMMITMENT_MADE'
  | 'COMMITMENT_AMENDED'
  | 'COMMITMENT_DECLINED'
  | 'AMENDMENT_DECLINED'
  | 'COMMITMENT_PAUSED'
  | 'COMMITMENT_RESUMED'
  | 'COMMITMENT_WITHDRAWN'
  | 'COMMITMENT_FULFILLED'
  | 'COMMITMENT_FULFILMENT_REVOKED'
  | 'COMMITMENT_ENDED'
  | 'PLEDGE_ADVANCED'
  | 'PLEDGE_KEPT'
  | 'PLEDGE_SET_BACK'
  | 'PLEDGE_RENEGOTIATED'
  | 'PLEDGE_WITHDRAWN'
  | 'PLEDGE_MISSED'
  | 'ADVOCACY_ACTION_RECORDED'
  | 'WITNESS_NAMED'
  | 'ADVOCACY_ACTION_CONFIRMED'
  | 'ADVOCACY_ACTION_DISPUTED'
  | 'ADVOCACY_ACTION_CORRECTED'
  | 'ADVOCACY_ACTION_RETRACTED'
  | 'ADVOCACY_ACTION_DISCLOSED';

/** The organization's catalogue holds no such behaviour. */
export type UnknownBehaviour = Refusal & {
  readonly __typename: 'UnknownBehaviour';
  readonly message: Scalars['String']['output'];
};

/** Others have verified it. */
export type VerifiedByOthers = Refusal & {
  readonly __typename: 'VerifiedByOthers';
  readonly message: Scalars['String']['output'];
};

/** What `verifyOutcome` takes. */
export type VerifyOutcomeInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the outcome. */
  readonly outcomeId: Scalars['ID']['input'];
  /** How well it is evidenced from now on. */
  readonly evidenceState?: InputMaybe<EvidenceState>;
};

/** What `verifyOutcome` answers: first the success, then each rule that may stand in its way. */
export type VerifyOutcomeResult = OutcomeVerified | NoSuchOutcome | OutcomeIsRetracted | OwnOutcomeCannotBeVerified | OnlyASystemMayVerifyThis | EvidenceMovesUpOnly;

/** There is a newer text than the one that you read. */
export type VersionHasChanged = Refusal & {
  readonly __typename: 'VersionHasChanged';
  readonly message: Scalars['String']['output'];
};

/** What `withdrawFromCommitment` takes. */
export type WithdrawFromCommitmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** The day from which it is over. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `withdrawFromCommitment` answers: first the success, then each rule that may stand in its way. */
export type WithdrawFromCommitmentResult = CommitmentWithdrawn | CommitmentNotActive | NotYetHappened | LaterDaysAreRecorded;

/** What `withdrawPledge` takes. */
export type WithdrawPledgeInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['input'];
  /** Id of the pledge. */
  readonly pledgeId: Scalars['ID']['input'];
};

/** What `withdrawPledge` answers: first the success, then each rule that may stand in its way. */
export type WithdrawPledgeResult = PledgeWithdrawn | CommitmentNotActive | NoSuchPledge | PledgeIsClosed | PledgeIsPastItsDay;

/** The witness is one of the pair, or whoever recorded the action. */
export type WitnessMustBeSomeoneElse = Refusal & {
  readonly __typename: 'WitnessMustBeSomeoneElse';
  readonly message: Scalars['String']['output'];
};

/** From here on they may confirm it. */
export type WitnessNamed = {
  readonly __typename: 'WitnessNamed';
  /** Id of the commitment. */
  readonly commitmentId: Scalars['ID']['output'];
  /** Id of the action. */
  readonly actionId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};
