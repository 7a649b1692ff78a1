import type { Position, TenantId } from '@vouchsafe/event-schema';

/** Says that a tenant's log has grown, whichever process wrote it. The wake-ups of the event store are such. */
export interface WakeupSource {
  subscribe(listener: (tenant: TenantId) => void): () => void;
}

export interface News<Item> {
  readonly items: readonly Item[];
  /** Where to read on: the last position that was looked at, also if nothing there was of interest. */
  readonly position: Position;
}

export interface Following<Item> {
  readonly tenant: TenantId;
  /** Everything behind this position is delivered, once and in order. */
  readonly from: Position;
  readonly wakeups: WakeupSource;
  /** What came after a position; the signal aborts when nobody listens any more. */
  readonly read: (after: Position, signal: AbortSignal) => Promise<News<Item>>;
  /** A wake-up may get lost; this long after the last look there is another. */
  readonly lookEveryMilliseconds?: number;
}

/** Waits for the next wake-up of one tenant, without missing one that came while nobody waited. */
const bell = (tenant: TenantId, wakeups: WakeupSource, lookEvery: number) => {
  let rang = false;
  let wake: () => void = () => {};
  const ring = () => { rang = true; wake(); };
  const unsubscribe = wakeups.subscribe((of) => { if (of === tenant) ring(); });
  return {
    next: async () => {
      let timer: NodeJS.Timeout | undefined;
      if (!rang) await new Promise<void>((resolve) => { wake = resolve; timer = setTimeout(resolve, lookEvery); });
      clearTimeout(timer);
      rang = false;
    },
    stop: () => { unsubscribe(); ring(); },
  };
};

/** The items of a tenant's log as they come, for a GraphQL subscription. The log is the source, so it does not matter which process
 * wrote. Reads only when the last item was taken, so a slow listener makes no heap grow; `return` ends it at once, also in mid-wait. */
export const followTenant = <Item>({ tenant, from, wakeups, read, lookEveryMilliseconds = 5_000 }: Following<Item>): AsyncIterableIterator<Item> => {
  const gone = new AbortController();
  const alarm = bell(tenant, wakeups, lookEveryMilliseconds);
  let position = from;
  let buffer: readonly Item[] = [];
  let taken = 0;
  const over = { done: true, value: undefined } as const;
  const end = () => {
    if (gone.signal.aborted) return;
    gone.abort();
    alarm.stop();
  };
  const next = async (): Promise<IteratorResult<Item>> => {
    while (!gone.signal.aborted) {
      const item = buffer[taken];
      if (taken < buffer.length) {
        taken += 1;
        return { done: false, value: item as Item };
      }
      const news = await read(position, gone.signal);
      const isMore = news.position > position;
      ({ position } = news);
      [buffer, taken] = [news.items, 0];
      if (!isMore && news.items.length === 0) await alarm.next();
    }
    return over;
  };
  // Calls of `next` stand in line: two at once must not read the same news.
  let line: Promise<unknown> = Promise.resolve();
  return {
    [Symbol.asyncIterator]() { return this; },
    next: () => {
      const mine = line.then(next).catch((error: unknown) => {
        const wasOver = gone.signal.aborted;
        end();
        if (wasOver) return over;
        throw error;
      });
      line = mine.catch(() => {});
      return mine;
    },
    return: async () => { end(); return over; },
    throw: async (error) => { end(); throw error; },
  };
};
