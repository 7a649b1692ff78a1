import { aTenant } from '@vouchsafe/event-store/testing';
import { BUCKETS, bucketInSql, bucketOf } from './bucket.js';
import { freshRelayLog, type FreshRelayLog } from './relay.fixtures.js';
import { relayStoreContract } from './relay-store-contract.fixtures.js';

const ACME = aTenant(1);

jest.setTimeout(120_000);
let log: FreshRelayLog;
beforeAll(async () => { log = await freshRelayLog(); });
beforeEach(() => log.reset());
afterAll(() => log?.close());

relayStoreContract(async () => {
  const lapse = async (owner: string) => {
    for (const table of ['lease', 'member']) await log.admin.query(`UPDATE relay.${table} SET expires_at = clock_timestamp() - interval '1 second' WHERE owner = $1`, [owner]);
  };
  return { ...log, lapse };
});

describe('in PostgreSQL', () => {
  it('a tenant is in the same bucket as here, and tenants are in all of them', async () => {
    const tenants = Array.from({ length: 2_000 }, (_, number) => aTenant(number));
    const { rows } = await log.admin.query<{ bucket: number }>(`SELECT ${bucketInSql('t')} AS bucket FROM unnest($1::uuid[]) WITH ORDINALITY AS u (t, at) ORDER BY at`, [tenants]);
    expect(rows.map(({ bucket }) => bucket)).toEqual(tenants.map(bucketOf));
    expect(new Set(tenants.map(bucketOf)).size).toBe(BUCKETS);
  });

  it('what comes next is a range scan of the log, also once it is planned for any value', async () => {
    await log.events.openLog(ACME);
    await log.append(ACME, 2_000);
    await log.admin.query('ANALYZE log.event');
    const before = await scanned();
    for (let time = 0; time < 8; time += 1) await log.store.pages([{ tenant: ACME, max: 10 }], [bucketOf(ACME)], 1_000_000);
    const { whole, ranges } = await scanned();
    expect(whole).toBe(before.whole);
    expect(ranges).toBeGreaterThanOrEqual(before.ranges + 8);
  });

  const scanned = async () => {
    await log.relayDatabase.query('flush', 'SELECT pg_stat_force_next_flush()');
    const { rows } = await log.admin.query<{ whole: string; ranges: string }>(`SELECT seq_scan AS whole, idx_scan AS ranges FROM pg_stat_user_tables WHERE relid = 'log.event'::regclass`);
    return { whole: Number(rows[0]!.whole), ranges: Number(rows[0]!.ranges) };
  };
});
