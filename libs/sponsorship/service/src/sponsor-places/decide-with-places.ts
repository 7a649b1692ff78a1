import type { Decision } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { decideAndAppend, decideAndAppendOnTwo, type About, type EventStore, type Outcome } from '@vouchsafe/event-store';
import type { CommitmentEvent } from '@vouchsafe/sponsorship-contracts';
import { commitments, placesAfter, sponsorLoads, type Commitment, type SponsorLoad } from '@vouchsafe/sponsorship-domain';
import { commitmentNow } from '../commitment-now.js';

/** `running`: the commitments of the sponsor that run, where the decision took a place of a load that was never counted. */
export interface DecidedWithPlaces<Rejection> {
  readonly decision: Decision<CommitmentEvent, Rejection>;
  readonly running?: readonly string[];
}

/** Decides about a commitment on its own stream and on the places of its sponsor, and writes both in one append: a place is taken with the
 * commitment, and free when it has ended. Two signatures at one instant meet in the sponsor's stream, and one of them is decided again.
 * @throws as `decideAndAppend` */
export const decideWithPlaces = async <Rejection>(
  log: EventStore, tenant: TenantId, commitmentId: string, about: About,
  decide: (state: Commitment, load: SponsorLoad) => Promise<DecidedWithPlaces<Rejection>>,
): Promise<Outcome<Rejection>> => {
  const parties = await commitmentNow(log, tenant, commitmentId); // who they are never changes
  if (parties.status === 'none') {
    return decideAndAppend(log, tenant, commitments, commitmentId, about, async (state) => (await decide(state, sponsorLoads.initial)).decision);
  }
  const { sponsorId } = parties;
  return decideAndAppendOnTwo(log, tenant, { of: commitments, id: commitmentId }, { of: sponsorLoads, id: sponsorId }, about, async (state, load) => {
    const { decision, running = [] } = await decide(state, load);
    return decision.accepted ? { ...decision, beside: placesAfter(decision.events, sponsorId, load, running) } : decision;
  });
};
