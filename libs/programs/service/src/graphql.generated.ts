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

/** What `approveEnrolment` takes. */
export type ApproveEnrolmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['input'];
  /** Whoever asked. */
  readonly personId: Scalars['ID']['input'];
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `approveEnrolment` answers: first the success, then each rule that may stand in its way. */
export type ApproveEnrolmentResult = ParticipantEnrolled | EnrolmentIsNotRequested | AlreadyEnrolled | NotYetHappened | CohortIsNotOpen | CohortIsClosed | ProgramIsNotOpen | ProgramIsClosed;

/** What an act costs its sponsor, relative to the others. */
export type CapitalWeight = {
  readonly __typename?: 'CapitalWeight';
  /** Of spreading a good impression. */
  readonly AMPLIFY: Scalars['Float']['output'];
  /** Of putting somebody forward. */
  readonly BOOST: Scalars['Float']['output'];
  /** Of bringing people together. */
  readonly CONNECT: Scalars['Float']['output'];
  /** Of standing against a negative view. */
  readonly DEFEND: Scalars['Float']['output'];
};

/** What an act costs its sponsor, relative to the others. */
export type CapitalWeightInput = {
  /** Of spreading a good impression. */
  readonly AMPLIFY: Scalars['Float']['input'];
  /** Of putting somebody forward. */
  readonly BOOST: Scalars['Float']['input'];
  /** Of bringing people together. */
  readonly CONNECT: Scalars['Float']['input'];
  /** Of standing against a negative view. */
  readonly DEFEND: Scalars['Float']['input'];
};

/** What `closeCohort` takes. */
export type CloseCohortInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['input'];
};

/** What `closeCohort` answers: first the success, then each rule that may stand in its way. */
export type CloseCohortResult = CohortClosed | CohortIsNotOpen | CohortIsClosed;

/** What `closeProgram` takes. */
export type CloseProgramInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['input'];
};

/** What `closeProgram` answers: first the success, then each rule that may stand in its way. */
export type CloseProgramResult = ProgramClosed | ProgramIsNotOpen | ProgramIsClosed;

/** Those who go through a programme together. */
export type Cohort = {
  readonly __typename?: 'Cohort';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** The first day on which anybody may come in. */
  readonly opensOn: Scalars['Date']['output'];
  /** The last day on which anybody may come in; null: until it is closed. */
  readonly closesOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it takes nobody any more. */
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

/** It takes nobody any more. */
export type CohortClosed = {
  readonly __typename: 'CohortClosed';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
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

/** People may ask for a place. */
export type CohortOpened = {
  readonly __typename: 'CohortOpened';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** A condition lacks its bounds or its list. */
export type ConditionIsIncomplete = Refusal & {
  readonly __typename: 'ConditionIsIncomplete';
  readonly message: Scalars['String']['output'];
};

/** What `declineEnrolment` takes. */
export type DeclineEnrolmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['input'];
  /** Whoever asked. */
  readonly personId: Scalars['ID']['input'];
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `declineEnrolment` answers: first the success, then each rule that may stand in its way. */
export type DeclineEnrolmentResult = EnrolmentDeclined | EnrolmentIsNotRequested | NotYetHappened;

/** What `defineProgram` takes. */
export type DefineProgramInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** A programme that you lead; left out for a new one, whose lead an operator then appoints. */
  readonly programId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 120 characters. */
  readonly name: Scalars['String']['input'];
  /** What it offers. */
  readonly kind: ProgramKind;
  /** At most ten, of at most 200 characters. */
  readonly goals?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** When it runs; null leaves it open. */
  readonly term?: InputMaybe<TermInput>;
  /** The people who could become protégés or mentees: an empty list is everybody, null leaves it open. */
  readonly population?: InputMaybe<ReadonlyArray<EligibilityConditionInput>>;
  /** How many it is meant for; null leaves it open. */
  readonly places?: InputMaybe<PlacesInput>;
};

/** What `defineProgram` answers: first the success, then each rule that may stand in its way. */
export type DefineProgramResult = ProgramDefined | OnlyItsLeadMayDoThis | ProgramIsAlreadyOpen | ProgramIsClosed | TermEndsBeforeItStarts | RuleNamesAProtectedTrait | RuleNamesAnUnknownField | ConditionIsIncomplete;

/** One condition of a rule; all of them must hold. */
export type EligibilityCondition = {
  readonly __typename?: 'EligibilityCondition';
  /** LEVEL, TENURE, FUNCTION, UNIT, RATING_BAND or NEED. */
  readonly field: Scalars['String']['output'];
  /** Tenths of a level, or whole months. */
  readonly atLeast?: Maybe<Scalars['Int']['output']>;
  /** Likewise; null where there is no upper bound. */
  readonly atMost?: Maybe<Scalars['Int']['output']>;
  /** Null where the condition has bounds. */
  readonly anyOf?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/**
 * One condition of a rule. LEVEL (tenths of a level) and TENURE (whole months) take bounds, both ends included; FUNCTION, UNIT, RATING_BAND and NEED
 * take a list. What is not known of a person satisfies no condition. A rule names no protected trait.
 */
export type EligibilityConditionInput = {
  /** LEVEL, TENURE, FUNCTION, UNIT, RATING_BAND or NEED. */
  readonly field: Scalars['String']['input'];
  /** The lower bound, included; none if left out. */
  readonly atLeast?: InputMaybe<Scalars['Int']['input']>;
  /** The upper bound, included; none if left out. */
  readonly atMost?: InputMaybe<Scalars['Int']['input']>;
  /** Values of which one must be the person's. */
  readonly anyOf?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A person's place in a cohort, from request to end. */
export type Enrolment = {
  readonly __typename?: 'Enrolment';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** Their part in the cohort. */
  readonly role: EnrolmentRole;
  /** How far it is. */
  readonly status: EnrolmentStatus;
  /** The day on which that status began. */
  readonly since: Scalars['Date']['output'];
  /** The version of the rules under which the person was found eligible. */
  readonly rulesVersion?: Maybe<Scalars['Int']['output']>;
};

/** A page of a roster. */
export type EnrolmentConnection = {
  readonly __typename?: 'EnrolmentConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<EnrolmentEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** Declined. */
export type EnrolmentDeclined = {
  readonly __typename: 'EnrolmentDeclined';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** One entry of such a page, and its place in the list. */
export type EnrolmentEdge = {
  readonly __typename?: 'EnrolmentEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Enrolment;
};

/** There is no request to answer. */
export type EnrolmentIsNotRequested = Refusal & {
  readonly __typename: 'EnrolmentIsNotRequested';
  readonly message: Scalars['String']['output'];
};

/** The programme's lead will answer. */
export type EnrolmentRequested = {
  readonly __typename: 'EnrolmentRequested';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
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

/** What `openCohort` takes. */
export type OpenCohortInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['input'];
  /** At most 120 characters. */
  readonly name: Scalars['String']['input'];
  /** The first day on which anybody may come in. */
  readonly opensOn: Scalars['Date']['input'];
  /** The last day on which anybody may come in; left out: until it is closed. */
  readonly closesOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `openCohort` answers: first the success, then each rule that may stand in its way. */
export type OpenCohortResult = CohortOpened | ProgramIsNotOpen | ProgramIsClosed | CohortClosesBeforeItOpens | CohortIsAlreadyOpen | CohortIsClosed;

/** What `openProgram` takes. */
export type OpenProgramInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['input'];
};

/** What `openProgram` answers: first the success, then each rule that may stand in its way. */
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

/** They have a place. */
export type ParticipantEnrolled = {
  readonly __typename: 'ParticipantEnrolled';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
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

/** Taken back, or ended. */
export type ParticipantWithdrawn = {
  readonly __typename: 'ParticipantWithdrawn';
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['output'];
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
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
  /** How many protégés or mentees it is meant for. */
  readonly proteges: Scalars['Int']['output'];
  /** How many places sponsors or mentors have promised between them. */
  readonly sponsors: Scalars['Int']['output'];
};

/** How many a programme is meant for. */
export type PlacesInput = {
  /** How many protégés or mentees it is meant for. */
  readonly proteges: Scalars['Int']['input'];
  /** How many places sponsors or mentors have promised between them. */
  readonly sponsors: Scalars['Int']['input'];
};

/** A programme: whom it is for, when it runs, and what it is to achieve. */
export type Program = {
  readonly __typename?: 'Program';
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What it offers. */
  readonly kind: ProgramKind;
  /** How far it is. */
  readonly status: ProgramStatus;
  /** What it is to achieve. */
  readonly goals: ReadonlyArray<Scalars['String']['output']>;
  /** Null where it is not named yet. */
  readonly term?: Maybe<Term>;
  /** Whom it is for. Null where it is not named yet; an empty list is everybody. */
  readonly population?: Maybe<ReadonlyArray<EligibilityCondition>>;
  /** Null where they are not named yet. */
  readonly places?: Maybe<Places>;
  /** What it still lacks before it can open: for whoever leads it, while it is a draft; null otherwise. */
  readonly missing?: Maybe<ReadonlyArray<MissingForOpening>>;
  /** How it is run: for whoever leads it; null otherwise. */
  readonly rules?: Maybe<ProgramRules>;
  /** The newest first. */
  readonly cohorts: ReadonlyArray<Cohort>;
};

/** Nobody comes in any more. */
export type ProgramClosed = {
  readonly __typename: 'ProgramClosed';
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** A page of programmes. */
export type ProgramConnection = {
  readonly __typename?: 'ProgramConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<ProgramEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** On record, as a draft. */
export type ProgramDefined = {
  readonly __typename: 'ProgramDefined';
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** One entry of such a page, and its place in the list. */
export type ProgramEdge = {
  readonly __typename?: 'ProgramEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Program;
};

/** Who may come in. */
export type ProgramEligibilityInput = {
  /** Who comes in as a protégé or mentee: all must hold. */
  readonly proteges: ReadonlyArray<EligibilityConditionInput>;
  /** Who comes in as a sponsor or mentor: all must hold. */
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
  /** What it lacks. */
  readonly missing: ReadonlyArray<MissingForOpening>;
};

/** What a programme offers. */
export type ProgramKind =
  | 'SPONSORSHIP'
  | 'MENTORING'
  | 'MIXED';

/** Cohorts can be opened in it. */
export type ProgramOpened = {
  readonly __typename: 'ProgramOpened';
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Who may take part, and the settings that deciders and reports go by. */
export type ProgramRules = {
  readonly __typename?: 'ProgramRules';
  /** Of the rules: name it as `basedOn` when you set them anew. */
  readonly version: Scalars['Int']['output'];
  /** What a lead may turn. */
  readonly settings: ProgramSettings;
  /** Who comes in as a protégé or mentee: all must hold. */
  readonly proteges: ReadonlyArray<EligibilityCondition>;
  /** Who comes in as a sponsor or mentor: all must hold. */
  readonly sponsors: ReadonlyArray<EligibilityCondition>;
};

/** In force from now on. */
export type ProgramRulesSet = {
  readonly __typename: 'ProgramRulesSet';
  /** Id of the programme. */
  readonly programId: Scalars['ID']['output'];
  /** Of the rules, from now on in force. */
  readonly version: Scalars['Int']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** What a programme lead may turn, each with a sensible beginning. */
export type ProgramSettings = {
  readonly __typename?: 'ProgramSettings';
  /** How many levels a sponsor is above the protégé, at least. */
  readonly levelGap: Scalars['Int']['output'];
  /** Whether two people under the same manager are kept apart. */
  readonly siblingsExcluded: Scalars['Boolean']['output'];
  /** Whether the two should come from different functions. */
  readonly otherFunction: OtherFunction;
  /** How far apart in hours the two may live. */
  readonly largestTimeZoneDistanceHours: Scalars['Float']['output'];
  /** How long two who were a pair are kept apart. */
  readonly rematchCooldownMonths: Scalars['Int']['output'];
  /** Places of a sponsor who set none. */
  readonly sponsorCapacity: Scalars['Int']['output'];
  /** How long after an action an outcome may be linked to it. */
  readonly attributionWindowDays: Scalars['Int']['output'];
  /** A figure over fewer people is withheld. */
  readonly smallestGroup: Scalars['Int']['output'];
  /** The same for figures by a protected trait; never below ten. */
  readonly smallestGroupByTrait: Scalars['Int']['output'];
  /** Who must stand behind an endorsement. */
  readonly quorum: Quorum;
  /** How long a commitment may run, at most 24. */
  readonly longestTermMonths: Scalars['Int']['output'];
  /** How long an ask may wait. */
  readonly daysToAnswerAnAsk: Scalars['Int']['output'];
  /** What overdue pledges mean for a new ask. */
  readonly overduePledgesAtANewAsk: AnswerToOverduePledges;
  /** How many days after its day an action counts as recorded late. */
  readonly lateRecordingAfterDays: Scalars['Int']['output'];
  /** Concentration (Herfindahl–Hirschman, above 0 to 1) beyond which a protégé hangs on too few sponsors. */
  readonly dependencyAlertAbove: Scalars['Float']['output'];
  /** What each act costs its sponsor, relative to the others. */
  readonly capitalWeight: CapitalWeight;
};

/** What a programme lead may turn. */
export type ProgramSettingsInput = {
  /** How many levels a sponsor is above the protégé, at least. */
  readonly levelGap?: InputMaybe<Scalars['Int']['input']>;
  /** Whether two people under the same manager are kept apart. */
  readonly siblingsExcluded?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the two should come from different functions. */
  readonly otherFunction?: InputMaybe<OtherFunction>;
  /** How far apart in hours the two may live. */
  readonly largestTimeZoneDistanceHours?: InputMaybe<Scalars['Float']['input']>;
  /** How long two who were a pair are kept apart. */
  readonly rematchCooldownMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Places of a sponsor who set none. */
  readonly sponsorCapacity?: InputMaybe<Scalars['Int']['input']>;
  /** How long after an action an outcome may be linked to it. */
  readonly attributionWindowDays?: InputMaybe<Scalars['Int']['input']>;
  /** A figure over fewer people is withheld. */
  readonly smallestGroup?: InputMaybe<Scalars['Int']['input']>;
  /** The same for figures by a protected trait; never below ten. */
  readonly smallestGroupByTrait?: InputMaybe<Scalars['Int']['input']>;
  /** Who must stand behind an endorsement. */
  readonly quorum?: InputMaybe<QuorumInput>;
  /** How long a commitment may run, at most 24. */
  readonly longestTermMonths?: InputMaybe<Scalars['Int']['input']>;
  /** How long an ask may wait. */
  readonly daysToAnswerAnAsk?: InputMaybe<Scalars['Int']['input']>;
  /** What overdue pledges mean for a new ask. */
  readonly overduePledgesAtANewAsk?: InputMaybe<AnswerToOverduePledges>;
  /** How many days after its day an action counts as recorded late. */
  readonly lateRecordingAfterDays?: InputMaybe<Scalars['Int']['input']>;
  /** Concentration (Herfindahl–Hirschman, above 0 to 1) beyond which a protégé hangs on too few sponsors. */
  readonly dependencyAlertAbove?: InputMaybe<Scalars['Float']['input']>;
  /** What each act costs its sponsor, relative to the others. */
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
  /** How many people. */
  readonly endorsers: Scalars['Int']['output'];
  /** From how many functions. */
  readonly functions: Scalars['Int']['output'];
  /** How many of them have seen the work themselves. */
  readonly withDirectObservation: Scalars['Int']['output'];
};

/** How many people must stand behind an endorsement before it counts. */
export type QuorumInput = {
  /** How many people. */
  readonly endorsers: Scalars['Int']['input'];
  /** From how many functions. */
  readonly functions: Scalars['Int']['input'];
  /** How many of them have seen the work themselves. */
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

/** What `requestEnrolment` takes. */
export type RequestEnrolmentInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['input'];
  /** The part that you want to take. */
  readonly role: EnrolmentRole;
  /** Your own yes. */
  readonly agreed: Scalars['Boolean']['input'];
  /** What you say you need, where the programme asks. */
  readonly needs?: InputMaybe<ReadonlyArray<StatedNeed>>;
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `requestEnrolment` answers: first the success, then each rule that may stand in its way. */
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

/** What `setProgramRules` takes. */
export type SetProgramRulesInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the programme. */
  readonly programId: Scalars['ID']['input'];
  /** The version that you read. */
  readonly basedOn: Scalars['Int']['input'];
  /** What is left out stays as it is. */
  readonly settings?: InputMaybe<ProgramSettingsInput>;
  /** Who may come in, beside the population. Left out: both rules stay as they are. */
  readonly eligibility?: InputMaybe<ProgramEligibilityInput>;
};

/** What `setProgramRules` answers: first the success, then each rule that may stand in its way. */
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
  /** The first day. */
  readonly start: Scalars['Date']['output'];
  /** The last day. */
  readonly end: Scalars['Date']['output'];
};

/** The last day lies before the first. */
export type TermEndsBeforeItStarts = Refusal & {
  readonly __typename: 'TermEndsBeforeItStarts';
  readonly message: Scalars['String']['output'];
};

/** First and last day. */
export type TermInput = {
  /** The first day. */
  readonly start: Scalars['Date']['input'];
  /** The last day. */
  readonly end: Scalars['Date']['input'];
};

/** What `withdrawParticipant` takes. */
export type WithdrawParticipantInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the cohort. */
  readonly cohortId: Scalars['ID']['input'];
  /** Yourself if left out. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `withdrawParticipant` answers: first the success, then each rule that may stand in its way. */
export type WithdrawParticipantResult = ParticipantWithdrawn | ParticipantIsNotEnrolled | NotYetHappened;
