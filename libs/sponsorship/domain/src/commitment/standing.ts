import { reject } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import type { PersonId, Side } from '@vouchsafe/sponsorship-contracts';
import type { Commitment, CommitmentStatus, MadeCommitment, Parties } from './commitment.js';

/** The commitment was not active: never made, not yet, or no longer. `status` is that of the day in question. */
export type CommitmentNotActive = { reason: 'CommitmentNotActive'; status: CommitmentStatus };
export type NotYetHappened = { reason: 'NotYetHappened'; today: IsoDate };

export const notActive = (status: CommitmentStatus) => reject<CommitmentNotActive>({ reason: 'CommitmentNotActive', status });


export const sideOf = ({ sponsorId, protegeId }: Parties, person: PersonId): Side | null =>
  person === sponsorId ? 'SPONSOR' : person === protegeId ? 'PROTEGE' : null;

/** To whoever is no party, a commitment does not exist: decisions answer a stranger as for an id that was never used, to the letter.
 * @param person null where the system acts */
export const isStranger = (person: PersonId | null, state: Commitment): boolean =>
  state.status !== 'none' && person !== null && sideOf(state, person) === null;

/** What the commitment was on a day. Its term closes it on the day after the last, whether or not anybody has noted that. */
export const standingOn = ({ spans, term, status }: MadeCommitment, day: IsoDate): Exclude<CommitmentStatus, 'none' | 'declined'> => {
  if (!spans.some(({ from }) => from <= day)) return 'proposed';
  if (day > term.end) return status === 'withdrawn' ? 'withdrawn' : 'ended';
  if (spans.some(({ from, until }) => from <= day && (until === null || day < until))) return 'active';
  const resumedLater = spans.some(({ from }) => day < from);
  return status === 'withdrawn' && !resumedLater ? 'withdrawn' : 'paused';
};

/** Null if it runs on a day, paused or not: what runs can be renegotiated, amended, paused, resumed and withdrawn from. */
export const whyNotRunning = (made: MadeCommitment, day: IsoDate): CommitmentStatus | null => {
  if (made.status === 'withdrawn' || made.status === 'ended') return made.status;
  const standing = standingOn(made, day);
  return standing === 'active' || standing === 'paused' ? null : standing;
};

/** The latest day that the record depends on: a change of its course, or an action that stands. */
export const latestDay = ({ spans, actions }: MadeCommitment): IsoDate => {
  let latest = '';
  for (const { from, until } of spans) for (const day of [from, until ?? from]) if (day > latest) latest = day;
  for (const { status, facts } of actions.values()) if (status === 'recorded' && facts.actionOccurredOn > latest) latest = facts.actionOccurredOn;
  return latest;
};
