import type { Wakeups } from '@vouchsafe/event-store';
import type { Behind, Feed, Folding } from './feed.js';

/** The feed of one machine: who is told that a log has grown reads it; who missed it reads it at the next look. */
export class LogFeed implements Feed {
  private to: Folding | undefined;
  private unsubscribe = () => {};

  constructor(private readonly wakeups: Wakeups) {}

  async start(to: Folding): Promise<void> {
    this.to = to;
    this.unsubscribe = this.wakeups.subscribe((tenant) => to.readLog(tenant));
  }

  behind(tenants: readonly Behind[]): void {
    for (const { tenant } of tenants) this.to?.readLog(tenant);
  }

  async stop(): Promise<void> {
    this.unsubscribe();
  }
}
