import type { TenantId } from '@vouchsafe/event-schema';
import { tenantId } from '@vouchsafe/event-schema';
import pg from 'pg';
import { urlFor } from './credentials.js';
import { openPool, openSideConnection } from './pool.js';
import { answeredWithin, DatabaseIsSilent, orSilence } from './silence.js';

const CANCELLED = '57014';
const SCOUT_TIMEOUT = 5_000; // as the role has it, in milliseconds

export type Rows<Row> = { rows: Row[]; rowCount: number | null };

/** One tenant's transaction: everything sent through it sees that tenant's rows and no other's. */
export interface Transaction {
  readonly tenant: TenantId;
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Rows<Row>>;
  /** The same, planned once per connection under `name`. */
  prepared<Row = Record<string, unknown>>(name: string, text: string, values: readonly unknown[]): Promise<Rows<Row>>;
  /** The driver's client, for what needs its protocol, such as COPY. */
  readonly client: pg.PoolClient;
}

export interface TransactionOptions {
  /** Milliseconds that one statement may take; 5,000 unless said otherwise. 0 is without bound, for background work. */
  readonly statementTimeout?: number;
  /** Aborting cancels the statement that is running in the server and starts no other; the transaction fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Reads only, and every statement the same state of the tables. Costs one round trip for each statement and none beside. */
  readonly snapshot?: boolean;
}

/** A statement of the transaction failed, and the work went on as if it had not. */
export class NothingCommitted extends Error {
  override readonly name = 'NothingCommitted';
  constructor() {
    super('A statement of this transaction failed and its error was caught inside: nothing was committed.');
  }
}

/** The only way to a connection. Logs in as the restricted roles; holds no right that a tenant's setting does not bound. */
export class Database {
  private constructor(private readonly app: pg.Pool, private readonly scoutPool: pg.Pool, private readonly cancelPool: pg.Pool, private readonly appUrl: string) {}

  /** @param adminUrl as for `migrate`; the restricted logins are derived from it
   * @param poolSize connections of this process for tenants' transactions */
  static open(adminUrl: string, { poolSize = 10, application = 'vouchsafe' }: { poolSize?: number; application?: string } = {}): Database {
    const appUrl = urlFor(adminUrl, 'vouchsafe_app');
    return new Database(openPool(appUrl, poolSize, application), openPool(urlFor(adminUrl, 'vouchsafe_scout'), 1, application), openPool(appUrl, 1, application), appUrl);
  }

  /** Runs `work` in one transaction of one tenant: commits what it did, or nothing.
   * @throws RangeError for a malformed tenant, before anything is sent; NothingCommitted if `work` hid a failure of the server; whatever `work` or the server throws */
  async withTenant<Result>(tenant: TenantId, work: (tx: Transaction) => Promise<Result>, { statementTimeout = 5_000, signal, snapshot = false }: TransactionOptions = {}): Promise<Result> {
    const setting = tenantId(tenant); // it stands inside SET LOCAL, which takes no parameters
    signal?.throwIfAborted();
    const client = await this.app.connect();
    let broken: Error | undefined;
    let notBegun: Error | undefined;
    let ended: Promise<unknown> | undefined;
    let cancelling: Promise<void> | undefined;
    let hasFailed = false;
    const cancel = () => { cancelling = this.cancel(client); };
    const ask = (query: pg.QueryConfig) => client.query(answeredWithin(query, statementTimeout));
    const send = async (query: pg.QueryConfig) => {
      signal?.throwIfAborted();
      return await ask(query).catch((error: unknown) => { hasFailed = true; throw error; }) as never;
    };
    try {
      signal?.throwIfAborted(); // while it waited for the connection
      signal?.addEventListener('abort', cancel, { once: true });
      // One message: the round trip costs more than the policy.
      const begun = ask({ text: `BEGIN${snapshot ? ' ISOLATION LEVEL REPEATABLE READ READ ONLY' : ''}; SET LOCAL app.tenant_id = '${setting}'; SET LOCAL statement_timeout = ${Math.trunc(statementTimeout)}` });
      // Who only reads sends the first question right behind it. If it fails, so does the question, or it has no tenant and finds nothing.
      if (snapshot) begun.catch((failure: Error) => { notBegun = failure; });
      else await begun;
      const result = await work({
        tenant, client,
        query: async (text, values) => send({ text, values: values as unknown[] }),
        prepared: async (name, text, values) => send({ name, text, values: values as unknown[] }),
      });
      await begun;
      signal?.throwIfAborted();
      if (snapshot) {
        if (hasFailed) throw new NothingCommitted();
        ended = ask({ text: 'COMMIT' }).catch((failure: Error) => { broken = failure; }); // nothing was written that it could lose: nobody waits for it but the connection
        return result;
      }
      const { command } = await ask({ text: 'COMMIT' });
      if (command !== 'COMMIT') throw new NothingCommitted(); // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, not with an error
      return result;
    } catch (thrown) {
      const error = orSilence(notBegun ?? thrown);
      await cancelling; // else it might strike the rollback
      if (error instanceof DatabaseIsSilent) broken = error; // it would not hear of the rollback either
      else await ask({ text: 'ROLLBACK' }).catch((failure: Error) => { broken = failure; });
      throw signal?.aborted && error instanceof pg.DatabaseError && error.code === CANCELLED ? signal.reason : error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      await cancelling; // else it might strike whoever has the connection next
      if (ended) void ended.then(() => client.release(broken));
      else client.release(broken);
    }
  }

  /** Calls a `SECURITY DEFINER` function that sets and checks its tenant by itself: one round trip, one transaction.
   * @param within milliseconds to wait for the answer, after which the connection is given up: a peer that fell silent may never say so */
  async call<Row>(name: string, text: string, values: readonly unknown[], { within }: { within?: number } = {}): Promise<Row[]> {
    const query: pg.QueryConfig & { query_timeout?: number } = { name, text, values: values as unknown[], ...(within === undefined ? {} : { query_timeout: within }) };
    return (await this.app.query(query).catch((error: unknown) => { throw orSilence(error); })).rows as Row[];
  }

  /** Which tenants have a log, and how long it is: all that background work may know of tenants it is not in. */
  async heads(): Promise<{ tenant: TenantId; position: number }[]> {
    const query = answeredWithin({ text: 'SELECT tenant_id AS tenant, position FROM log.tenant_log ORDER BY tenant_id' }, SCOUT_TIMEOUT);
    return (await this.scoutPool.query(query).catch((error: unknown) => { throw orSilence(error); })).rows as never;
  }

  /** Asks, as the scout, what background work may know of tenants it is not in: whose turn it is, and nothing of theirs. */
  async asScout<Row>(text: string): Promise<Row[]> {
    return (await this.scoutPool.query(text)).rows as Row[];
  }

  /** The secret that all processes of this installation share: at least 32 bytes. */
  async installationSecret(): Promise<string> {
    const [row] = await this.call<{ secret: string }>('installation', 'SELECT secret FROM front.installation', []);
    if (!row) throw new Error('The installation has no secret: the database was not migrated.');
    return row.secret;
  }

  /** A connection of its own for LISTEN and NOTIFY, outside any transaction. */
  sideConnection(): Promise<pg.Client> {
    return openSideConnection(this.appUrl);
  }

  async close(): Promise<void> {
    await Promise.all([this.app.end(), this.scoutPool.end(), this.cancelPool.end()]);
  }

  private async cancel(client: pg.PoolClient): Promise<void> {
    const { processID } = client as unknown as { processID: number };
    // A role may cancel its own backends only, hence the same login; a connection of its own, for the pool may have none to spare
    // just when requests take too long. Too late is no failure: the statement had ended.
    await this.cancelPool.query(answeredWithin({ text: 'SELECT pg_cancel_backend($1)', values: [processID] }, 1)).catch(() => {});
  }
}
