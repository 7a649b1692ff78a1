import type { TenantId } from '@vouchsafe/event-schema';
import { partitionOf } from '../partition-of.js';
import type { TopicSpec } from '../log-transport.js';
import type { Asked } from './relay-store.js';

// kafkajs groups the records of one call by copying an array per record, so time grows with the square of a partition's records:
// 1,000 take 2 ms, 20,000 take 1.7 s.
const PER_PARTITION = 1_000;
/** Of one round over all tenants: what bounds the memory. */
const PER_ROUND = 8_000;
const BYTES_PER_ROUND = 8 * 1_024 * 1_024;

/** Tenants whose next events travel together, at most. */
export const TENANTS_PER_ROUND = 400;

/** How much of each tenant goes into one round: tenants of one partition share what the partition may get, so that none waits for a large one.
 * @returns for each at least one event */
export const planRound = (tenants: readonly TenantId[], { partitions }: TopicSpec): { asked: Asked[]; bytes: number } => {
  const sharing = new Map<number, number>();
  const placed = tenants.map((tenant) => ({ tenant, partition: partitionOf(tenant, partitions) }));
  for (const { partition } of placed) sharing.set(partition, (sharing.get(partition) ?? 0) + 1);
  const most = Math.floor(PER_ROUND / Math.max(1, tenants.length));
  return {
    asked: placed.map(({ tenant, partition }) => ({ tenant, max: Math.max(1, Math.min(most, Math.floor(PER_PARTITION / sharing.get(partition)!))) })),
    bytes: Math.floor(BYTES_PER_ROUND / Math.max(1, tenants.length)),
  };
};
