import type { EventStore } from '@vouchsafe/event-store';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { BUCKETS, bucketOf } from './bucket.js';
import { RelayStore, type Asked, type BucketStatus, type Lease, type Move, type Page, type Tended } from './relay-store.js';

interface LeaseRow { owner: string | null; epoch: number; expiresAt: number }
export interface MarkRow { position: Position; epoch: number }

/** The twin of the store in PostgreSQL, for simulations: time is what it is told. Each call happens at one instant. */
export class MemoryRelayStore extends RelayStore {
  /** Milliseconds: a spec lets them pass. */
  now = 0;
  readonly marks = new Map<TenantId, MarkRow>();
  private readonly leases: LeaseRow[] = Array.from({ length: BUCKETS }, () => ({ owner: null, epoch: 0, expiresAt: -Infinity }));
  private readonly members = new Map<string, number>();

  constructor(private readonly events: EventStore) {
    super();
  }

  async tend(owner: string, milliseconds: number): Promise<Tended> {
    const expiresAt = this.now + milliseconds;
    for (const [member, until] of this.members) if (until < this.now) this.members.delete(member);
    this.members.set(owner, expiresAt);
    const mine = this.leases.filter((lease) => lease.owner === owner);
    for (const lease of mine) lease.expiresAt = expiresAt;
    const free = this.leases.filter((lease) => lease.owner !== owner && lease.expiresAt < this.now).slice(0, Math.max(0, Math.ceil(BUCKETS / this.members.size) - mine.length));
    for (const lease of free) Object.assign(lease, { owner, epoch: lease.epoch + 1, expiresAt });
    const held = this.leases.flatMap((lease, bucket): Lease[] => (lease.owner === owner ? [{ bucket, epoch: lease.epoch }] : []));
    return { held, relays: this.members.size };
  }

  async release(owner: string, buckets: readonly number[]): Promise<void> {
    for (const bucket of buckets) if (this.leases[bucket]!.owner === owner) Object.assign(this.leases[bucket]!, { owner: null, expiresAt: -Infinity });
  }

  async leave(owner: string): Promise<void> {
    await this.release(owner, this.leases.map((_, bucket) => bucket));
    this.members.delete(owner);
  }

  async behind(buckets: readonly number[], max: number): Promise<TenantId[]> {
    const heads = await this.events.heads();
    return heads.filter(({ tenant, position }) => buckets.includes(bucketOf(tenant)) && position > this.markOf(tenant)).map(({ tenant }) => tenant).slice(0, max);
  }

  async pages(asked: readonly Asked[], buckets: readonly number[], bytes: number): Promise<Page[]> {
    const pages: Page[] = [];
    for (const { tenant, max } of asked.filter((each) => buckets.includes(bucketOf(each.tenant)))) {
      const mark = this.markOf(tenant);
      const { position: head } = await this.events.head(tenant);
      let before = 0;
      const events = (await this.events.readProven(tenant, { after: mark, max })).flatMap(({ data: _data, ...event }) => {
        const fits = before < bytes || before === 0;
        before += Buffer.byteLength(event.dataText);
        return fits ? [event] : [];
      });
      if (events.length > 0) pages.push({ tenant, mark, head, events });
    }
    return pages.sort((a, b) => (a.tenant < b.tenant ? -1 : 1));
  }

  async advance(moves: readonly Move[]): Promise<{ moved: TenantId[]; now: string }> {
    const moved = moves.filter(({ tenant, from, to, epoch }) => {
      const row = this.marks.get(tenant) ?? { position: 0, epoch: 0 };
      if (row.position !== from || row.epoch > epoch) return false;
      this.marks.set(tenant, { position: to, epoch });
      return true;
    });
    return { moved: moved.map(({ tenant }) => tenant), now: new Date(this.now).toISOString() };
  }

  async rewind(to: readonly { tenant: TenantId; position: Position }[]): Promise<{ tenant: TenantId; from: Position; to: Position }[]> {
    for (const bucket of new Set(to.map(({ tenant }) => bucketOf(tenant)))) {
      const { epoch } = this.leases[bucket]!;
      this.leases[bucket] = { owner: null, epoch: epoch + 1, expiresAt: -Infinity };
    }
    return [...to].sort((a, b) => (a.tenant < b.tenant ? -1 : 1)).flatMap(({ tenant, position }) => {
      const from = this.markOf(tenant);
      const back = Math.min(from, position);
      this.marks.set(tenant, { position: back, epoch: this.leases[bucketOf(tenant)]!.epoch });
      return back < from ? [{ tenant, from, to: back }] : [];
    });
  }

  async status(): Promise<BucketStatus[]> {
    const heads = await this.events.heads();
    return this.leases.map(({ owner, epoch, expiresAt }, bucket) => {
      const behind = heads.filter(({ tenant, position }) => bucketOf(tenant) === bucket && position > this.markOf(tenant));
      return {
        bucket, owner: expiresAt > this.now ? owner : null, epoch, tenantsBehind: behind.length,
        eventsBehind: behind.reduce((sum, { tenant, position }) => sum + position - this.markOf(tenant), 0), oldestUnpublishedSeconds: behind.length > 0 ? 0 : null,
      };
    });
  }

  private markOf(tenant: TenantId): Position {
    return this.marks.get(tenant)?.position ?? 0;
  }
}
