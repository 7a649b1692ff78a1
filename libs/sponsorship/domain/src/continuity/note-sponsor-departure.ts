import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { SponsorDeparted, SponsorReturned, type ContinuityEvent, type PersonId } from '@vouchsafe/sponsorship-contracts';
import { wasMade, type Commitment } from '../commitment/commitment.js';
import type { CommitmentNotActive } from '../commitment/standing.js';
import type { Continuity } from './continuity.js';

/** `commitment` is looked up before the decision. */
export type NoteSponsorDeparture = { commitmentId: string; sponsorId: PersonId; departedOn: IsoDate; commitment: Commitment };
export type NoteSponsorDepartureRejection = CommitmentNotActive | { reason: 'NotItsSponsor' };

/** A sponsor has left the organization. A commitment that runs, paused or not, is at risk from that day; one that is over is past being so.
 * Noting it twice changes nothing. */
export const noteSponsorDeparture = (
  { commitmentId, sponsorId, departedOn, commitment }: NoteSponsorDeparture, state: Continuity,
): Decision<ContinuityEvent, NoteSponsorDepartureRejection> => {
  if (!wasMade(commitment)) return reject({ reason: 'CommitmentNotActive', status: commitment.status });
  if (commitment.sponsorId !== sponsorId) return reject({ reason: 'NotItsSponsor' });
  if (commitment.status === 'withdrawn') return reject({ reason: 'CommitmentNotActive', status: 'withdrawn' });
  if (commitment.status === 'ended' || commitment.term.end < departedOn) return reject({ reason: 'CommitmentNotActive', status: 'ended' });
  if (state.status === 'sponsorDeparted') return accept();
  const { programId, protegeId } = commitment;
  const openPledges = [...commitment.pledges].filter(([, { status }]) => status === 'open').map(([pledgeId]) => pledgeId);
  return accept(SponsorDeparted.of({ commitmentId, programId, sponsorId, protegeId, departedOn, openPledges }));
};

export type NoteSponsorReturn = { commitmentId: string; sponsorId: PersonId; returnedOn: IsoDate };

/** Whoever had left is back. Where nobody noted a departure there is nothing to take back. */
export const noteSponsorReturn = ({ commitmentId, sponsorId, returnedOn }: NoteSponsorReturn, state: Continuity): Decision<ContinuityEvent, never> =>
  (state.status === 'sponsorDeparted' ? accept(SponsorReturned.of({ commitmentId, sponsorId, returnedOn })) : accept());
