import type { Moment } from './moments.js';

interface Task { readonly at: Moment; readonly order: number; readonly run: (at: Moment) => void }

/** What is still to happen in one organization, in the order of time. */
export interface Agenda {
  /** What lies at or after the end of the history never happens. */
  plan(at: Moment, run: (at: Moment) => void): void;
  /** Lets the next thing happen. @returns false if nothing is left */
  next(): boolean;
}

const before = (one: Task, other: Task): boolean => one.at < other.at || (one.at === other.at && one.order < other.order);

/** A binary heap. Things planned for one moment happen in the order in which they were planned.
 * @param end the first moment that is no longer part of the history */
export const openAgenda = (end: Moment): Agenda => {
  const heap: Task[] = [];
  let planned = 0;
  let now = 0;

  const rise = (task: Task): void => {
    let at = heap.length;
    heap.push(task);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!before(task, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = task;
  };
  const sink = (task: Task): void => {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && before(heap[below + 1]!, heap[below]!)) below += 1;
      if (!before(heap[below]!, task)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = task;
  };

  return {
    plan: (at, run) => {
      if (at < end) rise({ at: Math.max(at, now), order: (planned += 1), run });
    },
    next: () => {
      const first = heap[0];
      if (!first) return false;
      const last = heap.pop()!;
      if (heap.length > 0) sink(last);
      now = first.at;
      first.run(now);
      return true;
    },
  };
};
