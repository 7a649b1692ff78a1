import { permits, policy, type Action, type Actor, type NamedRelations, type Resources } from '@vouchsafe/access';
import type { Commitment, Outcome } from '@vouchsafe/sponsorship-domain';

type Related = NamedRelations['commitment'];
type OutcomeRow = Resources['outcome'];

/** A commitment as the policy knows it; null for one that was not made: nobody reaches an outcome through a proposal. */
export const asCommitment = (commitmentId: string, state: Commitment): Related | null => {
  switch (state.status) {
    case 'none': case 'proposed': case 'declined': return null;
    case 'active': case 'paused': case 'withdrawn': case 'ended': {
      const { programId, sponsorId, protegeId, status, term: { start, end } } = state;
      return { commitmentId, programId, sponsorId, protegeId, status, start, end };
    }
  }
};

/** The commitment, if this person may know of it at all. */
export const partiesSeenBy = (actor: Actor, commitment: Related): Related | null => {
  const { start: _start, end: _end, ...row } = commitment;
  return permits<'commitment'>(policy(actor, 'commitment:read', 'commitment'), row) ? commitment : null;
};

/** Whether the policy lets somebody do this with an outcome.
 * @param through the commitment by which a sponsor reaches it; null if none was named */
export const mayOnOutcome = (actor: Actor, action: Action, row: OutcomeRow, through: Related | null): boolean =>
  permits<'outcome'>(policy(actor, action, 'outcome'), row, { commitment: through ? [{ ...through }] : [] });

/** An outcome as the policy knows it; null if it was never recorded. */
export const asOutcome = (outcomeId: string, state: Outcome): OutcomeRow | null => {
  if (state.status === 'none') return null;
  const { personId, recordedBy, facts: { programId, commitmentId, outcomeOccurredOn, kind } } = state;
  return { outcomeId, personId, programId, commitmentId, recordedBy, outcomeOccurredOn, kind };
};
