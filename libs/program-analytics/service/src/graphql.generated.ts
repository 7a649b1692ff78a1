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

/** What one act is credited with. */
export type ActCredit = {
  readonly __typename?: 'ActCredit';
  /** The act. */
  readonly act: ReportedAct;
  /** Outcomes whose last action before was this act. */
  readonly lastTouch: Figure;
  /** Each outcome split in equal shares over its actions. */
  readonly equalShares: Figure;
};

/** What was done for protégés. */
export type Advocacy = {
  readonly __typename?: 'Advocacy';
  /** K5: how evenly the four acts are used, from 0 to 1. Under five confirmed actions nothing is judged. */
  readonly balance: Figure;
  /** K6: of the actions recorded, those that somebody other than the recorder attests to and nobody disputes. Wilson. */
  readonly confirmation: Figure;
  /** Each of the four acts. */
  readonly acts: ReadonlyArray<AdvocacyByAct>;
};

/** What is unconfirmed is shown apart and enters no other figure. */
export type AdvocacyByAct = {
  readonly __typename?: 'AdvocacyByAct';
  /** The act. */
  readonly act: ReportedAct;
  /** Attested by somebody other than the recorder, and not disputed. */
  readonly confirmed: Figure;
  /** All others that were recorded. */
  readonly unconfirmed: Figure;
};

/** The same figures for each group. */
export type AnalyticsBreakdown = {
  readonly __typename: 'AnalyticsBreakdown';
  /** What the groups are. */
  readonly by: AnalyticsDimension;
  /** In the order of their names. */
  readonly cells: ReadonlyArray<AnalyticsPart>;
};

/** The groups, or why they are not told. */
export type AnalyticsBreakdownResult = AnalyticsBreakdown | BreakdownWouldNamePersons | BreakdownIsNotShared | BreakdownIsTooFine;

/** By what figures are broken down. */
export type AnalyticsDimension =
  /** The months of the period. */
  | 'MONTH'
  /** The programmes in the scope. */
  | 'PROGRAM'
  /** The cohorts that people came in with. */
  | 'COHORT'
  /** Where people stand on the last day, or stood last before it. */
  | 'UNIT'
  /** The same, in tenths of a level. */
  | 'LEVEL'
  /** Protégés by their ids: for those who lead the programme. */
  | 'PERSON';

/** A member of your group. */
export type AnalyticsOrganization = {
  readonly __typename?: 'AnalyticsOrganization';
  /** Its short name. */
  readonly handle: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
};

/** The figures of one population, or of one group of it in a breakdown. Every family of figures is a field. */
export type AnalyticsPart = {
  readonly __typename?: 'AnalyticsPart';
  /** In a breakdown the group: a month's first day, the id of a programme, cohort or person, a unit, or a level in tenths. Null for the whole. */
  readonly group?: Maybe<Scalars['String']['output']>;
  /** The member of your group; null for your own organization. */
  readonly organization?: Maybe<AnalyticsOrganization>;
  /** The programmes that are counted together. */
  readonly programIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Null: all. */
  readonly cohortIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** The last day that the figures know of: the period's end, or the day as of which we know. */
  readonly lastDay: Scalars['Date']['output'];
  /** The instant of knowledge: ask for it again, and the figures are the same. */
  readonly asKnownAt: Scalars['Instant']['output'];
  /** The position of the log that the figures were computed at. */
  readonly position: Scalars['Position']['output'];
  /** The log's hash chain at that position, in hexadecimal: which history the figures rest on. */
  readonly chain: Scalars['String']['output'];
  /** The version of each programme's rules that the figures were computed under. */
  readonly rules: ReadonlyArray<RulesVersion>;
  /** Conditions of eligibility that no event tells of on a past day; they are taken as met. */
  readonly untoldConditions: ReadonlyArray<Scalars['String']['output']>;
  /** The same figures for each group. A breakdown of a breakdown is not offered. */
  readonly breakdown: AnalyticsBreakdownResult;
  /** K5, K6: advocacy in the period. */
  readonly advocacy: Advocacy;
  /** K4: confirmed actions in a month of active sponsorship. Exact Poisson. */
  readonly advocacyRate: Figure;
  /** Commitments by what they are on the last day. */
  readonly commitments: ReadonlyArray<CommitmentsByState>;
  /** K22: protégés whose sponsor left the organization in the period. */
  readonly continuity: Continuity;
  /** K1: who has an active sponsor on the last day. */
  readonly coverage: Coverage;
  /** K14: how far protégés hang on single sponsors, by their confirmed actions of the last twelve months. */
  readonly dependency: Dependency;
  /** K16, K17: whether access, and what follows, differs between groups. Never a list of people. Traits that people declare are not recorded yet. */
  readonly equity: Equity;
  /** K8: sponsorships made in the period, and how far each has come by the last day; and what outcomes of the period are credited to. Asks and placements are not recorded yet. */
  readonly funnel: Funnel;
  /** K7: of the pledges that fell due in the period and were kept or missed, those kept on their day or before. Both sides, never one alone. Wilson. */
  readonly keeping: Keeping;
  /** K9, K10, K11: rises in rank after a first sponsorship that started in the period, against people like them who had none on the same day. */
  readonly promotion: Lift;
  /** K12, K11: exits, likewise. A difference below 0 says that fewer of the sponsored left. */
  readonly retention: Lift;
  /** K12, K23: what it is worth that fewer left. */
  readonly retentionReturn: RetentionReturn;
  /** K15: sponsors' load on the last day, as sponsorships over places. Never by name. */
  readonly load: Load;
  /** K2: of the protégés whose place began in the period, who was matched, and after how long. */
  readonly matching: Matching;
  /** K13: of the posts filled in the period, in the whole organization. */
  readonly mobility: Mobility;
  /** Outcomes of the programme's people in the period, by kind. Associated with the programme, not caused by it. */
  readonly outcomes: ReadonlyArray<OutcomesByKind>;
};


/** The figures of one population, or of one group of it in a breakdown. Every family of figures is a field. */
export type AnalyticsPartBreakdownArgs = {
  by: AnalyticsDimension;
};


/** The figures of one population, or of one group of it in a breakdown. Every family of figures is a field. */
export type AnalyticsPartEquityArgs = {
  by: AuditDimension;
};


/** The figures of one population, or of one group of it in a breakdown. Every family of figures is a field. */
export type AnalyticsPartPromotionArgs = {
  horizonMonths?: Scalars['Int']['input'];
};


/** The figures of one population, or of one group of it in a breakdown. Every family of figures is a field. */
export type AnalyticsPartRetentionArgs = {
  horizonMonths?: Scalars['Int']['input'];
};


/** The figures of one population, or of one group of it in a breakdown. Every family of figures is a field. */
export type AnalyticsPartRetentionReturnArgs = {
  horizonMonths?: Scalars['Int']['input'];
  costPerExit: CostRange;
  programCost?: InputMaybe<Scalars['Float']['input']>;
};

/** Of what you may see, this part. Left out: all of it. */
export type AnalyticsScope = {
  /** For a group's executive: members, by handle or id. */
  readonly organizations?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Of your own organization, or of members that share them. */
  readonly programs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Within the programmes, these cohorts only; for those who lead them. */
  readonly cohorts?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** By what people are told apart, as they stood on their first eligible day of the period. */
export type AuditDimension =
  /** In tenths of a level. */
  | 'LEVEL'
  /** The business function. */
  | 'FUNCTION'
  /** The unit. */
  | 'UNIT'
  /** Since they joined: under one year, three, seven, or more. */
  | 'TENURE';

/** What is looked at, and among whom. */
export type AuditStage =
  /** A place in the period, of those eligible on any day of it. */
  | 'ENROLLED_OF_ELIGIBLE'
  /** A sponsorship by the last day, of those. */
  | 'MATCHED_OF_ENROLLED'
  /** A confirmed action within 180 days, of those matched so long ago. */
  | 'SPOKEN_FOR_OF_MATCHED'
  /** A rise in rank in the period, of those eligible. */
  | 'PROMOTED_OF_ELIGIBLE';

/** A pattern in numbers, never a cause. */
export type AuditVerdict =
  /** Not below four-fifths, and not significant. */
  | 'NO_FINDING'
  /** Not below four-fifths, but significant. */
  | 'SMALL_BUT_SIGNIFICANT'
  /** Below four-fifths, and significant. */
  | 'FINDING'
  /** Below four-fifths, but not significant. */
  | 'NOT_DISTINGUISHABLE'
  /** Below four-fifths, but too few to judge. */
  | 'TOO_FEW'
  /** Hidden, as the figures are that it rests on. */
  | 'SUPPRESSED';

/** One group, against the reference. */
export type AuditedGroup = {
  readonly __typename?: 'AuditedGroup';
  /** Its name. */
  readonly group: Scalars['String']['output'];
  /** Whether the others are held against it. */
  readonly isReference: Scalars['Boolean']['output'];
  /** Wilson. */
  readonly rate: Figure;
  /** K16: rate ÷ highest rate. Katz. Null for the reference. */
  readonly ratio?: Maybe<Figure>;
  /** Within strata of what people have in common otherwise: Mantel–Haenszel, group to reference. A crude verdict never stands alone. */
  readonly oddsRatio?: Maybe<Figure>;
  /** What it is worth; null for the reference. */
  readonly judgement?: Maybe<Judgement>;
};

/** A pooled rate over the members of a circle, with noise that hides every one of their people. It names no member, and is of five at least. */
export type Benchmark = {
  readonly __typename?: 'Benchmark';
  /** What is compared. */
  readonly measure: BenchmarkMeasure;
  /** Whole quarters. */
  readonly period: Period;
  /** Whether there is a number. */
  readonly state: BenchmarkState;
  /** From 0 to 1; null where too few people are pooled. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Lower end of where the rate lies without the noise, with 95 %. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper end of where the rate lies without the noise, with 95 %. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** How much it told of one person: what it cost each member. */
  readonly epsilonSpent: Scalars['Float']['output'];
  /** The day it was drawn. */
  readonly releasedOn: Scalars['Date']['output'];
};

/** The circle's bound, from now on. */
export type BenchmarkBoundDeclared = {
  readonly __typename: 'BenchmarkBoundDeclared';
  /** Where it stands in the circle's log. */
  readonly position: Scalars['Position']['output'];
};

/** You take part already. */
export type BenchmarkIsJoined = Refusal & {
  readonly __typename: 'BenchmarkIsJoined';
  readonly message: Scalars['String']['output'];
};

/** You take part from now on. */
export type BenchmarkJoined = {
  readonly __typename: 'BenchmarkJoined';
  /** Where it stands in the log. */
  readonly position: Scalars['Position']['output'];
};

/** You take part no more. */
export type BenchmarkLeft = {
  readonly __typename: 'BenchmarkLeft';
  /** Where it stands in the log. */
  readonly position: Scalars['Position']['output'];
};

/** What may be compared: a part of the protégés enrolled on the last day of a period. */
export type BenchmarkMeasure =
  /** Those with an active sponsor on that day. */
  | 'COVERAGE'
  /** Those for whom an advocacy action of the period was confirmed. */
  | 'ADVOCACY'
  /** Those promoted in the period. Associated with sponsorship, not caused by it. */
  | 'PROMOTION'
  /** Those who moved within their organization in the period. Associated with sponsorship, not caused by it. */
  | 'MOVE';

/** What must be so before organizations are compared. */
export type BenchmarkPrecondition =
  /** The circle has said how many people of a member count at most, before any data were seen. */
  | 'BOUND_IS_DECLARED'
  /** The data are three months old. */
  | 'DATA_ARE_THREE_MONTHS_OLD'
  /** Five organizations have something to compare. */
  | 'FIVE_ORGANIZATIONS'
  /** None has more than a quarter of the weight, after the bound. */
  | 'NONE_OVER_A_QUARTER';

/** Something must be so before organizations are compared, and is not. It names what, and never who. */
export type BenchmarkPreconditionFails = Refusal & {
  readonly __typename: 'BenchmarkPreconditionFails';
  readonly message: Scalars['String']['output'];
  /** What is not so. */
  readonly precondition: BenchmarkPrecondition;
};

/** The answer can be read. */
export type BenchmarkReleased = {
  readonly __typename: 'BenchmarkReleased';
  /** The log's head after it. */
  readonly position: Scalars['Position']['output'];
};

/** What may be said of a pooled rate. */
export type BenchmarkState =
  /** A number. */
  | 'VALUE'
  /** Too few people are pooled to say anything through the noise. */
  | 'TOO_FEW';

/** An amount, with the uncertainty of what it is made of. */
export type Benefit = {
  readonly __typename?: 'Benefit';
  /** Whether an amount may be named. */
  readonly state: FigureState;
  /** From the worse end of the difference. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** From the difference itself. */
  readonly mid?: Maybe<Scalars['Float']['output']>;
  /** From its better end. */
  readonly high?: Maybe<Scalars['Float']['output']>;
};

/** It was said before. */
export type BoundIsDeclared = Refusal & {
  readonly __typename: 'BoundIsDeclared';
  readonly message: Scalars['String']['output'];
};

/** A grant opens a member's figures as a whole, and nothing finer. */
export type BreakdownIsNotShared = Refusal & {
  readonly __typename: 'BreakdownIsNotShared';
  readonly message: Scalars['String']['output'];
};

/** More groups than one answer holds: narrow the scope. */
export type BreakdownIsTooFine = Refusal & {
  readonly __typename: 'BreakdownIsTooFine';
  readonly message: Scalars['String']['output'];
};

/** Single people are shown to those who lead the programme. */
export type BreakdownWouldNamePersons = Refusal & {
  readonly __typename: 'BreakdownWouldNamePersons';
  readonly message: Scalars['String']['output'];
};

/** You are a member of no circle under this id. */
export type CircleIsNotKnown = Refusal & {
  readonly __typename: 'CircleIsNotKnown';
  readonly message: Scalars['String']['output'];
};

/** Commitments in one state. */
export type CommitmentsByState = {
  readonly __typename?: 'CommitmentsByState';
  /** The state. */
  readonly status: ReportedStatus;
  /** How many. */
  readonly count: Figure;
};

/** One of the two sides of a comparison. */
export type ComparedArm =
  /** From the start of their first sponsorship. */
  | 'SPONSORED'
  /** From the index date that they were given, until they are sponsored themselves. */
  | 'COMPARED';

/** Who was compared, chosen by what lies before each index date, and by nothing after it. Counts are null for those who see no people, unless each tells of many. */
export type ComparisonGroup = {
  readonly __typename?: 'ComparisonGroup';
  /** By which they were chosen. */
  readonly rule: Scalars['String']['output'];
  /** The first index date. No outcome that was looked at lies on or before it. */
  readonly day?: Maybe<Scalars['Date']['output']>;
  /** How many. */
  readonly people?: Maybe<Scalars['Int']['output']>;
  /** SHA-256 of the ids in their order, one a line: whoever holds the list can show that it is the same. */
  readonly digest?: Maybe<Scalars['String']['output']>;
  /** Sponsored people for whom nobody like them was there on the day. */
  readonly unpaired?: Maybe<Scalars['Int']['output']>;
  /** Sponsored people who were not eligible on the day. */
  readonly notEligible?: Maybe<Scalars['Int']['output']>;
  /** Sponsored people who had been sponsored before, in any programme. */
  readonly sponsoredBefore?: Maybe<Scalars['Int']['output']>;
};

/** What becomes of protégés when their sponsor leaves. */
export type Continuity = {
  readonly __typename?: 'Continuity';
  /** Of those who are still here ninety days later: with an active sponsor then. Wilson. */
  readonly kept: Figure;
  /** Protégés who left themselves within the ninety days. */
  readonly leftMeanwhile: Figure;
  /** Whose ninety days are not over. */
  readonly notYetOver: Figure;
};

/** What one exit costs, in a unit of your choice: it is your estimate, never a constant of ours. */
export type CostRange = {
  /** At the least. */
  readonly low: Scalars['Float']['input'];
  /** Most likely. */
  readonly mid: Scalars['Float']['input'];
  /** At the most. */
  readonly high: Scalars['Float']['input'];
};

/** Who has an active sponsor. */
export type Coverage = {
  readonly __typename?: 'Coverage';
  /** Of those active in the directory and eligible on that day. Wilson. */
  readonly ofEligible: Figure;
  /** Of the protégés enrolled on that day. Wilson. */
  readonly ofEnrolled: Figure;
  /** How many protégés have one. */
  readonly covered: Figure;
};

/** Where a curve stands on a day after the index date. */
export type CurvePoint = {
  readonly __typename?: 'CurvePoint';
  /** Since the index date. */
  readonly day: Scalars['Int']['output'];
  /** Who is still watched just before. */
  readonly atRisk: Scalars['Int']['output'];
  /** The share still without it, by Kaplan–Meier, with Greenwood's interval on the log scale. */
  readonly without: Scalars['Float']['output'];
  /** The lower end. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** The upper end. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** The share that had it, where leaving ends the chance (Aalen–Johansen). */
  readonly incidence: Scalars['Float']['output'];
  /** The share that left before; null where leaving is what is waited for. */
  readonly left?: Maybe<Scalars['Float']['output']>;
};

/** How many people of a member count at most. */
export type DeclareBenchmarkBoundInput = {
  /** Your own name for this request: repeated, it is done once. */
  readonly requestKey: Scalars['ID']['input'];
  /** People, from 1 to 1,000,000. */
  readonly bound: Scalars['Int']['input'];
};

/** It is said, or why not. */
export type DeclareBenchmarkBoundResult = BenchmarkBoundDeclared | OnlyACircleCompares | BoundIsDeclared;

/** How releases of a programme are to divide people. */
export type DeclareReleaseLatticeInput = {
  /** Your own name for this request: repeated, it is done once. */
  readonly requestKey: Scalars['ID']['input'];
  /** A programme that you lead. */
  readonly programId: Scalars['ID']['input'];
  /** Three at most. None: totals only. */
  readonly dimensions: ReadonlyArray<ReleaseDimension>;
};

/** It is said, or why not. */
export type DeclareReleaseLatticeResult = ReleaseLatticeDeclared | ProgramIsNotDefined | DimensionStandsTwice | LatticeIsDeclared | PeopleAreEnrolledAlready | TooManyDimensions;

/** Whether advocacy rests on single sponsors. */
export type Dependency = {
  readonly __typename?: 'Dependency';
  /** Herfindahl–Hirschman, the mean over protégés with three confirmed actions or more; of one person, theirs. 1 is a single sponsor. */
  readonly concentration: Figure;
  /** As many equal sponsors would give the same, the mean. */
  readonly effectiveSponsors: Figure;
  /** Of those judged, above the programme's setting. Wilson. */
  readonly onFewSponsors: Figure;
  /** Protégés with one or two confirmed actions. */
  readonly tooFewToJudge: Figure;
};

/** What a difference means. */
export type DifferenceKind =
  /** One rate less the other. */
  | 'ABSOLUTE'
  /** One rate over the other, less one. */
  | 'RELATIVE';

/** A dimension is named twice. */
export type DimensionStandsTwice = Refusal & {
  readonly __typename: 'DimensionStandsTwice';
  readonly message: Scalars['String']['output'];
};

/** Strata without people of both arms: they say nothing about a difference. */
export type DroppedStrata = {
  readonly __typename?: 'DroppedStrata';
  /** How many. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** The first fifty of them. */
  readonly names: ReadonlyArray<Scalars['String']['output']>;
};

/** An audit of access and of what follows. */
export type Equity = {
  readonly __typename?: 'Equity';
  /** What the groups are. */
  readonly by: AuditDimension;
  /** In their order. */
  readonly stages: ReadonlyArray<EquityStage>;
  /** Confirmed actions in a month of active sponsorship, by group. Exact Poisson. */
  readonly advocacyRates: ReadonlyArray<GroupRate>;
};

/** One stage of the audit. */
export type EquityStage = {
  readonly __typename?: 'EquityStage';
  /** What is looked at. */
  readonly stage: AuditStage;
  /** The group with the highest rate, against which the others are held. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** How many comparisons were made; with more than five Holm's correction decides a finding. */
  readonly groupsCompared: Scalars['Int']['output'];
  /** The reference first, then the others by name. */
  readonly groups: ReadonlyArray<AuditedGroup>;
  /** Under two in a hundred of the pool: named, not analysed. */
  readonly notAnalysed: ReadonlyArray<Scalars['String']['output']>;
};

/** A number and what must be known to read it. `value` is there in the states VALUE and NOT_DISTINGUISHABLE only. */
export type Figure = {
  readonly __typename?: 'Figure';
  /** What may be said. */
  readonly state: FigureState;
  /** The number, with four decimals. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** What it counts or measures. */
  readonly unit?: Maybe<FigureUnit>;
  /** Of a share: of how many it is true, one number for each group compared. */
  readonly count?: Maybe<ReadonlyArray<Scalars['Int']['output']>>;
  /** What it rests on: people, things or months; one number for each group compared, in the order of the question. */
  readonly n?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** 95 %. */
  readonly interval?: Maybe<Interval>;
  /** Of a difference: in percentage points, or as a ratio less one. Both are always given. */
  readonly kind?: Maybe<DifferenceKind>;
};

/** What may be said of a figure. */
export type FigureState =
  /** The number stands. */
  | 'VALUE'
  /** From no difference: no arrow, no colour, no up or down. */
  | 'NOT_DISTINGUISHABLE'
  /** Too few to judge. */
  | 'TOO_FEW'
  /** Nothing to divide by, or nothing to compare. */
  | 'NOT_APPLICABLE'
  /** Rests on too few people to hide any one of them, or could be computed from what is shown beside. */
  | 'SUPPRESSED';

/** What a figure is counted or measured in. */
export type FigureUnit =
  /** A part of a whole, 0 to 1, and differences of such parts. */
  | 'SHARE'
  /** One rate or amount over another. */
  | 'RATIO'
  /** Events in a person-month. */
  | 'PER_MONTH'
  /** Days. */
  | 'TIME'
  /** Without unit. */
  | 'INDEX'
  /** So many people or things: an estimate of nothing. */
  | 'COUNT';

/** From a sponsorship to an outcome. */
export type Funnel = {
  readonly __typename?: 'Funnel';
  /** In their order. */
  readonly steps: ReadonlyArray<FunnelStep>;
  /** By the act of confirmed actions: linked by the pair, else within the attribution window before the outcome. */
  readonly credit: ReadonlyArray<ActCredit>;
  /** Outcomes of the period that rest on any confirmed action. */
  readonly creditedOutcomes: Figure;
};

/** Each stage is part of the one before. */
export type FunnelStage =
  /** Both have signed. */
  | 'MADE'
  /** The sponsor has recorded an action. */
  | 'ACTED'
  /** An action was confirmed. */
  | 'CONFIRMED'
  /** An outcome of the protégé is credited to a confirmed action of this sponsorship. */
  | 'OUTCOME';

/** How many came so far. */
export type FunnelStep = {
  readonly __typename?: 'FunnelStep';
  /** How far. */
  readonly stage: FunnelStage;
  /** How many of those made in the period. */
  readonly sponsorships: Figure;
  /** Of those of the step before; null for the first. Wilson. */
  readonly conversion?: Maybe<Figure>;
  /** Days from the start of the sponsorship by Kaplan–Meier; null for the first step. */
  readonly medianDays?: Maybe<Figure>;
};

/** How much is done for one group. */
export type GroupRate = {
  readonly __typename?: 'GroupRate';
  /** Its name. */
  readonly group: Scalars['String']['output'];
  /** Of those of it who are enrolled. */
  readonly rate: Figure;
};

/** Between which values the truth lies in 95 of 100 such samples. An end that is null is unbounded. */
export type Interval = {
  readonly __typename?: 'Interval';
  /** The lower end. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** The upper end. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** How it was computed. */
  readonly method: IntervalMethod;
};

/** By which method an interval was computed. */
export type IntervalMethod =
  | 'WILSON'
  | 'NEWCOMBE'
  | 'KATZ'
  | 'EXACT_POISSON'
  | 'EXACT_CONDITIONAL'
  | 'GREENWOOD_LOG'
  | 'NORMAL'
  | 'ROBINS_BRESLOW_GREENLAND'
  | 'NOISE'
  | 'CARRIED_OVER';

/** Whose benchmark to take part in. */
export type JoinBenchmarkInput = {
  /** Your own name for this request: repeated, it is done once. */
  readonly requestKey: Scalars['ID']['input'];
  /** A circle that you are a member of, by the id that joining it answered. */
  readonly circleId: Scalars['ID']['input'];
};

/** You take part, or why not. */
export type JoinBenchmarkResult = BenchmarkJoined | CircleIsNotKnown | BenchmarkIsJoined;

/** What a comparison is worth. */
export type Judgement = {
  readonly __typename?: 'Judgement';
  /** The crude verdict. */
  readonly verdict: AuditVerdict;
  /** Fisher's exact test, two-sided, as it is. */
  readonly p?: Maybe<Scalars['Float']['output']>;
  /** After Holm; null where so few looks were taken that none is due. */
  readonly corrected?: Maybe<Scalars['Float']['output']>;
  /** The verdict as a sentence. */
  readonly words?: Maybe<Scalars['String']['output']>;
  /** Where the crude and the stratified figure tell different stories. */
  readonly disagreement?: Maybe<Scalars['String']['output']>;
};

/** Promises kept on time, by both sides. */
export type Keeping = {
  readonly __typename?: 'Keeping';
  /** Of what sponsors had pledged. */
  readonly sponsors: Figure;
  /** Of what protégés had pledged. */
  readonly proteges: Figure;
};

/** A release of a later period is published: what was hidden in it might show in an older one. */
export type LaterPeriodIsPublished = Refusal & {
  readonly __typename: 'LaterPeriodIsPublished';
  readonly message: Scalars['String']['output'];
};

/** It was said before, and is not said anew. */
export type LatticeIsDeclared = Refusal & {
  readonly __typename: 'LatticeIsDeclared';
  readonly message: Scalars['String']['output'];
};

/** Whose benchmark to leave. */
export type LeaveBenchmarkInput = {
  /** Your own name for this request: repeated, it is done once. */
  readonly requestKey: Scalars['ID']['input'];
  /** A circle in whose benchmark you take part. */
  readonly circleId: Scalars['ID']['input'];
};

/** You take part no more, or never did. */
export type LeaveBenchmarkResult = BenchmarkLeft | NotInTheBenchmark;

/** How many had it within a horizon after their index date: the start of the first sponsorship, which their comparison was given too. */
export type Lift = {
  readonly __typename?: 'Lift';
  /** As it was asked for. */
  readonly horizonMonths: Scalars['Int']['output'];
  /** Of the sponsored who could be watched for so long. Wilson. */
  readonly sponsored: Figure;
  /** Of the compared. Wilson. */
  readonly compared: Figure;
  /** In percentage points. Newcombe. */
  readonly absolute: Figure;
  /** As a ratio less one. Katz. */
  readonly relative: Figure;
  /** The smallest difference that so many people would reveal 8 times in 10. */
  readonly smallestDetectable: Figure;
  /** Within level, function and band of tenure at the index date. Rating has no history and is left out. */
  readonly stratified: StratifiedLift;
  /** Who the sponsored are compared with. */
  readonly comparison: ComparisonGroup;
  /** K11: over the whole time watched. */
  readonly time: TimeToEvent;
};

/** How evenly sponsorships are spread over sponsors. */
export type Load = {
  readonly __typename?: 'Load';
  /** Gini, from 0: all carry the same. Under five sponsors nothing is judged. */
  readonly inequality: Figure;
  /** Sponsorships over places, the mean over sponsors. */
  readonly mean: Figure;
  /** Without a free place. Wilson. */
  readonly full: Figure;
  /** How many sponsors. */
  readonly sponsors: Figure;
};

/** The log-rank test. */
export type LogRank = {
  readonly __typename?: 'LogRank';
  /** Whether the arms can be told apart. */
  readonly state: FigureState;
  /** On one degree of freedom. */
  readonly chiSquared?: Maybe<Scalars['Float']['output']>;
  /** Two-sided. */
  readonly p?: Maybe<Scalars['Float']['output']>;
};

/** How many were matched in time. */
export type MatchedWithin = {
  readonly __typename?: 'MatchedWithin';
  /** Since the place began. */
  readonly days: Scalars['Int']['output'];
  /** Of all whose place began. */
  readonly matched: Figure;
};

/** From a place in a cohort to a sponsorship. */
export type Matching = {
  readonly __typename?: 'Matching';
  /** Wilson. */
  readonly rate: Figure;
  /** Kaplan–Meier, those still waiting censored. A mean over the matched alone is not offered. */
  readonly medianDays: Figure;
  /** Neither matched nor gone. */
  readonly stillWaiting: Figure;
  /** Who left the organization or gave the place up before. */
  readonly gaveUp: Figure;
  /** The share matched within so many days, where leaving and withdrawing end the chance (Aalen–Johansen). */
  readonly within: ReadonlyArray<MatchedWithin>;
};

/** One member of the group, and what it made public of the programmes that it shares. */
export type MemberReleases = {
  readonly __typename?: 'MemberReleases';
  /** The member's handle. */
  readonly handle: Scalars['ID']['output'];
  /** The member's name. */
  readonly name: Scalars['String']['output'];
  /** One a programme. */
  readonly reports: ReadonlyArray<ReleasedReport>;
};

/** How posts were filled. */
export type Mobility = {
  readonly __typename?: 'Mobility';
  /** By somebody who was here already. Wilson. */
  readonly internal: Figure;
};

/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * In a circle's own name: says how many people of a member count at most, before any data are seen. A larger member is cut to it in proportion, so that its weight is not the
   * figure's. Once, for good. Safe to repeat.
   */
  readonly declareBenchmarkBound: DeclareBenchmarkBoundResult;
  /**
   * Takes part in the benchmark of a circle that you are a member of. From then on your organization's counts go into its pooled figures, with noise and without your name.
   * Safe to repeat.
   */
  readonly joinBenchmark: JoinBenchmarkResult;
  /** Takes part no more. What was answered before stays: your people were noise in it. Safe to repeat. */
  readonly leaveBenchmark: LeaveBenchmarkResult;
  /**
   * Asks a circle that you take part in for one pooled figure. It costs each member that has something to compare ε = 0.5 of the 2 of a calendar year; a question that was
   * asked before, by whomever, costs nothing and has the same answer. Then `benchmark` reads it.
   */
  readonly releaseBenchmark: ReleaseBenchmarkResult;
  /**
   * Says how releases of a programme divide people: once, before anybody is enrolled. Where nobody says it, by cohort and level.
   * Safe to repeat: the same requestKey says it once.
   */
  readonly declareReleaseLattice: DeclareReleaseLatticeResult;
  /**
   * Makes the figures of whole quarters public inside the organization, from what is known now: hides what tells of too few people, hides what would give
   * that away, and then tries to find out what was hidden, together with the releases before. What cannot be hidden is not published.
   * Safe to repeat: the same requestKey publishes once.
   */
  readonly publishRelease: PublishReleaseResult;
  /**
   * Keeps every figure of a programme and period as they are known now, for good: what is learned or corrected later appears in later reports.
   * Safe to repeat: the same requestKey seals once.
   */
  readonly sealReport: SealReportResult;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDeclareBenchmarkBoundArgs = {
  input: DeclareBenchmarkBoundInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationJoinBenchmarkArgs = {
  input: JoinBenchmarkInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationLeaveBenchmarkArgs = {
  input: LeaveBenchmarkInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationReleaseBenchmarkArgs = {
  input: ReleaseBenchmarkInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDeclareReleaseLatticeArgs = {
  input: DeclareReleaseLatticeInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationPublishReleaseArgs = {
  input: PublishReleaseInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationSealReportArgs = {
  input: SealReportInput;
};

/** You take part in no benchmark under this id: it is not there, or not yours. */
export type NotInTheBenchmark = Refusal & {
  readonly __typename: 'NotInTheBenchmark';
  readonly message: Scalars['String']['output'];
};

/** `asKnownAt` lies in the future. */
export type NotKnownYet = Refusal & {
  readonly __typename: 'NotKnownYet';
  readonly message: Scalars['String']['output'];
};

/** A measure without a figure. */
export type NotYet = {
  readonly __typename?: 'NotYet';
  /** By its number and name. */
  readonly measure: Scalars['String']['output'];
  /** What is not recorded. */
  readonly missing: Scalars['String']['output'];
};

/** An organization, programme or cohort is not there, or not for you: both answer the same. */
export type NothingInScope = Refusal & {
  readonly __typename: 'NothingInScope';
  readonly message: Scalars['String']['output'];
};

/** You do not speak for a circle. */
export type OnlyACircleCompares = Refusal & {
  readonly __typename: 'OnlyACircleCompares';
  readonly message: Scalars['String']['output'];
};

/** What was known at two instants differs by what was learned in between: one person's change. Whoever sees no rows asks for the present. */
export type OnlyTheLeadLooksBack = Refusal & {
  readonly __typename: 'OnlyTheLeadLooksBack';
  readonly message: Scalars['String']['output'];
};

/** Cohorts of one's choice can be subtracted from each other. Whoever sees no rows asks for whole programmes. */
export type OnlyTheLeadPicksCohorts = Refusal & {
  readonly __typename: 'OnlyTheLeadPicksCohorts';
  readonly message: Scalars['String']['output'];
};

/** Outcomes of one kind. */
export type OutcomesByKind = {
  readonly __typename?: 'OutcomesByKind';
  /** The kind. */
  readonly kind: ReportedOutcome;
  /** How many. */
  readonly count: Figure;
};

/** There is somebody to divide already. */
export type PeopleAreEnrolledAlready = Refusal & {
  readonly __typename: 'PeopleAreEnrolledAlready';
  readonly message: Scalars['String']['output'];
};

/** Days of the world, the first and the last included. */
export type Period = {
  readonly __typename?: 'Period';
  /** The first day. */
  readonly from: Scalars['Date']['output'];
  /** The last day. */
  readonly to: Scalars['Date']['output'];
};

/** The last day lies before the first. */
export type PeriodEndsBeforeItStarts = Refusal & {
  readonly __typename: 'PeriodEndsBeforeItStarts';
  readonly message: Scalars['String']['output'];
};

/** First and last day, both included. */
export type PeriodInput = {
  /** The first day. */
  readonly from: Scalars['Date']['input'];
  /** The last day. */
  readonly to: Scalars['Date']['input'];
};

/** The last day of the period is not over everywhere. */
export type PeriodIsNotOver = Refusal & {
  readonly __typename: 'PeriodIsNotOver';
  readonly message: Scalars['String']['output'];
};

/** A period spans ten years at most. */
export type PeriodIsTooLong = Refusal & {
  readonly __typename: 'PeriodIsTooLong';
  readonly message: Scalars['String']['output'];
};

/** The period ends before anything was recorded. */
export type PeriodLiesBeforeTheLog = Refusal & {
  readonly __typename: 'PeriodLiesBeforeTheLog';
  readonly message: Scalars['String']['output'];
};

/** What may be told in one year of the people of everybody who takes part is used up. It does not say whose. */
export type PrivacyBudgetIsSpent = Refusal & {
  readonly __typename: 'PrivacyBudgetIsSpent';
  readonly message: Scalars['String']['output'];
};

/** What came of the programmes in the scope. */
export type ProgramAnalytics = {
  readonly __typename: 'ProgramAnalytics';
  /** As it was asked for. */
  readonly period: Period;
  /** One for the programmes that you lead, together; one for each other programme; and those of each member of your group. */
  readonly parts: ReadonlyArray<AnalyticsPart>;
  /** How many there are, whether or not they were asked for. */
  readonly partCount: Scalars['Int']['output'];
  /** Measures that no recorded event can answer yet, each with what is missing. */
  readonly notYet: ReadonlyArray<NotYet>;
};


/** What came of the programmes in the scope. */
export type ProgramAnalyticsPartsArgs = {
  first?: Scalars['Int']['input'];
};

/** Figures, or why there are none. */
export type ProgramAnalyticsResult = ProgramAnalytics | PeriodEndsBeforeItStarts | PeriodIsTooLong | PeriodLiesBeforeTheLog | NotKnownYet | NothingInScope | ScopeIsTooLarge | WholeQuartersOnly | OnlyTheLeadLooksBack | OnlyTheLeadPicksCohorts;

/** There is no such programme that you lead. */
export type ProgramIsNotDefined = Refusal & {
  readonly __typename: 'ProgramIsNotDefined';
  readonly message: Scalars['String']['output'];
};

/** What to publish. */
export type PublishReleaseInput = {
  /** Your own name for this request: repeated, it is done once. */
  readonly requestKey: Scalars['ID']['input'];
  /** A programme that you lead. */
  readonly programId: Scalars['ID']['input'];
  /** Whole quarters that are over. People are divided by where they stand on its last day. */
  readonly period: PeriodInput;
};

/** The release, or why there is none. */
export type PublishReleaseResult = ReleasePublished | ProgramIsNotDefined | PeriodEndsBeforeItStarts | WholeQuartersOnly | PeriodIsNotOver | LaterPeriodIsPublished | TooManyPlaces | ReleaseAuditFails;

/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * What came of programmes in a period, as it was known at an instant: now, unless you ask for the past. The same scope, period and instant
   * answer the same figures for ever, whatever was learned or corrected since. Ask only for the families that you need: each is computed when it is asked for.
   *
   * Who leads a programme sees every figure, down to single people. Who sees no rows (executives) is answered programme by programme, in whole
   * quarters, as known now, and reads SUPPRESSED where a figure rests on too few people to hide any one of them. A group's executive is answered
   * for each member that shares its reports, computed inside that member.
   *
   * Figures say what is associated with sponsorship, never what was caused by it.
   */
  readonly programAnalytics: ProgramAnalyticsResult;
  /**
   * What a circle answered: the same for every member, for good, and at no cost. Null until somebody has asked it (`releaseBenchmark`), or where you take part in no such
   * benchmark. Compare your own released figure with the interval: outside it, yours is higher or lower; inside, not distinguishable.
   */
  readonly benchmark?: Maybe<Benchmark>;
  /**
   * The newest releases of the members of your group side by side, each read inside its own organization under the grant that it gave, and nothing finer.
   * Members that share nothing, or no longer, are not there.
   */
  readonly groupReleases: ReadonlyArray<MemberReleases>;
  /**
   * What was made public of a programme: the newest release, or the one that was the newest at an instant. Nothing is computed when it is asked for.
   * Null if there is none for you.
   */
  readonly releasedReport?: Maybe<ReleasedReport>;
  /** The releases of a programme, the newest first: the last hundred. Empty if there are none for you. */
  readonly releases: ReadonlyArray<ReleaseHeading>;
  /** A report as it was sealed. Nothing is computed when it is asked for. Null if there is none for you. */
  readonly sealedReport?: Maybe<SealedReport>;
  /** The sealed reports of a programme, the newest first: the last hundred. Empty if there are none for you. */
  readonly sealedReports: ReadonlyArray<SealedReport>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryProgramAnalyticsArgs = {
  scope?: InputMaybe<AnalyticsScope>;
  period: PeriodInput;
  asKnownAt?: InputMaybe<Scalars['Instant']['input']>;
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryBenchmarkArgs = {
  circleId: Scalars['ID']['input'];
  measure: BenchmarkMeasure;
  period: PeriodInput;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryGroupReleasesArgs = {
  asKnownAt?: InputMaybe<Scalars['Instant']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryReleasedReportArgs = {
  programId: Scalars['ID']['input'];
  asKnownAt?: InputMaybe<Scalars['Instant']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryReleasesArgs = {
  programId: Scalars['ID']['input'];
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QuerySealedReportArgs = {
  programId: Scalars['ID']['input'];
  reportId: Scalars['ID']['input'];
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QuerySealedReportsArgs = {
  programId: Scalars['ID']['input'];
};

/**
 * The business said no. Every refusal is a type of its own and a member of the mutation's result; each has a sentence to show,
 * also to a client that is older than the refusal.
 */
export type Refusal = {
  /** What rule stands in the way, in words for the person who asked. */
  readonly message: Scalars['String']['output'];
};

/** What was to be hidden could be found out. Nothing is published. */
export type ReleaseAuditFails = Refusal & {
  readonly __typename: 'ReleaseAuditFails';
  readonly message: Scalars['String']['output'];
};

/** What a circle is asked. */
export type ReleaseBenchmarkInput = {
  /** Your own name for this request. The question itself is answered once, under whatever name. */
  readonly requestKey: Scalars['ID']['input'];
  /** A circle in whose benchmark you take part. */
  readonly circleId: Scalars['ID']['input'];
  /** What is compared. */
  readonly measure: BenchmarkMeasure;
  /** Whole quarters that ended three months ago or earlier. */
  readonly period: PeriodInput;
};

/** The answer is there, or why there is none. */
export type ReleaseBenchmarkResult = BenchmarkReleased | NotInTheBenchmark | BenchmarkPreconditionFails | PrivacyBudgetIsSpent | WholeQuartersOnly | PeriodEndsBeforeItStarts;

/** One way to divide people, by where they stand on the last day of a release's period. */
export type ReleaseDimension =
  /** The cohort in which they are enrolled. */
  | 'COHORT'
  /** Their level, in tenths: 20 is level two. */
  | 'LEVEL'
  /** What they do. */
  | 'FUNCTION'
  /** Where in the organization they are. */
  | 'UNIT';

/** What a release is of, and what it was made from. */
export type ReleaseHeading = {
  readonly __typename?: 'ReleaseHeading';
  /** Names the release for good. */
  readonly releaseId: Scalars['ID']['output'];
  /** 1, 2, 3 … of its programme. */
  readonly number: Scalars['Int']['output'];
  /** Whole quarters. People are divided by where they stand on its last day. */
  readonly period: Period;
  /** When it was published. */
  readonly publishedAt: Scalars['Instant']['output'];
};

/** From now on releases divide people like this. */
export type ReleaseLatticeDeclared = {
  readonly __typename: 'ReleaseLatticeDeclared';
  /** Where it stands in the log. */
  readonly position: Scalars['Position']['output'];
};

/** Figures are public from now on, and stay as they are. */
export type ReleasePublished = {
  readonly __typename: 'ReleasePublished';
  /** Names the release for good. */
  readonly releaseId: Scalars['ID']['output'];
  /** Where it stands in the log. */
  readonly position: Scalars['Position']['output'];
};

/** A part of a whole. Hidden is a value like any other: the same fields, the same size. */
export type ReleasedFigure = {
  readonly __typename?: 'ReleasedFigure';
  /** What is counted. */
  readonly measure: ReleasedMeasure;
  /** Whether there is a number. */
  readonly state: ReleasedFigureState;
  /** People; null where it is hidden. */
  readonly part?: Maybe<Scalars['Int']['output']>;
  /** People; null where it is hidden. */
  readonly whole?: Maybe<Scalars['Int']['output']>;
  /** part ÷ whole, from 0 to 1; null where there is no whole, or it is hidden. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the 95 % interval, by Wilson's method (1927). */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper end of the 95 % interval, by Wilson's method (1927). */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** The day that the number is of: an earlier one where it stands because too few people came or went since. */
  readonly asOf: Scalars['Date']['output'];
};

/** What may be said of a released figure. */
export type ReleasedFigureState =
  /** A number. */
  | 'VALUE'
  /** There is nobody of whom a part could be counted. */
  | 'NOT_APPLICABLE'
  /** It tells of too few people, or would give away what does. */
  | 'SUPPRESSED';

/** What a release counts, of the protégés enrolled on the last day of its period. */
export type ReleasedMeasure =
  /** How many there are: part and whole alike. */
  | 'ENROLLED'
  /** Those with an active sponsor on that day. */
  | 'COVERAGE'
  /** Those for whom an advocacy action of the period was confirmed. */
  | 'ADVOCACY'
  /** Those promoted in the period. Associated with the programme, not caused by it. */
  | 'PROMOTION'
  /** Those who moved within the organization in the period. Associated with the programme, not caused by it. */
  | 'MOVE';

/** One place of the lattice, and what is counted there. */
export type ReleasedPlace = {
  readonly __typename?: 'ReleasedPlace';
  /** One category a dimension; null for all of them. */
  readonly place: ReadonlyArray<Maybe<Scalars['String']['output']>>;
  /** Each measure, in the same order everywhere. */
  readonly figures: ReadonlyArray<ReleasedFigure>;
};

/** Figures that were made public together. None of them was, or ever will be, shown with something else hidden. */
export type ReleasedReport = {
  readonly __typename?: 'ReleasedReport';
  /** Names the release for good. */
  readonly releaseId: Scalars['ID']['output'];
  /** The programme. */
  readonly programId: Scalars['ID']['output'];
  /** 1, 2, 3 … of its programme. */
  readonly number: Scalars['Int']['output'];
  /** Whole quarters. People are divided by where they stand on its last day. */
  readonly period: Period;
  /** When it was published. */
  readonly publishedAt: Scalars['Instant']['output'];
  /** The position of the log that it was made from. */
  readonly position: Scalars['Position']['output'];
  /** The hash chain of the log there. */
  readonly chain: Scalars['String']['output'];
  /** Nothing is shown that tells of fewer people, save that there is nobody. */
  readonly k: Scalars['Int']['output'];
  /** How people are divided, in the order of every place: of what was declared, as many dimensions as the first release had places for. */
  readonly lattice: ReadonlyArray<ReleaseDimension>;
  /** Every place of the lattice, in its order, which says nothing of the figures. The last is the whole programme. */
  readonly places: ReadonlyArray<ReleasedPlace>;
};

/** It is kept from now on, and stays as it is. */
export type ReportSealed = {
  readonly __typename: 'ReportSealed';
  /** Names the report for good. */
  readonly reportId: Scalars['ID']['output'];
  /** Where it stands in the log. */
  readonly position: Scalars['Position']['output'];
};

/** What kind of advocacy it was. */
export type ReportedAct =
  | 'AMPLIFY'
  | 'BOOST'
  | 'CONNECT'
  | 'DEFEND';

/** What happened to a career. */
export type ReportedOutcome =
  | 'PROMOTION'
  | 'LATERAL_MOVE'
  | 'TRANSITION'
  | 'STRETCH_ASSIGNMENT'
  | 'PAY_BAND'
  | 'RECOGNITION'
  | 'VISIBILITY'
  | 'EXIT';

/** What a commitment was. */
export type ReportedStatus =
  | 'PROPOSED'
  | 'DECLINED'
  | 'ACTIVE'
  | 'PAUSED'
  | 'FULFILLED'
  | 'WITHDRAWN'
  | 'ENDED';

/** What it is worth that fewer of the sponsored left than of the compared; no amount where the difference cannot be told from none. */
export type RetentionReturn = {
  readonly __typename?: 'RetentionReturn';
  /** In the unit of the cost of an exit. */
  readonly benefit: Benefit;
  /** (benefit − cost) ÷ cost, from the low to the high end of the benefit. */
  readonly returnOnCost: Figure;
};

/** Which rules of a programme held. */
export type RulesVersion = {
  readonly __typename?: 'RulesVersion';
  /** Whose rules. */
  readonly programId: Scalars['ID']['output'];
  /** 1, 2, 3 …; 0 where none were set, and defaults held. */
  readonly version: Scalars['Int']['output'];
};

/** More organizations, programmes or cohorts than one question may name. */
export type ScopeIsTooLarge = Refusal & {
  readonly __typename: 'ScopeIsTooLarge';
  readonly message: Scalars['String']['output'];
};

/** What to seal. */
export type SealReportInput = {
  /** Your own name for this request: repeated, it is done once. */
  readonly requestKey: Scalars['ID']['input'];
  /** A programme that you lead. */
  readonly programId: Scalars['ID']['input'];
  /** What the report is called, on its page and for good: one line of at most 200 characters, about nobody. */
  readonly title: Scalars['String']['input'];
  /** Its first and last day. */
  readonly period: PeriodInput;
};

/** The sealed report, or why there is none. */
export type SealReportResult = ReportSealed | ProgramIsNotDefined | PeriodEndsBeforeItStarts | PeriodIsTooLong | TitleIsNotOneLine | TooManySealedReports;

/** Figures as they were known once, the same bytes for good. */
export type SealedReport = {
  readonly __typename?: 'SealedReport';
  /** Names the report for good. */
  readonly reportId: Scalars['ID']['output'];
  /** The programme. */
  readonly programId: Scalars['ID']['output'];
  /** What it is called. */
  readonly title: Scalars['String']['output'];
  /** Its first and last day. */
  readonly period: Period;
  /** The state of knowledge that it was computed from. */
  readonly asKnownAt: Scalars['Instant']['output'];
  /** When it was sealed. */
  readonly sealedAt: Scalars['Instant']['output'];
  /** The position of the log that it was computed at. */
  readonly position: Scalars['Position']['output'];
  /** The log's hash chain there, in hexadecimal. */
  readonly chain: Scalars['String']['output'];
  /** The version of each programme's rules that it was computed under. */
  readonly rules: ReadonlyArray<RulesVersion>;
  /** SHA-256 of the facts that it was computed from, in hexadecimal. */
  readonly inputsDigest: Scalars['String']['output'];
  /** Every family of figures by its name, as `programAnalytics` answers them: canonical JSON (RFC 8785). */
  readonly figures: Scalars['String']['output'];
  /** SHA-256 of `figures`, in hexadecimal. */
  readonly figuresDigest: Scalars['String']['output'];
};

/** The same among people alike at the index date. */
export type StratifiedLift = {
  readonly __typename?: 'StratifiedLift';
  /** Standardised to the sponsored, in percentage points. */
  readonly difference: Figure;
  /** Mantel–Haenszel, sponsored to compared. Robins, Breslow & Greenland. */
  readonly oddsRatio: Figure;
  /** Whether the arms differ within strata. */
  readonly test: StratifiedTest;
  /** Strata that say nothing. */
  readonly dropped: DroppedStrata;
};

/** Mantel–Haenszel with continuity correction. */
export type StratifiedTest = {
  readonly __typename?: 'StratifiedTest';
  /** Null where nothing varies within any stratum. */
  readonly p?: Maybe<Scalars['Float']['output']>;
};

/** One arm of a comparison over time. */
export type TimeArm = {
  readonly __typename?: 'TimeArm';
  /** Which. */
  readonly group: ComparedArm;
  /** Kaplan–Meier. TOO_FEW also where the curve does not come down to one half: not reached. */
  readonly medianDays: Figure;
  /** The mean time without it, up to the same day in both arms. */
  readonly restrictedMeanDays: Figure;
  /** By quarter. */
  readonly points: ReadonlyArray<CurvePoint>;
};

/** How long it takes, in both arms. */
export type TimeToEvent = {
  readonly __typename?: 'TimeToEvent';
  /** The sponsored, then the compared. */
  readonly arms: ReadonlyArray<TimeArm>;
  /** Up to which restricted means are taken: no later than either arm was watched. */
  readonly tauDays?: Maybe<Scalars['Int']['output']>;
  /** Of the restricted means, sponsored less compared, in days. */
  readonly difference: Figure;
  /** Whether the arms differ in when it happens. */
  readonly logRank: LogRank;
};

/** A title is one line. */
export type TitleIsNotOneLine = Refusal & {
  readonly __typename: 'TitleIsNotOneLine';
  readonly message: Scalars['String']['output'];
};

/** More than three dimensions: every place would be a person. */
export type TooManyDimensions = Refusal & {
  readonly __typename: 'TooManyDimensions';
  readonly message: Scalars['String']['output'];
};

/** The lattice has more places than can be audited. */
export type TooManyPlaces = Refusal & {
  readonly __typename: 'TooManyPlaces';
  readonly message: Scalars['String']['output'];
};

/** More reports of one programme than are kept. */
export type TooManySealedReports = Refusal & {
  readonly __typename: 'TooManySealedReports';
  readonly message: Scalars['String']['output'];
};

/** Two free periods that differ by a day tell of that day's people. Whoever sees no rows asks for whole quarters. */
export type WholeQuartersOnly = Refusal & {
  readonly __typename: 'WholeQuartersOnly';
  readonly message: Scalars['String']['output'];
};
