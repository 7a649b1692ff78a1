import type { Position, TenantId } from '@vouchsafe/event-schema';
import { partitionOf, type PartitionRef } from '@vouchsafe/messaging';
import type { Behind } from './feed.js';

/** Tenants of others looked after in one look: each costs a query. */
const DOUBTFUL_A_LOOK = 4;

/** Knows which tenants' partitions are ours, when the topic last brought something of whom, and so who is behind with no news: whose record, wake-up or
 * reader was lost. All times are milliseconds of the monotonic clock. */
export class QuietTenants {
  private readonly assigned = new Set<number>();
  /** Came to us since the last look: what they missed on the way is read at once. */
  private readonly fresh = new Set<number>();
  private readonly heardAt = new Map<TenantId, number>();
  private noticedAt = new Map<TenantId, number>();
  /** Where tenants of others stood when we last asked. */
  private stood = new Map<TenantId, { position: Position; askedAt: number }>();

  constructor(private readonly partitions: number, private readonly sweep: number, private readonly now: () => number = () => performance.now()) {}

  get isAssigned(): boolean {
    return this.assigned.size > 0;
  }

  assign(partitions: readonly PartitionRef[]): void {
    for (const { partition } of partitions) {
      this.assigned.add(partition);
      this.fresh.add(partition);
    }
  }

  revoke(partitions: readonly PartitionRef[]): void {
    for (const { partition } of partitions) this.assigned.delete(partition);
  }

  /** The topic brought something of this tenant, and it is folded. */
  heard(tenant: TenantId): void {
    this.heardAt.set(tenant, this.now());
  }

  /** @returns `due`, to be read from the log; `doubtful`, tenants of others who have been behind for some time: see where they stand */
  among(behind: readonly Behind[], { isAlone, isUrgent }: { isAlone: boolean; isUrgent: (tenant: Behind) => boolean }): { due: TenantId[]; doubtful: TenantId[] } {
    const now = this.now();
    const noticedAt = new Map(behind.map(({ tenant }) => [tenant, this.noticedAt.get(tenant) ?? now]));
    this.noticedAt = noticedAt;
    this.stood = new Map([...this.stood].filter(([tenant]) => noticedAt.has(tenant)));
    const due: TenantId[] = [];
    const doubtful: { tenant: TenantId; since: number }[] = [];
    for (const each of behind) {
      const { tenant } = each;
      const partition = partitionOf(tenant, this.partitions);
      const noticed = noticedAt.get(tenant)!;
      if (isAlone || this.assigned.has(partition)) {
        const quietSince = Math.max(noticed, this.heardAt.get(tenant) ?? noticed);
        if (isUrgent(each) || this.fresh.has(partition) || now - quietSince >= this.sweep) due.push(tenant);
      } else {
        const since = this.stood.get(tenant)?.askedAt ?? noticed;
        if (now - since >= this.sweep * 2) doubtful.push({ tenant, since });
      }
    }
    this.fresh.clear();
    return { due, doubtful: doubtful.sort((a, b) => a.since - b.since).slice(0, DOUBTFUL_A_LOOK).map(({ tenant }) => tenant) };
  }

  /** @returns whether a tenant of others stands where it stood the time before: then nobody reads it */
  stands(tenant: TenantId, position: Position): boolean {
    const before = this.stood.get(tenant)?.position;
    this.stood.set(tenant, { position, askedAt: this.now() });
    return before === position;
  }
}
