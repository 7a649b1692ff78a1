import type pg from 'pg';
import { urlFor } from './credentials.js';
import { openPool, openSideConnection } from './pool.js';

const GIVEN_UP_AFTER = 12_000; // the server ends a statement of this login after 10 s; this is for a server that no longer answers at all

/** The relay's way to the database. Its login reads the logs of all tenants, keeps the relay's own marks and leases, and may nothing else.
 * Every statement is a transaction of its own: none is ever open while something else is waited for. */
export class RelayDatabase {
  private constructor(private readonly pool: pg.Pool, private readonly url: string) {}

  /** @param adminUrl as for `migrate`; the login is derived from it */
  static open(adminUrl: string, { poolSize = 3, application = 'vouchsafe relay' }: { poolSize?: number; application?: string } = {}): RelayDatabase {
    const url = urlFor(adminUrl, 'vouchsafe_relay');
    return new RelayDatabase(openPool(url, poolSize, application), url);
  }

  /** One statement, planned once per connection under `name`. */
  async query<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const statement = { name, text, values: values as unknown[], query_timeout: GIVEN_UP_AFTER }; // the last is not among the types of the driver
    return (await this.pool.query(statement)).rows as Row[];
  }

  sideConnection(): Promise<pg.Client> {
    return openSideConnection(this.url);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
