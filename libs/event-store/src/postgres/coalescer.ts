import type { TenantId } from '@vouchsafe/event-schema';
import type { AppendResult } from '../event-store.js';
import { LogIsHeld, OutcomeUnknown, UnknownLog } from '../faults.js';
import type { PreparedAppend } from '../prepare.js';

interface Waiting {
  readonly prepared: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane {
  waiting: Waiting[];
  inFlight: boolean;
}

type Call = (tenant: TenantId, batch: readonly PreparedAppend[]) => Promise<AppendResult[]>;

const EVENTS_A_CALL = 2_000;
const NO_LOG = 'VS001';
const LOCKED = '55P03';

/** The server answered, so the transaction is known to have failed; a broken connection says nothing of the kind. What a socket
 * says has a code too, EPIPE for one, but no severity. */
const wasRefused = (error: unknown): error is { code: string } => {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  if (typeof code !== 'string' || typeof severity !== 'string') return false;
  return !code.startsWith('08') && !code.startsWith('57P'); // connection exceptions; the server is going down: the commit may have happened
};
const MAY_BE_REPEATED = new Set(['40001', '40P01']);
const SHARED_BY_ALL = new Set([NO_LOG, LOCKED]);
const TRIES = 5;

/** Appends to one tenant that arrive while one is in flight travel together in the next call. Concurrency is checked
 * per stream, so nobody can tell; a call shares one fate only if its connection dies. */
export class Coalescer {
  private readonly lanes = new Map<TenantId, Lane>();

  constructor(private readonly call: Call, private readonly committed: (tenant: TenantId) => void) {}

  append(tenant: TenantId, prepared: PreparedAppend): Promise<AppendResult> {
    let lane = this.lanes.get(tenant);
    if (!lane) this.lanes.set(tenant, (lane = { waiting: [], inFlight: false }));
    const mine = lane;
    return new Promise((resolve, reject) => {
      mine.waiting.push({ prepared, resolve, reject });
      if (!mine.inFlight) void this.drain(tenant, mine);
    });
  }

  private async drain(tenant: TenantId, lane: Lane): Promise<void> {
    lane.inFlight = true;
    while (lane.waiting.length > 0) {
      await this.send(tenant, takeBatch(lane));
      // Those just answered may have more to say: a turn of the loop lets them on, else two halves of the callers take turns.
      await new Promise(setImmediate);
    }
    lane.inFlight = false;
    this.lanes.delete(tenant);
  }

  private async send(tenant: TenantId, batch: readonly Waiting[], tries = TRIES): Promise<void> {
    try {
      const results = await this.call(tenant, batch.map(({ prepared }) => prepared));
      batch.forEach(({ resolve }, index) => resolve(results[index]!));
      this.committed(tenant);
    } catch (error) {
      if (wasRefused(error) && MAY_BE_REPEATED.has(error.code) && tries > 1) return this.send(tenant, batch, tries - 1);
      // The server refused the call, for one member's sake perhaps: each is tried alone, once.
      if (wasRefused(error) && !SHARED_BY_ALL.has(error.code) && batch.length > 1) {
        for (const member of batch) await this.send(tenant, [member], 1);
        return;
      }
      for (const { prepared, reject } of batch) reject(fault(tenant, prepared, error));
    }
  }
}

/** The same key twice in one call would not see its own first result: the second waits for the next call. */
const takeBatch = (lane: Lane): Waiting[] => {
  const keys = new Set<string>();
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  let events = 0;
  for (const waiting of lane.waiting) {
    const { append, eventCount } = waiting.prepared;
    const fits = batch.length === 0 || (rest.length === 0 && events + eventCount <= EVENTS_A_CALL && !keys.has(append.requestKey));
    if (fits) {
      keys.add(append.requestKey);
      events += eventCount;
      batch.push(waiting);
    } else {
      rest.push(waiting);
    }
  }
  lane.waiting = rest;
  return batch;
};

const fault = (tenant: TenantId, { append }: PreparedAppend, error: unknown): unknown => {
  if (!wasRefused(error)) return isBeforeSending(error) ? error : new OutcomeUnknown(append.requestKey, error);
  if (error.code === LOCKED) return new LogIsHeld(tenant);
  return error.code === NO_LOG ? new UnknownLog(tenant) : error;
};

/** No connection was to be had: nothing can have happened. */
const isBeforeSending = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ECONNREFUSED' || code === 'ENOENT' || /timeout exceeded when trying to connect|Cannot use a pool after calling end/.test(message ?? '');
};
