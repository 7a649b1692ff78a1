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
  /**
   * A place in an organization's log, as decimal digits in a string: `"1024"`. Every mutation answers the position it wrote;
   * hand it to a query as `after`, and the query waits until it can see your write.
   */
  Position: { input: string; output: string | number; }
};

/** There is a request or a place already. */
export type AlreadyEnrolled = Refusal & {
  readonly __typename: 'AlreadyEnrolled';
  readonly message: Scalars['String']['output'];
};

/** What happens to a new ask while earlier pledges are overdue. */
export type AnswerToOverduePledges =
  | 'WARN'
  | 'REFUSE';

export type ApproveEnrolmentInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly cohortId: Scalars['ID']['input'];
  readonly personId: Scalars['ID']['input'];
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

export type ApproveEnrolmentResult = ParticipantEnrolled | EnrolmentIsNotRequested | AlreadyEnrolled | NotYetHappened | CohortIsNotOpen | CohortIsClosed | ProgramIsNotOpen | ProgramIsClosed;

/** What an act costs its sponsor, relative to the others. */
export type CapitalWeight = {
  readonly __typename?: 'CapitalWeight';
  readonly AMPLIFY: Scalars['Float']['output'];
  readonly BOOST: Scalars['Float']['output'];
  readonly CONNECT: Scalars['Float']['output'];
  readonly DEFEND: Scalars['Float']['output'];
};

export type CapitalWeightInput = {
  readonly AMPLIFY: Scalars['Float']['input'];
  readonly BOOST: Scalars['Float']['input'];
  readonly CONNECT: Scalars['Float']['input'];
  readonly DEFEND: Scalars['Float']['input'];
};

export type CloseCohortInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly cohortId: Scalars['ID']['input'];
};

export type CloseCohortResult = CohortClosed | CohortIsNotOpen | CohortIsClosed;

export type CloseProgramInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly programId: Scalars['ID']['input'];
};

export type CloseProgramResult = ProgramClosed | ProgramIsNotOpen | ProgramIsClosed;

/** Those who go through a programme together. */
export type Cohort = {
  readonly __typename?: 'Cohort';
  readonly cohortId: Scalars['ID']['output'];
  readonly programId: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly opensOn: Scalars['Date']['output'];
  /** The last day on which anybody may come in; null: until it is closed. */
  readonly closesOn?: Maybe<Scalars['Date']['output']>;
  readonly closed: Scalars['Boolean']['output'];
  /** For the programme's lead everybody, for a participant themselves. By the person's id. */
  readonly roster: EnrolmentConnection;
};


/** Those who go through a programme together. */
export type CohortRosterArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<EnrolmentStatus>;
};

export type CohortClosed = {
  readonly __typename: 'CohortClosed';
  readonly cohortId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

/** The cohort's last day lies before its first. */
export type CohortClosesBeforeItOpens = Refusal & {
  readonly __typename: 'CohortClosesBeforeItOpens';
  readonly message: Scalars['String']['output'];
};

/** A cohort is open under this id. */
export type CohortIsAlreadyOpen = Refusal & {
  readonly __typename: 'CohortIsAlreadyOpen';
  readonly message: Scalars['String']['output'];
};

/** The cohort takes nobody any more. */
export type CohortIsClosed = Refusal & {
  readonly __typename: 'CohortIsClosed';
  readonly message: Scalars['String']['output'];
};

/** There is no open cohort under this id. */
export type CohortIsNotOpen = Refusal & {
  readonly __typename: 'CohortIsNotOpen';
  readonly message: Scalars['String']['output'];
};

export type CohortOpened = {
  readonly __typename: 'CohortOpened';
  readonly cohortId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

/** A condition lacks its bounds or its list. */
export type ConditionIsIncomplete = Refusal & {
  readonly __typename: 'ConditionIsIncomplete';
  readonly message: Scalars['String']['output'];
};

export type DeclineEnrolmentInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly cohortId: Scalars['ID']['input'];
  readonly personId: Scalars['ID']['input'];
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

export type DeclineEnrolmentResult = EnrolmentDeclined | EnrolmentIsNotRequested | NotYetHappened;

export type DefineProgramInput = {
  readonly requestKey: Scalars['ID']['input'];
  /** A programme that you lead; left out for a new one, whose lead an operator then appoints. */
  readonly programId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 120 characters. */
  readonly name: Scalars['String']['input'];
  readonly kind: ProgramKind;
  /** At most ten, of at most 200 characters. */
  readonly goals?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly term?: InputMaybe<TermInput>;
  /** The people who could become protégés or mentees: an empty list is everybody, null leaves it open. */
  readonly population?: InputMaybe<ReadonlyArray<EligibilityConditionInput>>;
  readonly places?: InputMaybe<PlacesInput>;
};

export type DefineProgramResult = ProgramDefined | OnlyItsLeadMayDoThis | ProgramIsAlreadyOpen | ProgramIsClosed | TermEndsBeforeItStarts | RuleNamesAProtectedTrait | RuleNamesAnUnknownField | ConditionIsIncomplete;

/** One condition of a rule; all of them must hold. */
export type EligibilityCondition = {
  readonly __typename?: 'EligibilityCondition';
  readonly field: Scalars['String']['output'];
  /** Tenths of a level, or whole months. */
  readonly atLeast?: Maybe<Scalars['Int']['output']>;
  readonly atMost?: Maybe<Scalars['Int']['output']>;
  /** Null where the condition has bounds. */
  readonly anyOf?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/**
 * One condition of a rule. LEVEL (tenths of a level) and TENURE (whole months) take bounds, both ends included; FUNCTION, UNIT, RATING_BAND and NEED
 * take a list. What is not known of a person satisfies no condition. A rule names no protected trait.
 */
export type EligibilityConditionInput = {
  readonly field: Scalars['String']['input'];
  readonly atLeast?: InputMaybe<Scalars['Int']['input']>;
  readonly atMost?: InputMaybe<Scalars['Int']['input']>;
  readonly anyOf?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A person's place in a cohort, from request to end. */
export type Enrolment = {
  readonly __typename?: 'Enrolment';
  readonly cohortId: Scalars['ID']['output'];
  readonly programId: Scalars['ID']['output'];
  readonly personId: Scalars['ID']['output'];
  readonly role: EnrolmentRole;
  readonly status: EnrolmentStatus;
  /** The day on which that status began. */
  readonly since: Scalars['Date']['output'];
  /** The version of the rules under which the person was found eligible. */
  readonly rulesVersion?: Maybe<Scalars['Int']['output']>;
};

export type EnrolmentConnection = {
  readonly __typename?: 'EnrolmentConnection';
  readonly edges: ReadonlyArray<EnrolmentEdge>;
  readonly pageInfo: PageInfo;
};

export type EnrolmentDeclined = {
  readonly __typename: 'EnrolmentDeclined';
  readonly cohortId: Scalars['ID']['output'];
  readonly personId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

export type EnrolmentEdge = {
  readonly __typename?: 'EnrolmentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Enrolment;
};

/** There is no request to answer. */
export type EnrolmentIsNotRequested = Refusal & {
  readonly __typename: 'EnrolmentIsNotRequested';
  readonly message: Scalars['String']['output'];
};

export type EnrolmentRequested = {
  readonly __typename: 'EnrolmentRequested';
  readonly cohortId: Scalars['ID']['output'];
  readonly personId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

/** A person's part in a cohort. Mentoring and sponsorship are different jobs, so each has its own two. */
export type EnrolmentRole =
  | 'SPONSOR'
  | 'PROTEGE'
  | 'MENTOR'
  | 'MENTEE';

/** How far an enrolment is. */
export type EnrolmentStatus =
  | 'REQUESTED'
  | 'ENROLLED'
  | 'DECLINED'
  | 'WITHDRAWN';

/** The rules of the programme are not met. */
export type IsNotEligible = Refusal & {
  readonly __typename: 'IsNotEligible';
  readonly message: Scalars['String']['output'];
  /** The fields in which they are not, each once. */
  readonly unmet: ReadonlyArray<Scalars['String']['output']>;
};

/** The kind of programme has no such part in it. */
export type KindDoesNotAllowThis = Refusal & {
  readonly __typename: 'KindDoesNotAllowThis';
  readonly message: Scalars['String']['output'];
};

/** What a draft still lacks before it can open. */
export type MissingForOpening =
  | 'LEAD'
  | 'POPULATION'
  | 'GOALS'
  | 'TERM'
  | 'SPONSORS_PLACES';

/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Gives a place to whoever asked for one. */
  readonly approveEnrolment: ApproveEnrolmentResult;
  /** Closes a cohort to newcomers, for good. Whoever is in it stays in it. */
  readonly closeCohort: CloseCohortResult;
  /** Closes a programme for good. Nobody comes in any more; commitments made in it run to their own end. */
  readonly closeProgram: CloseProgramResult;
  /** Declines a request. No reason is asked for, and none is kept. */
  readonly declineEnrolment: DeclineEnrolmentResult;
  /** Defines a programme, or a draft anew: what is not named yet is named later. Its rules start with our defaults. */
  readonly defineProgram: DefineProgramResult;
  /** Opens a cohort of a programme that you lead. */
  readonly openCohort: OpenCohortResult;
  /** Opens a programme that is ready: from then on cohorts can be opened in it. */
  readonly openProgram: OpenProgramResult;
  /** Asks for a place in a cohort, for yourself. The programme's lead answers. */
  readonly requestEnrolment: RequestEnrolmentResult;
  /** Sets a new version of a programme's rules. Figures and enrolments made under an older one go on naming that one. */
  readonly setProgramRules: SetProgramRulesResult;
  /** Takes back a request or ends a place: always open to the person, and to the programme's lead. Without a reason, and without fault. */
  readonly withdrawParticipant: WithdrawParticipantResult;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationApproveEnrolmentArgs = {
  input: ApproveEnrolmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationCloseCohortArgs = {
  input: CloseCohortInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationCloseProgramArgs = {
  input: CloseProgramInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDeclineEnrolmentArgs = {
  input: DeclineEnrolmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDefineProgramArgs = {
  input: DefineProgramInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationOpenCohortArgs = {
  input: OpenCohortInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationOpenProgramArgs = {
  input: OpenProgramInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRequestEnrolmentArgs = {
  input: RequestEnrolmentInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationSetProgramRulesArgs = {
  input: SetProgramRulesInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationWithdrawParticipantArgs = {
  input: WithdrawParticipantInput;
};

/** The day lies in the future. */
export type NotYetHappened = Refusal & {
  readonly __typename: 'NotYetHappened';
  readonly message: Scalars['String']['output'];
};

/** You lead no programme under this id. */
export type OnlyItsLeadMayDoThis = Refusal & {
  readonly __typename: 'OnlyItsLeadMayDoThis';
  readonly message: Scalars['String']['output'];
};

export type OpenCohortInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly programId: Scalars['ID']['input'];
  /** At most 120 characters. */
  readonly name: Scalars['String']['input'];
  readonly opensOn: Scalars['Date']['input'];
  /** The last day on which anybody may come in; left out: until it is closed. */
  readonly closesOn?: InputMaybe<Scalars['Date']['input']>;
};

export type OpenCohortResult = CohortOpened | ProgramIsNotOpen | ProgramIsClosed | CohortClosesBeforeItOpens | CohortIsAlreadyOpen | CohortIsClosed;

export type OpenProgramInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly programId: Scalars['ID']['input'];
};

export type OpenProgramResult = ProgramOpened | ProgramIsNotDefined | ProgramIsNotReady | ProgramIsAlreadyOpen | ProgramIsClosed;

/** Whether sponsor and protégé should come from different functions. */
export type OtherFunction =
  | 'REQUIRED'
  | 'PREFERRED'
  | 'IGNORED';

/** Where a page of a connection ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more behind `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Hand it back as `after` to get the next page. Opaque; it serves one organization and one list only. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

export type ParticipantEnrolled = {
  readonly __typename: 'ParticipantEnrolled';
  readonly cohortId: Scalars['ID']['output'];
  readonly personId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

/** Nobody is enrolled without their own yes. */
export type ParticipantHasNotAgreed = Refusal & {
  readonly __typename: 'ParticipantHasNotAgreed';
  readonly message: Scalars['String']['output'];
};

/** There is neither a request nor a place to give up. */
export type ParticipantIsNotEnrolled = Refusal & {
  readonly __typename: 'ParticipantIsNotEnrolled';
  readonly message: Scalars['String']['output'];
};

export type ParticipantWithdrawn = {
  readonly __typename: 'ParticipantWithdrawn';
  readonly cohortId: Scalars['ID']['output'];
  readonly personId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

/** Nobody under this id is with the organization today. */
export type PersonIsNotHere = Refusal & {
  readonly __typename: 'PersonIsNotHere';
  readonly message: Scalars['String']['output'];
};

/** How many a programme is meant for, and how many places sponsors or mentors have promised between them. */
export type Places = {
  readonly __typename?: 'Places';
  readonly proteges: Scalars['Int']['output'];
  readonly sponsors: Scalars['Int']['output'];
};

export type PlacesInput = {
  readonly proteges: Scalars['Int']['input'];
  readonly sponsors: Scalars['Int']['input'];
};

/** A programme: whom it is for, when it runs, and what it is to achieve. */
export type Program = {
  readonly __typename?: 'Program';
  readonly programId: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly kind: ProgramKind;
  readonly status: ProgramStatus;
  readonly goals: ReadonlyArray<Scalars['String']['output']>;
  /** Null where it is not named yet. */
  readonly term?: Maybe<Term>;
  /** Whom it is for. Null where it is not named yet; an empty list is everybody. */
  readonly population?: Maybe<ReadonlyArray<EligibilityCondition>>;
  readonly places?: Maybe<Places>;
  /** What it still lacks before it can open: for whoever leads it, while it is a draft; null otherwise. */
  readonly missing?: Maybe<ReadonlyArray<MissingForOpening>>;
  /** How it is run: for whoever leads it; null otherwise. */
  readonly rules?: Maybe<ProgramRules>;
  /** The newest first. */
  readonly cohorts: ReadonlyArray<Cohort>;
};

export type ProgramClosed = {
  readonly __typename: 'ProgramClosed';
  readonly programId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

export type ProgramConnection = {
  readonly __typename?: 'ProgramConnection';
  readonly edges: ReadonlyArray<ProgramEdge>;
  readonly pageInfo: PageInfo;
};

export type ProgramDefined = {
  readonly __typename: 'ProgramDefined';
  readonly programId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

export type ProgramEdge = {
  readonly __typename?: 'ProgramEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Program;
};

export type ProgramEligibilityInput = {
  readonly proteges: ReadonlyArray<EligibilityConditionInput>;
  readonly sponsors: ReadonlyArray<EligibilityConditionInput>;
};

/** The programme is open already. */
export type ProgramIsAlreadyOpen = Refusal & {
  readonly __typename: 'ProgramIsAlreadyOpen';
  readonly message: Scalars['String']['output'];
};

/** The programme is closed, for good. */
export type ProgramIsClosed = Refusal & {
  readonly __typename: 'ProgramIsClosed';
  readonly message: Scalars['String']['output'];
};

/** There is no such programme that you lead. */
export type ProgramIsNotDefined = Refusal & {
  readonly __typename: 'ProgramIsNotDefined';
  readonly message: Scalars['String']['output'];
};

/** The programme is not open. */
export type ProgramIsNotOpen = Refusal & {
  readonly __typename: 'ProgramIsNotOpen';
  readonly message: Scalars['String']['output'];
};

/** The programme lacks something before it can open. */
export type ProgramIsNotReady = Refusal & {
  readonly __typename: 'ProgramIsNotReady';
  readonly message: Scalars['String']['output'];
  readonly missing: ReadonlyArray<MissingForOpening>;
};

/** What a programme offers. */
export type ProgramKind =
  | 'SPONSORSHIP'
  | 'MENTORING'
  | 'MIXED';

export type ProgramOpened = {
  readonly __typename: 'ProgramOpened';
  readonly programId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

/** Who may take part, and the settings that deciders and reports go by. */
export type ProgramRules = {
  readonly __typename?: 'ProgramRules';
  /** Of the rules: name it as `basedOn` when you set them anew. */
  readonly version: Scalars['Int']['output'];
  readonly settings: ProgramSettings;
  readonly proteges: ReadonlyArray<EligibilityCondition>;
  readonly sponsors: ReadonlyArray<EligibilityCondition>;
};

export type ProgramRulesSet = {
  readonly __typename: 'ProgramRulesSet';
  readonly programId: Scalars['ID']['output'];
  /** Of the rules, from now on in force. */
  readonly version: Scalars['Int']['output'];
  readonly position: Scalars['Position']['output'];
};

/** What a programme lead may turn, each with a sensible beginning. */
export type ProgramSettings = {
  readonly __typename?: 'ProgramSettings';
  /** How many levels a sponsor is above the protégé, at least. */
  readonly levelGap: Scalars['Int']['output'];
  /** Whether two people under the same manager are kept apart. */
  readonly siblingsExcluded: Scalars['Boolean']['output'];
  readonly otherFunction: OtherFunction;
  readonly largestTimeZoneDistanceHours: Scalars['Float']['output'];
  readonly rematchCooldownMonths: Scalars['Int']['output'];
  /** Places of a sponsor who set none. */
  readonly sponsorCapacity: Scalars['Int']['output'];
  readonly attributionWindowDays: Scalars['Int']['output'];
  /** A figure over fewer people is withheld. */
  readonly smallestGroup: Scalars['Int']['output'];
  readonly smallestGroupByTrait: Scalars['Int']['output'];
  readonly quorum: Quorum;
  readonly longestTermMonths: Scalars['Int']['output'];
  readonly daysToAnswerAnAsk: Scalars['Int']['output'];
  readonly overduePledgesAtANewAsk: AnswerToOverduePledges;
  readonly lateRecordingAfterDays: Scalars['Int']['output'];
  /** Concentration (Herfindahl–Hirschman, above 0 to 1) beyond which a protégé hangs on too few sponsors. */
  readonly dependencyAlertAbove: Scalars['Float']['output'];
  readonly capitalWeight: CapitalWeight;
};

export type ProgramSettingsInput = {
  readonly levelGap?: InputMaybe<Scalars['Int']['input']>;
  readonly siblingsExcluded?: InputMaybe<Scalars['Boolean']['input']>;
  readonly otherFunction?: InputMaybe<OtherFunction>;
  readonly largestTimeZoneDistanceHours?: InputMaybe<Scalars['Float']['input']>;
  readonly rematchCooldownMonths?: InputMaybe<Scalars['Int']['input']>;
  readonly sponsorCapacity?: InputMaybe<Scalars['Int']['input']>;
  readonly attributionWindowDays?: InputMaybe<Scalars['Int']['input']>;
  readonly smallestGroup?: InputMaybe<Scalars['Int']['input']>;
  readonly smallestGroupByTrait?: InputMaybe<Scalars['Int']['input']>;
  readonly quorum?: InputMaybe<QuorumInput>;
  readonly longestTermMonths?: InputMaybe<Scalars['Int']['input']>;
  readonly daysToAnswerAnAsk?: InputMaybe<Scalars['Int']['input']>;
  readonly overduePledgesAtANewAsk?: InputMaybe<AnswerToOverduePledges>;
  readonly lateRecordingAfterDays?: InputMaybe<Scalars['Int']['input']>;
  readonly dependencyAlertAbove?: InputMaybe<Scalars['Float']['input']>;
  readonly capitalWeight?: InputMaybe<CapitalWeightInput>;
};

/** Whether a programme is being prepared, runs, or is over. */
export type ProgramStatus =
  | 'DRAFT'
  | 'OPEN'
  | 'CLOSED';

/** The programmes of your organization. */
export type Programs = {
  readonly __typename?: 'Programs';
  /** By id. */
  readonly all: ProgramConnection;
};


/** The programmes of your organization. */
export type ProgramsAllArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<ProgramStatus>;
};

/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** A cohort that you lead or take part in. Null if there is none for you under this id. */
  readonly cohort?: Maybe<Cohort>;
  /** Your own requests and places, the newest first. */
  readonly myEnrolments: ReadonlyArray<Enrolment>;
  /** A programme that you lead, take part in, or may choose for a report. Null if there is none for you under this id. */
  readonly program?: Maybe<Program>;
  /** The programmes that you may see; the list is below. */
  readonly programs: Programs;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryCohortArgs = {
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryMyEnrolmentsArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryProgramArgs = {
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryProgramsArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};

/** How many people must stand behind an endorsement before it counts. */
export type Quorum = {
  readonly __typename?: 'Quorum';
  readonly endorsers: Scalars['Int']['output'];
  readonly functions: Scalars['Int']['output'];
  readonly withDirectObservation: Scalars['Int']['output'];
};

export type QuorumInput = {
  readonly endorsers: Scalars['Int']['input'];
  readonly functions: Scalars['Int']['input'];
  readonly withDirectObservation: Scalars['Int']['input'];
};

/**
 * The business said no. Every refusal is a type of its own and a member of the mutation's result; each has a sentence to show,
 * also to a client that is older than the refusal.
 */
export type Refusal = {
  /** What rule stands in the way, in words for the person who asked. */
  readonly message: Scalars['String']['output'];
};

export type RequestEnrolmentInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly cohortId: Scalars['ID']['input'];
  readonly role: EnrolmentRole;
  /** Your own yes. */
  readonly agreed: Scalars['Boolean']['input'];
  /** What you say you need, where the programme asks. */
  readonly needs?: InputMaybe<ReadonlyArray<StatedNeed>>;
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

export type RequestEnrolmentResult = EnrolmentRequested | ParticipantHasNotAgreed | AlreadyEnrolled | NotYetHappened | KindDoesNotAllowThis | IsNotEligible | CohortIsNotOpen | CohortIsClosed | ProgramIsNotOpen | ProgramIsClosed | PersonIsNotHere;

/** A rule names a trait on which nobody is chosen, or a stand-in for one. */
export type RuleNamesAProtectedTrait = Refusal & {
  readonly __typename: 'RuleNamesAProtectedTrait';
  readonly message: Scalars['String']['output'];
};

/** A rule names a field that rules do not know. */
export type RuleNamesAnUnknownField = Refusal & {
  readonly __typename: 'RuleNamesAnUnknownField';
  readonly message: Scalars['String']['output'];
};

/** Somebody else has set the rules since you read them. */
export type RulesHaveChanged = Refusal & {
  readonly __typename: 'RulesHaveChanged';
  readonly message: Scalars['String']['output'];
  /** The version in force. */
  readonly version: Scalars['Int']['output'];
};

export type SetProgramRulesInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly programId: Scalars['ID']['input'];
  /** The version that you read. */
  readonly basedOn: Scalars['Int']['input'];
  /** What is left out stays as it is. */
  readonly settings?: InputMaybe<ProgramSettingsInput>;
  /** Who may come in, beside the population. Left out: both rules stay as they are. */
  readonly eligibility?: InputMaybe<ProgramEligibilityInput>;
};

export type SetProgramRulesResult = ProgramRulesSet | ProgramIsNotDefined | ProgramIsClosed | RulesHaveChanged | SettingIsOutOfRange | RuleNamesAProtectedTrait | RuleNamesAnUnknownField | ConditionIsIncomplete;

/** A setting lies outside what is allowed. */
export type SettingIsOutOfRange = Refusal & {
  readonly __typename: 'SettingIsOutOfRange';
  readonly message: Scalars['String']['output'];
};

/** What a person says they need. */
export type StatedNeed =
  | 'VISIBILITY'
  | 'STRETCH_ASSIGNMENT'
  | 'PROMOTION'
  | 'TRANSITION'
  | 'NETWORK'
  | 'SKILLS';

/** First and last day. */
export type Term = {
  readonly __typename?: 'Term';
  readonly start: Scalars['Date']['output'];
  readonly end: Scalars['Date']['output'];
};

/** The last day lies before the first. */
export type TermEndsBeforeItStarts = Refusal & {
  readonly __typename: 'TermEndsBeforeItStarts';
  readonly message: Scalars['String']['output'];
};

export type TermInput = {
  readonly start: Scalars['Date']['input'];
  readonly end: Scalars['Date']['input'];
};

export type WithdrawParticipantInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly cohortId: Scalars['ID']['input'];
  /** Yourself if left out. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

export type WithdrawParticipantResult = ParticipantWithdrawn | ParticipantIsNotEnrolled | NotYetHappened;
