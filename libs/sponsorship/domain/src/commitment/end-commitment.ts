import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { CommitmentEnded, type CommitmentEvent, type PersonId } from '@vouchsafe/sponsorship-contracts';
import { wasMade, type Commitment } from './commitment.js';
import { withConsequences } from './pledges.js';
import { isStranger, notActive, type CommitmentNotActive } from './standing.js';

/** `by` is null where the system itself notices that the term is over. */
export type EndCommitment = { commitmentId: string; by: PersonId | null; today: IsoDate };
export type EndCommitmentRejection = CommitmentNotActive | { reason: 'TermIsNotOver'; end: IsoDate };

/** Completes a commitment whose term is over; what is still open then is missed. Ending twice changes nothing. */
export const endCommitment = ({ commitmentId, by, today }: EndCommitment, state: Commitment): Decision<CommitmentEvent, EndCommitmentRejection> => {
  if (isStranger(by, state)) return notActive('none');
  if (!wasMade(state) || state.status === 'withdrawn') return notActive(state.status);
  if (state.status === 'ended') return accept();
  const { end } = state.term;
  if (end >= today) return reject({ reason: 'TermIsNotOver', end });
  return accept(...withConsequences(commitmentId, state, [CommitmentEnded.of({ commitmentId, lastDay: end })]));
};
