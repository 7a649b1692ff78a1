import type { EventStore } from '@vouchsafe/event-store';
import type { TenantId } from '@vouchsafe/event-schema';

const STRANGERS_KEPT = 10_000;
const LOOK_AGAIN = 5_000;

/** Which tenants have a log: a record may name anybody. */
export class KnownLogs {
  private logs: ReadonlySet<TenantId> = new Set();
  private looking: Promise<void> | undefined;
  /** When they were last looked for, in milliseconds of the monotonic clock. */
  private readonly strangers = new Map<TenantId, number>();

  /** @param onStranger told once of each tenant that has none */
  constructor(private readonly store: EventStore, private readonly onStranger: (tenant: TenantId) => void) {}

  /** False as well while nobody can say: the sweep finds whom that wronged. */
  async has(tenant: TenantId): Promise<boolean> {
    if (this.logs.has(tenant)) return true;
    if (performance.now() - (this.strangers.get(tenant) ?? -Infinity) < LOOK_AGAIN) return false;
    try {
      // The first look may have begun before this log was opened, the second has not.
      for (let look = 1; look <= 2 && !this.logs.has(tenant); look += 1) await this.look();
    } catch {
      return false;
    }
    if (this.logs.has(tenant)) return true;
    if (!this.strangers.has(tenant)) this.onStranger(tenant);
    this.strangers.set(tenant, performance.now());
    if (this.strangers.size > STRANGERS_KEPT) this.strangers.delete(this.strangers.keys().next().value!);
    return false;
  }

  private look(): Promise<void> {
    this.looking ??= this.store.heads()
      .then((heads) => { this.logs = new Set(heads.map(({ tenant }) => tenant)); })
      .finally(() => { this.looking = undefined; });
    return this.looking;
  }
}
