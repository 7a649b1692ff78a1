import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import type pg from 'pg';
import { urlFor } from './credentials.js';
import { openPool } from './pool.js';

/** Leadership's way to the database. Its login reads schema `release`, one tenant's rows at a time, and nothing else: no row about a person is within reach
 * of a query that goes this way, whatever is wrong with the query. */
export class ReleaseDatabase {
  private constructor(private readonly pool: pg.Pool) {}

  /** @param adminUrl as for `migrate`; the login is derived from it */
  static open(adminUrl: string, { poolSize = 3, application = 'vouchsafe releases' }: { poolSize?: number; application?: string } = {}): ReleaseDatabase {
    return new ReleaseDatabase(openPool(urlFor(adminUrl, 'vouchsafe_reporter'), poolSize, application));
  }

  /** One question in a transaction of its own, of one tenant.
   * @throws RangeError for a malformed tenant, before anything is sent */
  async query<Row>(tenant: TenantId, text: string, values: readonly unknown[]): Promise<Row[]> {
    const setting = tenantId(tenant); // it stands inside SET LOCAL, which takes no parameters
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN READ ONLY; SET LOCAL app.tenant_id = '${setting}'`);
      const { rows } = await client.query(text, values as unknown[]);
      await client.query('COMMIT');
      return rows as Row[];
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => { broken = failure; });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
