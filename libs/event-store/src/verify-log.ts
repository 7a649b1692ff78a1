import type { Database, Transaction } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { chainStart, digestOf, extendChain, leafOfFields } from './chain.js';
import { UnknownLog } from './faults.js';

export interface LogProblem {
  /** The event that does not follow from those before it, or that should be there. */
  readonly position: Position;
  readonly what: string;
}

export interface LogVerdict {
  readonly events: number;
  /** As the log's own row says; `chain` in hexadecimal. */
  readonly head: Position;
  readonly chain: string;
  readonly ok: boolean;
  /** In the order of their discovery: the first is the first position that was altered. At most 100. */
  readonly problems: readonly LogProblem[];
}

export interface VerifyOptions {
  readonly pageSize?: number;
  readonly onProgress?: (checked: Position, head: Position) => void;
}

interface Row {
  position: Position; dataText: string; digest: Buffer; chain: Buffer; causation: string | null; milliseconds: string;
  /** What the chain covers besides the digest, in its order, without the tenant. */
  fields: string[];
}
interface HeadRow { position: Position; chain: Buffer; milliseconds: string }

const PROBLEMS = 100;
// Everything as text: a value that was altered into nonsense must be reported, not fail to be read.
const MILLISECONDS = `(extract(epoch FROM recorded_at) * 1000)::text AS milliseconds`;
const PAGE = `SELECT position, data::text AS "dataText", digest, chain, causation, ${MILLISECONDS},
    ARRAY[position::text, stream, version::text, type, schema_version::text, occurred_on::text, regexp_replace((extract(epoch FROM recorded_at) * 1000)::text, '\\.0+$', ''), actor, request_key, correlation, coalesce(causation, '')] AS fields
  FROM log.event WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT $3`;
const HEAD = `SELECT position, chain, ${MILLISECONDS} FROM log.tenant_log WHERE tenant_id = $1`;
const STREAMS = `SELECT coalesce(e.stream, s.stream) AS stream, coalesce(e.last, 0) AS last, coalesce(s.version, 0) AS version, coalesce(e.version, 0) AS held
  FROM (SELECT stream, max(position) AS last, max(version) AS version, count(*) AS count, min(version) AS first FROM log.event WHERE tenant_id = $1 GROUP BY stream) AS e
  FULL JOIN (SELECT stream, version FROM log.stream WHERE tenant_id = $1) AS s ON s.stream = e.stream
  WHERE s.version IS DISTINCT FROM e.version OR e.count <> e.version OR e.first <> 1 ORDER BY last LIMIT ${PROBLEMS}`;

/** Walks a tenant's log from its beginning and names the first position where it was altered behind our back: one byte changed in any
 * column, an event removed, swapped or put in, the end cut off. Whoever rewrites all that follows and the head as well is found
 * out only by a copy of the head that left the database before.
 * @throws UnknownLog if the tenant has none */
export const verifyLog = async (database: Database, tenant: TenantId, { pageSize = 1_000, onProgress = () => {} }: VerifyOptions = {}): Promise<LogVerdict> => {
  const walk = new Walk(tenant);
  for (;;) {
    // One state of head and page: appends go on meanwhile.
    const { head, rows, streams } = await database.withTenant(tenant, async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const head = (await tx.query<HeadRow>(HEAD, [tenant])).rows[0];
      const { rows } = await tx.query<Row>(PAGE, [tenant, walk.position, pageSize]);
      return { head, rows, streams: rows.length < pageSize ? await streamProblems(tx, tenant) : [] };
    }, { statementTimeout: 0 });
    if (!head && rows.length === 0 && walk.events === 0) throw new UnknownLog(tenant);
    rows.forEach((row) => walk.take(row));
    onProgress(walk.position, head?.position ?? walk.position);
    if (rows.length < pageSize) return walk.end(head, streams);
  }
};

const streamProblems = async (tx: Transaction, tenant: TenantId): Promise<LogProblem[]> =>
  (await tx.query<{ stream: string; last: Position; version: number; held: number }>(STREAMS, [tenant])).rows
    .map(({ stream, last, version, held }) => ({ position: last, what: `The log holds ${stream} up to version ${held}; its head says ${version}.` }));

class Walk {
  position: Position = 0;
  events = 0;
  private readonly problems: LogProblem[] = [];
  /** What the chain may be before the next event: one value, two after an event that does not agree with its own chain, none after a hole. */
  private before: Buffer[];
  private milliseconds = '0.000';

  constructor(private readonly tenant: TenantId) {
    this.before = [chainStart(tenant)];
  }

  take({ position, dataText, digest, chain, causation, fields, milliseconds }: Row): void {
    if (position !== this.position + 1) {
      this.report(this.position + 1, position === this.position + 2 ? 'The event is missing.' : `The events up to position ${position - 1} are missing.`);
      this.before = [];
    }
    const computed = digestOf(dataText);
    const leaf = leafOfFields([this.tenant, ...fields], computed);
    const follows = this.before.map((before) => extendChain(before, leaf));
    if (!computed.equals(digest)) this.report(position, 'Its data and their digest do not agree.');
    else if (this.before.length > 0 && !follows.some((expected) => expected.equals(chain))) this.report(position, 'The event does not follow from those before it.');
    else if (!/^-?\d+(\.0+)?$/.test(milliseconds) || causation === '') this.report(position, 'It holds a value that is never written.');
    this.before = [chain, ...follows.filter((expected) => !expected.equals(chain)).slice(0, 1)];
    this.position = position;
    this.milliseconds = milliseconds;
    this.events += 1;
  }

  end(head: HeadRow | undefined, streams: readonly LogProblem[]): LogVerdict {
    if (!head) this.report(this.position, 'The head of the log is missing.');
    else if (head.position > this.position) this.report(this.position + 1, `The log ends here; its head says ${head.position}.`);
    else if (head.position < this.position) this.report(head.position + 1, `The log goes on; its head says ${head.position}.`);
    else if (!head.chain.equals(this.before[0]!)) this.report(this.position, 'The head holds another chain.');
    else if (Number(head.milliseconds) !== Number(this.milliseconds)) this.report(this.position, 'The head holds another time.');
    // A stream's head is derived from its events: it says something new only where they are sound.
    if (this.problems.length === 0) for (const { position, what } of streams) this.report(position, what);
    return { events: this.events, head: head?.position ?? 0, chain: (head?.chain ?? this.before[0]!).toString('hex'), ok: this.problems.length === 0, problems: this.problems };
  }

  private report(position: Position, what: string): void {
    if (this.problems.length < PROBLEMS) this.problems.push({ position, what });
  }
}
