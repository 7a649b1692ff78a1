import { counter, histogram, SECONDS } from '@vouchsafe/telemetry';
import type { AppendResult } from '../event-store.js';
import { OutcomeUnknown } from '../faults.js';

const outcomes = ['appended', 'replayed', 'conflict', 'closed', 'key-reused', 'unknown', 'failed'] as const;

const seconds = histogram({
  name: 'vouchsafe_append_seconds', help: 'Time of an append from its asking to its answer, waiting for the call before it included', labels: { outcome: outcomes }, buckets: SECONDS,
});
const events = counter({ name: 'vouchsafe_append_events_total', help: 'Events appended' });
const replayed = counter({ name: 'vouchsafe_requests_replayed_total', help: 'Requests that came again under their key and were answered from the record' });
const perCall = histogram({ name: 'vouchsafe_append_call_appends', help: 'Appends that travelled together in one call of the database', buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256] });
const callSeconds = histogram({ name: 'vouchsafe_append_call_seconds', help: 'Time of one call of the append function, its waiting for a connection included', buckets: SECONDS });

const since = (startedAt: number): number => (performance.now() - startedAt) / 1000;

/** Counts an append by how it ended. @param eventCount events that it is to write */
export const countAppend = async (eventCount: number, append: () => Promise<AppendResult>): Promise<AppendResult> => {
  const startedAt = performance.now();
  try {
    const result = await append();
    const isReplayed = 'replayed' in result && result.replayed;
    seconds.observe({ outcome: isReplayed ? 'replayed' : result.outcome }, since(startedAt));
    if (isReplayed) replayed.add({});
    else if (result.outcome === 'appended') events.add({}, eventCount);
    return result;
  } catch (error) {
    seconds.observe({ outcome: error instanceof OutcomeUnknown ? 'unknown' : 'failed' }, since(startedAt));
    throw error;
  }
};

/** Counts a call of the database that carries appends. */
export const countCall = async <Result>(appends: number, call: () => Promise<Result>): Promise<Result> => {
  const startedAt = performance.now();
  perCall.observe({}, appends);
  try {
    return await call();
  } finally {
    callSeconds.observe({}, since(startedAt));
  }
};

/** Counts a request that was answered from the record without being decided again. */
export const countRepeat = (): void => replayed.add({});
