import type { TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from './event-store.js';

const queues = new WeakMap<EventStore, Map<string, Promise<void>>>();

/** Lets those of one process who write to one stream do so one after the other, in the order in which they asked. All at once they
 * would each read, decide and lose against one of them, again and again; the slower the server, the more of them would give up. */
export const inTurn = async <Result>(store: EventStore, tenant: TenantId, stream: string, work: () => Promise<Result>): Promise<Result> => {
  let queue = queues.get(store);
  if (!queue) queues.set(store, (queue = new Map()));
  const mine = queue;
  const key = `${tenant} ${stream}`;
  const result = (mine.get(key) ?? Promise.resolve()).then(work);
  const ended = result.then(() => undefined, () => undefined);
  mine.set(key, ended);
  void ended.then(() => { if (mine.get(key) === ended) mine.delete(key); });
  return result;
};
