import type { EligibilityRule, ProgramSettings } from '@vouchsafe/programs-contracts';
import type { AdvocacyAct, OutcomeKind, Side } from '@vouchsafe/sponsorship-contracts';

// What measures are computed from: facts as believed at one position of the log. All days are day numbers, 1970-01-01 being 0, so that
// lengths of time are differences. `until` is the first day on which something no longer held; null while nothing ended it.

export type Day = number;

export interface Stretch { readonly from: Day; readonly until: Day | null }

/** A place in a cohort. */
export interface Enrolment extends Stretch {
  readonly programId: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly role: string;
}

/** What a commitment was from day to day; `covers` while the protégé has an active sponsor by it. */
export interface CommitmentSpan extends Stretch { readonly status: string; readonly covers: boolean }

export interface Commitment {
  readonly commitmentId: string;
  readonly programId: string;
  readonly cohortId: string | null;
  readonly sponsorId: string;
  readonly protegeId: string;
  /** When both had signed; null if they have not. */
  readonly madeOn: Day | null;
  /** In the order of their days, without gap or overlap. */
  readonly spans: readonly CommitmentSpan[];
}

/** An advocacy action that was not retracted. */
export interface Action {
  readonly actionId: string;
  readonly commitmentId: string;
  readonly act: AdvocacyAct;
  readonly on: Day;
  readonly confirmed: boolean;
}

export interface Pledge {
  readonly commitmentId: string;
  readonly side: Side;
  readonly dueOn: Day;
  readonly status: 'open' | 'kept' | 'missed' | 'withdrawn';
  /** Null unless it was kept. */
  readonly onTime: boolean | null;
}

export interface Outcome {
  readonly outcomeId: string;
  readonly personId: string;
  readonly programId: string | null;
  readonly kind: OutcomeKind;
  readonly on: Day;
  /** Ids of the actions that the pair says it rests on. */
  readonly actions: readonly string[];
}

/** A first or later sponsorship of anybody in any programme: who was sponsored before is no comparison. */
export interface Sponsorship { readonly protegeId: string; readonly programId: string; readonly madeOn: Day }

/** Where somebody stood in the organization. */
export interface Standing extends Stretch {
  /** In tenths of a level; null is unknown. */
  readonly rank: number | null;
  readonly unit: string | null;
  readonly function: string | null;
  readonly postId: string;
}

export interface Person {
  readonly personId: string;
  readonly stays: readonly Stretch[];
  /** Times in which access had ended though they had not left. */
  readonly closed: readonly Stretch[];
  /** In the order of their days, without overlap. */
  readonly standings: readonly Standing[];
  /** Effective days of rises in rank, in order. */
  readonly rises: readonly Day[];
}

export interface Rules {
  readonly programId: string;
  readonly version: number;
  /** Population and eligibility of protégés together. */
  readonly proteges: EligibilityRule;
  readonly settings: ProgramSettings;
}

/** Facts of the programmes in question, and of the organization around them. */
export interface History {
  readonly rules: readonly Rules[];
  readonly enrolments: readonly Enrolment[];
  readonly commitments: readonly Commitment[];
  readonly actions: readonly Action[];
  readonly pledges: readonly Pledge[];
  readonly outcomes: readonly Outcome[];
  /** Everybody whom the directory ever knew. */
  readonly people: readonly Person[];
  /** In all programmes. */
  readonly sponsorships: readonly Sponsorship[];
}
export type HistoryPart = keyof History;

/** Whether something held on a day. */
export const heldOn = ({ from, until }: Stretch, day: Day): boolean => from <= day && (until === null || until > day);

/** Whether something held on any day of these, both included. */
export const heldWithin = ({ from, until }: Stretch, first: Day, last: Day): boolean => from <= last && (until === null || until > first);

/** Values by key, in the order in which keys come. */
export const groupBy = <T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
