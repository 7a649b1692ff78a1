import type { TenantId } from '@vouchsafe/event-schema';

export type WakeupListener = (tenant: TenantId) => void;

/** Says that a tenant's log has grown. A hint and no more: whoever misses one finds the news at the next poll. */
export abstract class Wakeups {
  abstract announce(tenant: TenantId): void;
  /** @returns ends the subscription */
  abstract subscribe(listener: WakeupListener): () => void;
}

/** Within one process. */
export class LocalWakeups extends Wakeups {
  private readonly listeners = new Set<WakeupListener>();

  announce(tenant: TenantId): void {
    for (const listener of this.listeners) listener(tenant);
  }

  subscribe(listener: WakeupListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
