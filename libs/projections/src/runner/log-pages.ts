import type { EventStore } from '@vouchsafe/event-store';
import type { Position, StoredEvent, TenantId } from '@vouchsafe/event-schema';
import type { Page, Source } from '../feeds/feed.js';
import type { Place } from './cursor.js';

const PAGES_KEPT = 64;

/** Positions of a tenant are 1 … head without a gap; whoever meets one is looking at a log that was tampered with. */
export class GapInLog extends Error {
  override readonly name = 'GapInLog';
  constructor(readonly position: Position) {
    super(`Position ${position} is missing in the log.`);
  }
}

/** @throws GapInLog if the first of these events is not the next after a position, or two are not neighbours */
export const neighbours = (after: Position, events: readonly StoredEvent[]): readonly StoredEvent[] => {
  events.forEach(({ position }, index) => {
    if (position !== after + index + 1) throw new GapInLog(after + index + 1);
  });
  return events;
};

/** Pages of the logs, shared by the projections that read them and fetched ahead of need. Events never change, so a full page never does. */
export class LogPages {
  private readonly pages = new Map<string, Promise<StoredEvent[]>>();

  constructor(private readonly store: EventStore, private readonly size: number) {}

  /** The events after a position, at most a page of them; starts to fetch the page after it.
   * @throws GapInLog if the first is not the next, or two are not neighbours */
  async after(tenant: TenantId, after: Position): Promise<readonly StoredEvent[]> {
    const page = neighbours(after, await this.page(tenant, after));
    if (page.length === this.size) this.page(tenant, after + this.size).catch(() => {}); // read ahead while this one is folded; a failure shows when it is asked for
    return page;
  }

  /** The log of one tenant as a source of events. Its end is where it ended when it was met: several builds that stand there ask once. */
  of(tenant: TenantId): Source {
    let end: { after: Position; page: Page } | undefined;
    return {
      after: async ({ position }: Place): Promise<Page> => {
        if (end?.after === position) return end.page;
        const events = await this.after(tenant, position);
        const page = { events, isLast: events.length < this.size };
        if (page.isLast) end = { after: position, page };
        return page;
      },
    };
  }

  private page(tenant: TenantId, after: Position): Promise<StoredEvent[]> {
    const key = `${tenant} ${after}`;
    const known = this.pages.get(key);
    if (known) return known;
    const reading = this.store.read(tenant, { after, max: this.size });
    this.pages.set(key, reading);
    const forget = () => {
      if (this.pages.get(key) === reading) this.pages.delete(key);
    };
    reading.then((page) => page.length < this.size && forget(), forget); // the last page grows
    if (this.pages.size > PAGES_KEPT) this.pages.delete(this.pages.keys().next().value!);
    return reading;
  }
}
