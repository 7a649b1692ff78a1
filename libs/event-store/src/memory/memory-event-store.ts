import { position, tenantId, type Position, type StoredEvent, type TenantId } from '@vouchsafe/event-schema';
import { chainStart, digestOf, extendChain, leafOf } from '../chain.js';
import { EventStore, type Append, type AppendResult, type Head, type ProvenEvent } from '../event-store.js';
import { UnknownLog } from '../faults.js';
import { fingerprintOf, isExpected, prepare, type PreparedAppend } from '../prepare.js';
import type { Wakeups } from '../wakeups.js';

interface Log {
  readonly sample: boolean;
  readonly events: ProvenEvent[];
  readonly streams: Map<string, { version: number; closed: boolean }>;
  readonly requests: Map<string, { fingerprint: string; result: AppendResult }>;
  chain: Buffer;
  recordedAt: number;
}

const newStream = { version: 0, closed: false };

/** The log in memory: the same behaviour as in PostgreSQL, proved by the same suite. For specs that need no database. */
export class MemoryEventStore extends EventStore {
  private readonly logs = new Map<TenantId, Log>();

  /** @param now the clock, in milliseconds since 1970 */
  constructor(private readonly wakeups: Wakeups, private readonly now: () => number = Date.now) {
    super();
  }

  async openLog(tenant: TenantId, { sample = false }: { sample?: boolean } = {}): Promise<void> {
    if (this.logs.has(tenantId(tenant))) return;
    this.logs.set(tenant, { sample, events: [], streams: new Map(), requests: new Map(), chain: chainStart(tenant), recordedAt: 0 });
  }

  async append(tenant: TenantId, append: Append): Promise<AppendResult> {
    const prepared = prepare(append);
    const log = this.log(tenant);
    const known = replay(log, append.requestKey, prepared.fingerprint);
    if (known) return known;
    const result = this.appendTo(log, tenant, prepared);
    if (result.outcome === 'appended' || (append.conflictIsFinal ?? true)) log.requests.set(append.requestKey, { fingerprint: prepared.fingerprint, result });
    if (result.outcome === 'appended') this.wakeups.announce(tenant);
    return result;
  }

  async read(tenant: TenantId, { after, max, upTo = Number.MAX_SAFE_INTEGER }: { after: Position; max: number; upTo?: Position }): Promise<StoredEvent[]> {
    return this.events(tenant).slice(position(after), Math.min(after + max, upTo)).map(withoutProof);
  }

  async readBackwards(tenant: TenantId, { before = Number.MAX_SAFE_INTEGER, max }: { before?: Position; max: number }): Promise<StoredEvent[]> {
    const end = Math.min(before - 1, this.events(tenant).length);
    return this.events(tenant).slice(Math.max(0, end - max), end).reverse().map(withoutProof);
  }

  async readProven(tenant: TenantId, { after, max, stream }: { after: Position; max: number; stream?: string }): Promise<ProvenEvent[]> {
    position(after);
    return this.events(tenant).filter((event) => event.position > after && (stream === undefined || event.stream === stream)).slice(0, max).map((event) => structuredClone(event));
  }

  async readStream(tenant: TenantId, stream: string, { afterVersion = 0, max }: { afterVersion?: number; max?: number } = {}): Promise<StoredEvent[]> {
    return this.events(tenant).filter((event) => event.stream === stream && event.version > afterVersion).slice(0, max).map(withoutProof);
  }

  async recorded(tenant: TenantId, requestKey: string, content: unknown): Promise<AppendResult | undefined> {
    const log = this.logs.get(tenantId(tenant));
    return log && replay(log, requestKey, fingerprintOf(content));
  }

  async head(tenant: TenantId): Promise<Head> {
    const { events, chain } = this.log(tenant);
    return { position: events.length, chain: chain.toString('hex') };
  }

  async positionAt(tenant: TenantId, instant: string): Promise<Position> {
    const at = Date.parse(instant);
    return this.events(tenant).filter(({ recordedAt }) => Date.parse(recordedAt) <= at).length;
  }

  async knownNow(tenant: TenantId): Promise<{ instant: string; position: Position }> {
    const instant = new Date(this.now() - 1).toISOString();
    return { instant, position: await this.positionAt(tenant, instant) };
  }

  async heads(): Promise<readonly { tenant: TenantId; position: Position }[]> {
    return [...this.logs].map(([tenant, { events }]) => ({ tenant, position: events.length })).sort((a, b) => (a.tenant < b.tenant ? -1 : 1));
  }

  private appendTo(log: Log, tenant: TenantId, { append, texts }: PreparedAppend): AppendResult {
    for (const { stream, expected, events } of append.writes) {
      const { version, closed } = log.streams.get(stream) ?? newStream;
      if (closed && events.length > 0) return { outcome: 'closed', stream, actual: version, replayed: false };
      if (!isExpected(expected, version)) return { outcome: 'conflict', stream, actual: version, replayed: false };
    }
    if (append.recordedAt !== undefined && !log.sample) throw new Error('Only a log of sample data takes a time of recording.');
    const now = this.now();
    log.recordedAt = Math.max(log.recordedAt, append.recordedAt === undefined ? now : Math.min(Date.parse(append.recordedAt), now));
    const recordedAt = new Date(log.recordedAt).toISOString();
    const { requestKey, actor, correlation, causation = null } = append;
    let text = 0;
    const versions = append.writes.map(({ stream, events, closes }) => {
      let { version, closed } = log.streams.get(stream) ?? newStream;
      for (const { type, schemaVersion, occurredOn } of events) {
        version += 1;
        const dataText = texts[text++]!;
        const event: StoredEvent = { tenant, position: log.events.length + 1, stream, version, type, schemaVersion, data: JSON.parse(dataText), occurredOn, recordedAt, actor, requestKey, correlation, causation };
        const digest = digestOf(dataText);
        log.chain = extendChain(log.chain, leafOf(event, digest));
        log.events.push({ ...event, dataText, digest: digest.toString('hex'), chain: log.chain.toString('hex') });
      }
      if (events.length > 0) closed ||= closes ?? false;
      if (version > 0) log.streams.set(stream, { version, closed });
      return version;
    });
    return { outcome: 'appended', position: log.events.length, versions, recordedAt, replayed: false };
  }

  private log(tenant: TenantId): Log {
    const log = this.logs.get(tenantId(tenant));
    if (!log) throw new UnknownLog(tenant);
    return log;
  }

  private events(tenant: TenantId): readonly ProvenEvent[] {
    return this.logs.get(tenant)?.events ?? [];
  }
}

const replay = (log: Log, requestKey: string, fingerprint: string): AppendResult | undefined => {
  const known = log.requests.get(requestKey);
  if (!known) return undefined;
  if (known.fingerprint !== fingerprint) return { outcome: 'key-reused' };
  return known.result.outcome === 'key-reused' ? known.result : { ...known.result, replayed: true };
};

const withoutProof = ({ dataText: _text, digest: _digest, chain: _chain, ...event }: ProvenEvent): StoredEvent => structuredClone(event);
