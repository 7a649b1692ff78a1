import { fold, streamName } from '@vouchsafe/decider';
import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import { delegationEvents, type PersonId } from '@vouchsafe/sponsorship-contracts';
import { delegations, type Commitment, type CommitmentRules } from '@vouchsafe/sponsorship-domain';
import { programNow, rulesFrom } from './program-now.js';

/** Whether a sponsor lets somebody record on their behalf, as the log has it at this moment. */
export const recordsFor = async (log: EventStore, tenant: TenantId, by: PersonId, sponsorId: PersonId): Promise<boolean> => {
  if (by === sponsorId) return false; // they record for themselves
  const history = (await log.readStream(tenant, streamName(delegations, sponsorId))).map((stored) => readEvent(delegationEvents, stored));
  return fold(delegations, history).delegates.has(by);
};

/** What recording and correcting turn on beside the commitment: the rules of its programme, and who may write for its sponsor. */
export const recorderFacts = async (
  log: EventStore, tenant: TenantId, by: PersonId, state: Commitment,
): Promise<{ byDelegation: boolean; rules: Partial<CommitmentRules> }> => {
  if (state.status === 'none') return { byDelegation: false, rules: {} };
  const [byDelegation, program] = await Promise.all([recordsFor(log, tenant, by, state.sponsorId), programNow(log, tenant, state.programId)]);
  return { byDelegation, rules: rulesFrom(program) };
};
