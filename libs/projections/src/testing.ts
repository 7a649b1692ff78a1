import { Database, migrate } from '@vouchsafe/access';
import { eventStoreMigrations, LocalWakeups, PostgresEventStore } from '@vouchsafe/event-store';
import { tenantId, type AnyEvent, type EventCatalogue, type IsoDate, type TenantId } from '@vouchsafe/event-schema';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import pg from 'pg';
import type { Projection } from './projection.js';
import { apply, readable, readMark } from './runner/apply.js';
import { currentBuilds } from './runner/builds.js';
import { prepareReadModels, projectionsMigrations } from './schema/prepare-read-models.js';

/** An event of a spec, with those of its circumstances that matter there. */
export type SpecEvent = AnyEvent & { readonly occurredOn?: IsoDate; readonly actor?: `person:${string}`; readonly stream?: string; readonly recordedAt?: string };

/** A database of its own with a log and read models. `admin` is a superuser, who sees all rows. */
export const freshReadModels = async (projections: readonly Projection[], open: { poolSize?: number } = {}) => {
  const fresh = await freshDatabase({ empty: true });
  await migrate(fresh.url, [...eventStoreMigrations, ...projectionsMigrations]);
  await prepareReadModels(fresh.url, projections);
  const admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  const database = Database.open(fresh.url, open);
  const wakeups = new LocalWakeups();
  const close = async () => {
    await database.close();
    await admin.end();
    await fresh.drop();
  };
  return { url: fresh.url, admin, database, wakeups, store: new PostgresEventStore(database, wakeups), close };
};
export type FreshReadModels = Awaited<ReturnType<typeof freshReadModels>>;

/** A table's rows of one tenant as texts, in the order of its key, without the tenant: equal texts are equal tables. */
export const rowTexts = async (admin: pg.Client, tenant: TenantId, table: string): Promise<string[]> => {
  const { rows: [key] } = await admin.query<{ columns: string }>(
    `SELECT string_agg('t.' || quote_ident(a.attname), ', ' ORDER BY k.at) AS columns
       FROM pg_index AS i CROSS JOIN unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, at) JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indrelid = $1::regclass AND i.indisprimary`, [table]);
  return (await admin.query<{ row: string }>(`SELECT (to_jsonb(t) - 'tenant_id')::text AS row FROM ${table} AS t WHERE t.tenant_id = $1 ORDER BY ${key!.columns}`, [tenant])).rows.map(({ row }) => row);
};

const camelCase = (row: object): object => Object.fromEntries(Object.entries(row).map(([column, value]) => [column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value as unknown]));

let shared: Promise<FreshReadModels> | undefined;
let tenants = 0;
let requests = 0;
if (typeof afterAll === 'function') afterAll(async () => (await shared)?.close());

/** Folds events on a real PostgreSQL, each time from the beginning, cut into batches of each size, and asks what is left in the tables.
 * The rows must be the same, to the byte, for every cut.
 * @example await folding(commitmentOverview, aCommitmentMade(), anActionRecorded()).inBatchesOf(1, 2, 3).leaves({ recorded: 1 }) */
export const folding = (projection: Projection, ...events: readonly SpecEvent[]) => ({
  inBatchesOf: (...sizes: readonly [number, ...number[]]) => {
    /** Exactly these rows in a table of the projection, each with at least the properties given, in the order of its key. */
    const leavesIn = async (table: string, ...rows: readonly object[]): Promise<void> => {
      const { admin, database, store, url } = await (shared ??= freshReadModels([]));
      await prepareReadModels(url, [projection]);
      const [build] = await currentBuilds(database, [projection]);
      const cuts: string[][] = [];
      for (const size of sizes) {
        const tenant = tenantId(`00000000-0000-4000-8000-${String((tenants += 1)).padStart(12, '0')}`);
        await store.openLog(tenant, { sample: true });
        for (const { type, data, stream = 'spec', occurredOn = '2026-03-01', actor = 'person:spec', recordedAt } of events) {
          await store.append(tenant, {
            requestKey: `request-${(requests += 1)}`, actor, correlation: 'spec', ...(recordedAt === undefined ? {} : { recordedAt }),
            writes: [{ stream, expected: 'any', events: [{ type, data, occurredOn, schemaVersion: projection.reads.byName.get(type)?.version ?? 1 }] }],
          });
        }
        await readMark(database, tenant, build!);
        for (let at = 0; at < events.length; at += size) {
          const page = await store.read(tenant, { after: at, max: size });
          await apply(database, tenant, build!, { from: at, to: page.at(-1)!.position }, readable(build!, knowing(events), page));
        }
        cuts.push(await rowTexts(admin, tenant, `read.${projection.tables[table]}`));
      }
      for (const cut of cuts) expect(cut).toEqual(cuts[0]);
      const left = cuts[0]!.map((row) => camelCase(JSON.parse(row) as object));
      expect(left).toEqual(rows.map((row) => expect.objectContaining(row) as unknown));
    };
    return { leaves: (...rows: readonly object[]) => leavesIn(Object.keys(projection.tables)[0]!, ...rows), leavesIn };
  },
});

/** Types that the projection does not read must pass it: here, whatever the spec names. */
const knowing = (events: readonly AnyEvent[]): EventCatalogue =>
  ({ types: [], byName: new Map(events.map(({ type }) => [type, undefined as never])) });
