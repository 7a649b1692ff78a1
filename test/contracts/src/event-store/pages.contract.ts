import { Database } from '@vouchsafe/access';
import { LocalWakeups, PostgresEventStore } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { PATIENCE_MS } from '@vouchsafe/test-support';
import { logUnderTest } from './log-under-test.js';

const ROWS = Number(process.env['VOUCHSAFE_PLAN_ROWS'] ?? 200_000); // 10,000,000 in the long lane
const [GIANT, DWARF] = [aTenant(1_000), aTenant(1_005)]; // nine rows of ten are the giant's, which makes a scan of everything tempting
const STREAMS = 1_000; // of each tenant
const ROWS_A_PAGE = 100;

interface Node { readonly 'Node Type': string; readonly Plans?: readonly Node[]; readonly [detail: string]: unknown }
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** What a page of a log must not do, whatever the planner thinks of its values: sort, throw rows away, or touch more blocks than rows and index ask for. */
const faultsOf = (root: Node): string[] => {
  const nodes = nodesOf(root);
  const blocks = Number(root['Shared Hit Blocks']) + Number(root['Shared Read Blocks']);
  return [
    ...nodes.filter((node) => !/^(Limit|Result|Index Scan)$/.test(node['Node Type'])).map((node) => node['Node Type']),
    ...nodes.filter((node) => Number(node['Rows Removed by Filter'] ?? 0) > 0).map((node) => `${String(node['Rows Removed by Filter'])} rows thrown away`),
    ...(blocks > 3 * ROWS_A_PAGE ? [`${blocks} blocks`] : []),
    ...(JSON.stringify(root).includes('current_setting(\'app.tenant_id\'') ? [] : ['no row security']),
  ];
};

/** Pages are read by ranges of an index: as the server itself plans them after six runs, and however else it may be made to. */
export const pages = (server: () => string | undefined): void => describe(`pages of a log among ${ROWS.toLocaleString('en')} rows`, () => {
  const under = logUnderTest(server);
  let one: Database; // of one connection, so that all runs meet on it
  const read = (store: PostgresEventStore, tenant: typeof GIANT, length: number) => [
    () => store.read(tenant, { after: length / 2, max: ROWS_A_PAGE }),
    () => store.readBackwards(tenant, { before: length / 2, max: ROWS_A_PAGE }),
    () => store.readProven(tenant, { after: length / 2, max: ROWS_A_PAGE }),
    () => store.readStream(tenant, 's7'),
    () => store.readProven(tenant, { after: 0, max: ROWS_A_PAGE, stream: 's7' }),
  ];
  const lengths = [[GIANT, ROWS * 0.9], [DWARF, ROWS * 0.005]] as const;

  beforeAll(async () => {
    await under.log.admin.query(`SET session_replication_role = replica`);
    const rowsOf = (tenants: string, length: number) => `
      INSERT INTO log.event SELECT ('00000000-0000-4000-8000-' || lpad(t::text, 12, '0'))::uuid, p, 's' || p % ${STREAMS}, 1 + p / ${STREAMS}, 'T', 1, '{"a":"usual event"}', '2026-01-01', now(), 'system:spec', 'k', 'c', NULL, '\\x00', '\\x00'
        FROM generate_series(1, ${length}) AS p, ${tenants} AS t`;
    await under.log.admin.query(rowsOf('generate_series(1000, 1000)', lengths[0][1]));
    await under.log.admin.query(rowsOf('generate_series(1001, 1020)', lengths[1][1]));
    await under.log.admin.query('VACUUM ANALYZE log.event');
    one = Database.open(under.log.url, { poolSize: 1 });
    const store = new PostgresEventStore(one, new LocalWakeups());
    for (const [tenant, length] of lengths) for (let run = 0; run < 7; run += 1) for (const page of read(store, tenant, length)) expect((await page()).length).toBeGreaterThan(0);
  }, PATIENCE_MS + ROWS / 5);
  afterAll(() => one?.close());

  /** By the name of the prepared statement. */
  const plans = (tenant: typeof GIANT, length: number, mode: string) => one.withTenant(tenant, async (tx) => {
    await tx.query(`SET LOCAL plan_cache_mode = ${mode}`);
    const explain = async (statement: string) => (await tx.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement}`)).rows[0]!['QUERY PLAN'][0]!.Plan;
    const values: Record<string, readonly (string | number)[]> = {
      'log-read': [length / 2, Number.MAX_SAFE_INTEGER, ROWS_A_PAGE], 'log-read-backwards': [length / 2, ROWS_A_PAGE], 'log-read-proven': [length / 2, ROWS_A_PAGE],
      'log-read-stream': [`'s7'`, Math.max(0, length / STREAMS - ROWS_A_PAGE), 'NULL'], 'log-read-proven-stream': [0, ROWS_A_PAGE, `'s7'`],
    };
    const found: Record<string, Node> = {};
    for (const [name, rest] of Object.entries(values)) found[name] = await explain(`EXECUTE "${name}" (${[`'${tenant}'`, ...rest].join(', ')})`);
    return { found, byTime: await explain(`SELECT * FROM log.event WHERE tenant_id = '${tenant}' ORDER BY recorded_at DESC LIMIT ${ROWS_A_PAGE}`) };
  }, { statementTimeout: 0 });

  it.each(['auto', 'force_generic_plan', 'force_custom_plan'])('are ranges of an index: %s', async (mode) => {
    for (const [tenant, length] of lengths) {
      const { found } = await plans(tenant, length, mode);
      expect(Object.entries(found).map(([name, plan]) => [name, faultsOf(plan)])).toEqual(Object.keys(found).map((name) => [name, []]));
      for (const plan of Object.values(found)) expect(Number(plan['Actual Rows'])).toBeGreaterThan(0);
    }
  }, PATIENCE_MS);

  it('would be found out if they were not: by time there is no index', async () => {
    const { byTime } = await plans(GIANT, lengths[0][1], 'auto');
    expect(faultsOf(byTime).join()).toMatch(/Sort.*blocks/);
  }, PATIENCE_MS);
});
