import { fold, streamName } from '@vouchsafe/decider';
import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import { commitmentEvents } from '@vouchsafe/sponsorship-contracts';
import { commitments, type Commitment } from '@vouchsafe/sponsorship-domain';

/** A commitment as the log has it at this moment, for a decision about something else. One that was never proposed has status `none`.
 * @throws UnreadableEvent */
export const commitmentNow = async (log: EventStore, tenant: TenantId, commitmentId: string): Promise<Commitment> =>
  fold(commitments, (await log.readStream(tenant, streamName(commitments, commitmentId))).map((stored) => readEvent(commitmentEvents, stored)));
