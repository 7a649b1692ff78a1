import { accept, reject, type Decision } from '@vouchsafe/decider';
import { AmendmentDeclined, CommitmentDeclined, type CommitmentEvent, type PersonId } from '@vouchsafe/sponsorship-contracts';
import { wasMade, type Commitment } from './commitment.js';
import type { VersionHasChanged } from './propose-commitment.js';
import { isStranger, notActive, type CommitmentNotActive } from './standing.js';

export type DeclineCommitment = { commitmentId: string; version: number; by: PersonId };
export type DeclineCommitmentRejection = CommitmentNotActive | VersionHasChanged;

/** Either party says no to the newest proposal; no reason is asked. Before both have signed once, that is the end of it;
 * afterwards only the amendment falls, and the version in force goes on. Declining twice changes nothing. */
export const declineCommitment = (
  { commitmentId, version, by }: DeclineCommitment, state: Commitment,
): Decision<CommitmentEvent, DeclineCommitmentRejection> => {
  if (state.status === 'none' || isStranger(by, state)) return notActive('none');
  if (state.status === 'declined') return accept();
  if (!wasMade(state)) {
    if (version !== state.proposal.version) return reject({ reason: 'VersionHasChanged', version: state.proposal.version });
    return accept(CommitmentDeclined.of({ commitmentId, version }));
  }
  if (state.status === 'withdrawn' || state.status === 'ended') return notActive(state.status);
  const { amendment, lastVersion } = state;
  if (version !== lastVersion || version === state.version) return reject({ reason: 'VersionHasChanged', version: lastVersion });
  return amendment ? accept(AmendmentDeclined.of({ commitmentId, version })) : accept();
};
