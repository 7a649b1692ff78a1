import type { TenantId } from '@vouchsafe/event-schema';

/** Lets some tenants be worked at side by side, each by one worker at a time, in the order in which they asked. Who has more to do than a turn
 * ends it and asks again, behind the others: a large tenant starves nobody. */
export class Lanes {
  private readonly waiting: { tenant: TenantId; begin: () => Promise<void> }[] = [];
  private readonly working = new Map<TenantId, Promise<void>>();

  constructor(private readonly width: number) {}

  /** Whether somebody waits for a turn. */
  get isAwaited(): boolean {
    return this.waiting.length > 0;
  }

  isWorking(tenant: TenantId): boolean {
    return this.working.has(tenant);
  }

  turn<Result>(tenant: TenantId, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ tenant, begin: () => work().then(resolve, reject) });
      this.fill();
    });
  }

  /** Returns when nobody works and nobody waits. */
  async idle(): Promise<void> {
    while (this.working.size > 0) await Promise.all(this.working.values());
  }

  private fill(): void {
    for (let at = 0; at < this.waiting.length && this.working.size < this.width;) {
      const { tenant, begin } = this.waiting[at]!;
      if (this.working.has(tenant)) {
        at += 1;
        continue;
      }
      this.waiting.splice(at, 1);
      this.working.set(tenant, begin().finally(() => {
        this.working.delete(tenant);
        this.fill();
      }));
    }
  }
}
