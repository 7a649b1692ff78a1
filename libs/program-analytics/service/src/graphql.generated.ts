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

export type ActCredit = {
  readonly __typename?: 'ActCredit';
  readonly act: ReportedAct;
  /** Outcomes whose last action before was this act. */
  readonly lastTouch: Figure;
  /** Each outcome split in equal shares over its actions. */
  readonly equalShares: Figure;
};

export type Advocacy = {
  readonly __typename?: 'Advocacy';
  /** K5: how evenly the four acts are used, from 0 to 1. Under five confirmed actions nothing is judged. */
  readonly balance: Figure;
  /** K6: of the actions recorded, those that somebody other than the recorder attests to and nobody disputes. Wilson. */
  readonly confirmation: Figure;
  readonly acts: ReadonlyArray<AdvocacyByAct>;
};

/** What is unconfirmed is shown apart and enters no other figure. */
export type AdvocacyByAct = {
  readonly __typename?: 'AdvocacyByAct';
  readonly act: ReportedAct;
  readonly confirmed: Figure;
  readonly unconfirmed: Figure;
};

export type AnalyticsBreakdown = {
  readonly __typename: 'AnalyticsBreakdown';
  readonly by: AnalyticsDimension;
  readonly cells: ReadonlyArray<AnalyticsPart>;
};

export type AnalyticsBreakdownResult = AnalyticsBreakdown | BreakdownWouldNamePersons | BreakdownIsNotShared | BreakdownIsTooFine;

export type AnalyticsDimension =
  | 'MONTH'
  | 'PROGRAM'
  | 'COHORT'
  /** Where people stand on the last day, or stood last before it. */
  | 'UNIT'
  /** The same, in tenths of a level. */
  | 'LEVEL'
  /** Protégés by their ids: for those who lead the programme. */
  | 'PERSON';

export type AnalyticsOrganization = {
  readonly __typename?: 'AnalyticsOrganization';
  readonly handle: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

/** The figures of one population, or of one group of it in a breakdown. Every family of figures is a field. */
export type AnalyticsPart = {
  readonly __typename?: 'AnalyticsPart';
  /** In a breakdown the group: a month's first day, the id of a programme, cohort or person, a unit, or a level in tenths. Null for the whole. */
  readonly group?: Maybe<Scalars['String']['output']>;
  /** The member of your group; null for your own organization. */
  readonly organization?: Maybe<AnalyticsOrganization>;
  readonly programIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Null: all. */
  readonly cohortIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** The last day that the figures know of: the period's end, or the day as of which we know. */
  readonly lastDay: Scalars['Date']['output'];
  readonly asKnownAt: Scalars['Instant']['output'];
  /** The position of the log that the figures were computed at. */
  readonly position: Scalars['Position']['output'];
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
  readonly promotion: PromotionLift;
  /** K12, K23: exits, likewise. A difference below 0 says that fewer of the sponsored left. */
  readonly retention: RetentionLift;
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
  costPerExit?: InputMaybe<CostRange>;
  programCost?: InputMaybe<Scalars['Float']['input']>;
};

/** Of what you may see, this part. Left out: all of it. */
export type AnalyticsScope = {
  /** For a group's executive: members, by handle or id. */
  readonly organizations?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly programs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Within the programmes, these cohorts only; for those who lead them. */
  readonly cohorts?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** By what people are told apart, as they stood on their first eligible day of the period. */
export type AuditDimension =
  | 'LEVEL'
  | 'FUNCTION'
  | 'UNIT'
  | 'TENURE';

export type AuditStage =
  | 'ENROLLED_OF_ELIGIBLE'
  | 'MATCHED_OF_ENROLLED'
  /** A confirmed action within 180 days, of those matched so long ago. */
  | 'SPOKEN_FOR_OF_MATCHED'
  | 'PROMOTED_OF_ELIGIBLE';

export type AuditVerdict =
  | 'NO_FINDING'
  | 'SMALL_BUT_SIGNIFICANT'
  | 'FINDING'
  | 'NOT_DISTINGUISHABLE'
  | 'TOO_FEW'
  | 'SUPPRESSED';

export type AuditedGroup = {
  readonly __typename?: 'AuditedGroup';
  readonly group: Scalars['String']['output'];
  readonly isReference: Scalars['Boolean']['output'];
  /** Wilson. */
  readonly rate: Figure;
  /** K16: rate ÷ highest rate. Katz. Null for the reference. */
  readonly ratio?: Maybe<Figure>;
  /** Within strata of what people have in common otherwise: Mantel–Haenszel, group to reference. A crude verdict never stands alone. */
  readonly oddsRatio?: Maybe<Figure>;
  readonly judgement?: Maybe<Judgement>;
};

export type Benefit = {
  readonly __typename?: 'Benefit';
  readonly state: FigureState;
  readonly low?: Maybe<Scalars['Float']['output']>;
  readonly mid?: Maybe<Scalars['Float']['output']>;
  readonly high?: Maybe<Scalars['Float']['output']>;
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

export type CommitmentsByState = {
  readonly __typename?: 'CommitmentsByState';
  readonly status: ReportedStatus;
  readonly count: Figure;
};

export type ComparedArm =
  | 'SPONSORED'
  | 'COMPARED';

/** Who was compared, chosen by what lies before each index date, and by nothing after it. */
export type ComparisonGroup = {
  readonly __typename?: 'ComparisonGroup';
  readonly rule: Scalars['String']['output'];
  /** The first index date. No outcome that was looked at lies on or before it. */
  readonly day: Scalars['Date']['output'];
  readonly people: Scalars['Int']['output'];
  /** SHA-256 of the ids in their order, one a line: whoever holds the list can show that it is the same. */
  readonly digest: Scalars['String']['output'];
  /** Sponsored people for whom nobody like them was there on the day. */
  readonly unpaired: Scalars['Int']['output'];
  /** Sponsored people who were not eligible on the day. */
  readonly notEligible: Scalars['Int']['output'];
  /** Sponsored people who had been sponsored before, in any programme. */
  readonly sponsoredBefore: Scalars['Int']['output'];
};

export type Continuity = {
  readonly __typename?: 'Continuity';
  /** Of those who are still here ninety days later: with an active sponsor then. Wilson. */
  readonly kept: Figure;
  readonly leftMeanwhile: Figure;
  /** Whose ninety days are not over. */
  readonly notYetOver: Figure;
};

/** What one exit costs, in a unit of your choice: it is your estimate, never a constant of ours. */
export type CostRange = {
  readonly low: Scalars['Float']['input'];
  readonly mid: Scalars['Float']['input'];
  readonly high: Scalars['Float']['input'];
};

export type Coverage = {
  readonly __typename?: 'Coverage';
  /** Of those active in the directory and eligible on that day. Wilson. */
  readonly ofEligible: Figure;
  /** Of the protégés enrolled on that day. Wilson. */
  readonly ofEnrolled: Figure;
  readonly covered: Figure;
};

export type CurvePoint = {
  readonly __typename?: 'CurvePoint';
  readonly day: Scalars['Int']['output'];
  readonly atRisk: Scalars['Int']['output'];
  /** The share still without it, by Kaplan–Meier, with Greenwood's interval on the log scale. */
  readonly without: Scalars['Float']['output'];
  readonly low?: Maybe<Scalars['Float']['output']>;
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** The share that had it, where leaving ends the chance (Aalen–Johansen). */
  readonly incidence: Scalars['Float']['output'];
  /** The share that left before; null where leaving is what is waited for. */
  readonly left?: Maybe<Scalars['Float']['output']>;
};

export type Dependency = {
  readonly __typename?: 'Dependency';
  /** Herfindahl–Hirschman, the mean over protégés with three confirmed actions or more; of one person, theirs. 1 is a single sponsor. */
  readonly concentration: Figure;
  /** As many equal sponsors would give the same, the mean. */
  readonly effectiveSponsors: Figure;
  /** Of those judged, above the programme's setting. Wilson. */
  readonly onFewSponsors: Figure;
  readonly tooFewToJudge: Figure;
};

export type DifferenceKind =
  | 'ABSOLUTE'
  | 'RELATIVE';

/** Strata without people of both arms: they say nothing about a difference. */
export type DroppedStrata = {
  readonly __typename?: 'DroppedStrata';
  readonly count?: Maybe<Scalars['Int']['output']>;
  readonly names: ReadonlyArray<Scalars['String']['output']>;
};

export type Equity = {
  readonly __typename?: 'Equity';
  readonly by: AuditDimension;
  readonly stages: ReadonlyArray<EquityStage>;
  /** Confirmed actions in a month of active sponsorship, by group. Exact Poisson. */
  readonly advocacyRates: ReadonlyArray<GroupRate>;
};

export type EquityStage = {
  readonly __typename?: 'EquityStage';
  readonly stage: AuditStage;
  /** The group with the highest rate, against which the others are held. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** How many comparisons were made; with more than five Holm's correction decides a finding. */
  readonly groupsCompared: Scalars['Int']['output'];
  readonly groups: ReadonlyArray<AuditedGroup>;
  /** Under two in a hundred of the pool: named, not analysed. */
  readonly notAnalysed: ReadonlyArray<Scalars['String']['output']>;
};

/** A number and what must be known to read it. `value` is there in the states VALUE and NOT_DISTINGUISHABLE only. */
export type Figure = {
  readonly __typename?: 'Figure';
  readonly state: FigureState;
  readonly value?: Maybe<Scalars['Float']['output']>;
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

export type FigureState =
  | 'VALUE'
  /** From no difference: no arrow, no colour, no up or down. */
  | 'NOT_DISTINGUISHABLE'
  /** Too few to judge. */
  | 'TOO_FEW'
  /** Nothing to divide by, or nothing to compare. */
  | 'NOT_APPLICABLE'
  /** Rests on too few people to hide any one of them, or could be computed from what is shown beside. */
  | 'SUPPRESSED';

export type FigureUnit =
  | 'SHARE'
  | 'RATIO'
  | 'PER_MONTH'
  | 'TIME'
  | 'INDEX'
  | 'COUNT';

export type Funnel = {
  readonly __typename?: 'Funnel';
  readonly steps: ReadonlyArray<FunnelStep>;
  /** By the act of confirmed actions: linked by the pair, else within the attribution window before the outcome. */
  readonly credit: ReadonlyArray<ActCredit>;
  /** Outcomes of the period that rest on any confirmed action. */
  readonly creditedOutcomes: Figure;
};

/** Each stage is part of the one before. */
export type FunnelStage =
  | 'MADE'
  /** The sponsor has recorded an action. */
  | 'ACTED'
  /** An action was confirmed. */
  | 'CONFIRMED'
  /** An outcome of the protégé is credited to a confirmed action of this sponsorship. */
  | 'OUTCOME';

export type FunnelStep = {
  readonly __typename?: 'FunnelStep';
  readonly stage: FunnelStage;
  readonly sponsorships: Figure;
  /** Of those of the step before; null for the first. Wilson. */
  readonly conversion?: Maybe<Figure>;
  /** Days from the start of the sponsorship by Kaplan–Meier; null for the first step. */
  readonly medianDays?: Maybe<Figure>;
};

export type GroupRate = {
  readonly __typename?: 'GroupRate';
  readonly group: Scalars['String']['output'];
  readonly rate: Figure;
};

/** Between which values the truth lies in 95 of 100 such samples. An end that is null is unbounded. */
export type Interval = {
  readonly __typename?: 'Interval';
  readonly low?: Maybe<Scalars['Float']['output']>;
  readonly high?: Maybe<Scalars['Float']['output']>;
  readonly method: IntervalMethod;
};

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

export type Judgement = {
  readonly __typename?: 'Judgement';
  readonly verdict: AuditVerdict;
  /** Fisher's exact test, two-sided, as it is. */
  readonly p?: Maybe<Scalars['Float']['output']>;
  /** After Holm; null where so few looks were taken that none is due. */
  readonly corrected?: Maybe<Scalars['Float']['output']>;
  readonly words?: Maybe<Scalars['String']['output']>;
  /** Where the crude and the stratified figure tell different stories. */
  readonly disagreement?: Maybe<Scalars['String']['output']>;
};

export type Keeping = {
  readonly __typename?: 'Keeping';
  readonly sponsors: Figure;
  readonly proteges: Figure;
};

/** How many had it within a horizon after their index date: the start of the first sponsorship, which their comparison was given too. */
export type Lift = {
  readonly __typename?: 'Lift';
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
  readonly comparison: ComparisonGroup;
};

export type Load = {
  readonly __typename?: 'Load';
  /** Gini, from 0: all carry the same. Under five sponsors nothing is judged. */
  readonly inequality: Figure;
  readonly mean: Figure;
  /** Without a free place. Wilson. */
  readonly full: Figure;
  readonly sponsors: Figure;
};

export type LogRank = {
  readonly __typename?: 'LogRank';
  readonly state: FigureState;
  readonly chiSquared?: Maybe<Scalars['Float']['output']>;
  readonly p?: Maybe<Scalars['Float']['output']>;
};

export type MatchedWithin = {
  readonly __typename?: 'MatchedWithin';
  readonly days: Scalars['Int']['output'];
  readonly matched: Figure;
};

export type Matching = {
  readonly __typename?: 'Matching';
  /** Wilson. */
  readonly rate: Figure;
  /** Kaplan–Meier, those still waiting censored. A mean over the matched alone is not offered. */
  readonly medianDays: Figure;
  readonly stillWaiting: Figure;
  /** Who left the organization or gave the place up before. */
  readonly gaveUp: Figure;
  /** The share matched within so many days, where leaving and withdrawing end the chance (Aalen–Johansen). */
  readonly within: ReadonlyArray<MatchedWithin>;
};

export type Mobility = {
  readonly __typename?: 'Mobility';
  /** By somebody who was here already. Wilson. */
  readonly internal: Figure;
};

/** `asKnownAt` lies in the future. */
export type NotKnownYet = Refusal & {
  readonly __typename: 'NotKnownYet';
  readonly message: Scalars['String']['output'];
};

export type NotYet = {
  readonly __typename?: 'NotYet';
  readonly measure: Scalars['String']['output'];
  readonly missing: Scalars['String']['output'];
};

/** An organization, programme or cohort is not there, or not for you: both answer the same. */
export type NothingInScope = Refusal & {
  readonly __typename: 'NothingInScope';
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

export type OutcomesByKind = {
  readonly __typename?: 'OutcomesByKind';
  readonly kind: ReportedOutcome;
  readonly count: Figure;
};

/** Days of the world, the first and the last included. */
export type Period = {
  readonly __typename?: 'Period';
  readonly from: Scalars['Date']['output'];
  readonly to: Scalars['Date']['output'];
};

export type PeriodEndsBeforeItStarts = Refusal & {
  readonly __typename: 'PeriodEndsBeforeItStarts';
  readonly message: Scalars['String']['output'];
};

/** First and last day, both included. */
export type PeriodInput = {
  readonly from: Scalars['Date']['input'];
  readonly to: Scalars['Date']['input'];
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

export type ProgramAnalytics = {
  readonly __typename: 'ProgramAnalytics';
  readonly period: Period;
  /** One for the programmes that you lead, together; one for each other programme; and those of each member of your group. */
  readonly parts: ReadonlyArray<AnalyticsPart>;
  /** Measures that no recorded event can answer yet, each with what is missing. */
  readonly notYet: ReadonlyArray<NotYet>;
};

export type ProgramAnalyticsResult = ProgramAnalytics | PeriodEndsBeforeItStarts | PeriodIsTooLong | PeriodLiesBeforeTheLog | NotKnownYet | NothingInScope | ScopeIsTooLarge | WholeQuartersOnly | OnlyTheLeadLooksBack | OnlyTheLeadPicksCohorts;

export type PromotionLift = {
  readonly __typename?: 'PromotionLift';
  readonly lift: Lift;
  readonly time: TimeToEvent;
};

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
 * The business said no. Every refusal is a type of its own and a member of the mutation's result; each has a sentence to show,
 * also to a client that is older than the refusal.
 */
export type Refusal = {
  /** What rule stands in the way, in words for the person who asked. */
  readonly message: Scalars['String']['output'];
};

export type ReportedAct =
  | 'AMPLIFY'
  | 'BOOST'
  | 'CONNECT'
  | 'DEFEND';

export type ReportedOutcome =
  | 'PROMOTION'
  | 'LATERAL_MOVE'
  | 'TRANSITION'
  | 'STRETCH_ASSIGNMENT'
  | 'PAY_BAND'
  | 'RECOGNITION'
  | 'VISIBILITY'
  | 'EXIT';

export type ReportedStatus =
  | 'PROPOSED'
  | 'DECLINED'
  | 'ACTIVE'
  | 'PAUSED'
  | 'FULFILLED'
  | 'WITHDRAWN'
  | 'ENDED';

export type RetentionLift = {
  readonly __typename?: 'RetentionLift';
  readonly lift: Lift;
  readonly time: TimeToEvent;
  /** What it is worth that fewer left, in the unit of `costPerExit`; no amount where there is no difference to be told from none. */
  readonly benefit: Benefit;
  /** (benefit − cost) ÷ cost, from the low to the high end of the benefit. */
  readonly returnOnCost: Figure;
};

export type RulesVersion = {
  readonly __typename?: 'RulesVersion';
  readonly programId: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
};

/** More organizations, programmes or cohorts than one question may name. */
export type ScopeIsTooLarge = Refusal & {
  readonly __typename: 'ScopeIsTooLarge';
  readonly message: Scalars['String']['output'];
};

export type StratifiedLift = {
  readonly __typename?: 'StratifiedLift';
  /** Standardised to the sponsored, in percentage points. */
  readonly difference: Figure;
  /** Mantel–Haenszel, sponsored to compared. Robins, Breslow & Greenland. */
  readonly oddsRatio: Figure;
  readonly test: StratifiedTest;
  readonly dropped: DroppedStrata;
};

/** Mantel–Haenszel with continuity correction. */
export type StratifiedTest = {
  readonly __typename?: 'StratifiedTest';
  readonly p?: Maybe<Scalars['Float']['output']>;
};

export type TimeArm = {
  readonly __typename?: 'TimeArm';
  readonly group: ComparedArm;
  /** Kaplan–Meier. TOO_FEW also where the curve does not come down to one half: not reached. */
  readonly medianDays: Figure;
  readonly restrictedMeanDays: Figure;
  /** By quarter. */
  readonly points: ReadonlyArray<CurvePoint>;
};

export type TimeToEvent = {
  readonly __typename?: 'TimeToEvent';
  readonly arms: ReadonlyArray<TimeArm>;
  /** Up to which restricted means are taken: no later than either arm was watched. */
  readonly tauDays?: Maybe<Scalars['Int']['output']>;
  /** Of the restricted means, sponsored less compared, in days. */
  readonly difference: Figure;
  readonly logRank: LogRank;
};

/** Two free periods that differ by a day tell of that day's people. Whoever sees no rows asks for whole quarters. */
export type WholeQuartersOnly = Refusal & {
  readonly __typename: 'WholeQuartersOnly';
  readonly message: Scalars['String']['output'];
};
