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

/** Advocacy of one kind in one month. */
export type AdvocacyByMonth = {
  readonly __typename?: 'AdvocacyByMonth';
  /** First day of the month. */
  readonly month: Scalars['Date']['output'];
  readonly act: ReportedAct;
  readonly recorded: Count;
  readonly confirmed: Count;
};

/** How many commitments were in one state. */
export type CommitmentsByState = {
  readonly __typename?: 'CommitmentsByState';
  readonly status: ReportedStatus;
  readonly count: Count;
};

/** A number of people or things, or a statement why it is not shown. */
export type Count = {
  readonly __typename?: 'Count';
  readonly state: FigureState;
  readonly value?: Maybe<Scalars['Int']['output']>;
};

/** A count that may be withheld. A figure that rests on too few people to hide any one of them is `SUPPRESSED`, in the same shape as any other. */
export type FigureState =
  | 'VALUE'
  | 'NOT_APPLICABLE'
  | 'SUPPRESSED';

/** How far a sponsorship has come, from a pledge to an outcome. Each stage is part of the one before. */
export type FunnelStage =
  /** A sponsorship whose sponsor has pledged something. */
  | 'PLEDGED'
  /** The sponsor has recorded an action. */
  | 'ACTED'
  /** An action was confirmed. */
  | 'CONFIRMED'
  /** An outcome of the protégé is linked to a confirmed action, or followed one within 365 days. */
  | 'OUTCOME';

/** How many sponsorships came as far as one stage. */
export type FunnelStep = {
  readonly __typename?: 'FunnelStep';
  readonly stage: FunnelStage;
  readonly sponsorships: Count;
};

/** The programmes of a network's members, side by side. Each member's figures are computed inside that member and under its own grant. */
export type GroupReport = {
  readonly __typename?: 'GroupReport';
  readonly period: Period;
  readonly members: ReadonlyArray<MemberReport>;
};

/** One member of the network, and its programmes. */
export type MemberReport = {
  readonly __typename?: 'MemberReport';
  readonly handle: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly programs: ReadonlyArray<ProgramReport>;
};

/** How many outcomes there were of one kind. */
export type OutcomesByKind = {
  readonly __typename?: 'OutcomesByKind';
  readonly kind: ReportedOutcome;
  readonly count: Count;
};

/** Days of the world, the first and the last included. */
export type Period = {
  readonly __typename?: 'Period';
  readonly from: Scalars['Date']['output'];
  readonly to: Scalars['Date']['output'];
};

/** First and last day, both included. */
export type PeriodInput = {
  readonly from: Scalars['Date']['input'];
  readonly to: Scalars['Date']['input'];
};

/** Of the pledges that fell due: how many were kept, by sponsors and by protégés. */
export type PledgeKeeping = {
  readonly __typename?: 'PledgeKeeping';
  readonly sponsors: Share;
  readonly proteges: Share;
};

/** What came of a programme in a period, as it was known at one moment. */
export type ProgramReport = {
  readonly __typename?: 'ProgramReport';
  readonly programId: Scalars['ID']['output'];
  readonly period: Period;
  readonly asKnownAt: Scalars['Instant']['output'];
  /** The position of the log that the figures were computed at. */
  readonly position: Scalars['Position']['output'];
  /** Of the protégés enrolled on the last day: those with an active sponsor on that day. */
  readonly coverage: Share;
  /** Commitments by what they were on the last day. */
  readonly commitments: ReadonlyArray<CommitmentsByState>;
  /** Advocacy actions by act and month, retracted ones left out. */
  readonly advocacy: ReadonlyArray<AdvocacyByMonth>;
  /** Of the actions of the period: those that somebody other than the recorder attested to, and nobody disputes. */
  readonly confirmed: Share;
  /** Of the pledges that fell due in the period and were kept or missed: those kept on their day or before. Both sides, never one alone. */
  readonly pledgesKept: PledgeKeeping;
  /** Outcomes of the programme's protégés by kind. Associated with the programme, not caused by it. */
  readonly outcomes: ReadonlyArray<OutcomesByKind>;
  /** From pledge to outcome: sponsorships made in the period, and how far each has come by now. Each step counts among those of the step before. */
  readonly funnel: ReadonlyArray<FunnelStep>;
};

/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The members of your group side by side, each computed inside its own organization under the grant that it gave. Members that share
   * nothing, or no longer, are not there.
   */
  readonly groupReport: GroupReport;
  /**
   * What came of a programme in a period, as it was known at an instant: now, unless you ask for the past. The same period and instant
   * answer the same figures for ever, whatever was learned or corrected since. Null if there is no such programme for you.
   */
  readonly programReport?: Maybe<ProgramReport>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryGroupReportArgs = {
  period: PeriodInput;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryProgramReportArgs = {
  programId: Scalars['ID']['input'];
  period: PeriodInput;
  asKnownAt?: InputMaybe<Scalars['Instant']['input']>;
  after?: InputMaybe<Scalars['Position']['input']>;
};

/** What kind of advocacy it was. */
export type ReportedAct =
  | 'AMPLIFY'
  | 'BOOST'
  | 'CONNECT'
  | 'DEFEND';

/** What came of it, by kind. */
export type ReportedOutcome =
  | 'PROMOTION'
  | 'LATERAL_MOVE'
  | 'TRANSITION'
  | 'STRETCH_ASSIGNMENT'
  | 'PAY_BAND'
  | 'RECOGNITION'
  | 'VISIBILITY'
  | 'EXIT';

/** What a commitment was on the last day of the period. */
export type ReportedStatus =
  | 'PROPOSED'
  | 'DECLINED'
  | 'ACTIVE'
  | 'PAUSED'
  | 'FULFILLED'
  | 'WITHDRAWN'
  | 'ENDED';

/** A part of a whole, with the number that it rests on. */
export type Share = {
  readonly __typename?: 'Share';
  readonly state: FigureState;
  readonly part?: Maybe<Scalars['Int']['output']>;
  readonly whole?: Maybe<Scalars['Int']['output']>;
  /** part ÷ whole, from 0 to 1; null where the whole is empty or the figure is withheld. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** 95 % interval by Wilson's method (1927). */
  readonly low?: Maybe<Scalars['Float']['output']>;
  readonly high?: Maybe<Scalars['Float']['output']>;
};
