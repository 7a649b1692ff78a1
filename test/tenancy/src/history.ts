import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { TenantId } from '@vouchsafe/event-schema';
import { PostgresEventStore, LocalWakeups, type NewEvent } from '@vouchsafe/event-store';
import { Database } from '@vouchsafe/access';
import { knownEvents, ProjectionRunner } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';
import pg from 'pg';

const libs = fileURLToPath(new URL('../../../libs', import.meta.url));
const known = knownEvents(contexts);

const golden = new Map(readdirSync(libs, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
  const [, name, version] = /\/golden\/([^/]+)\.v(\d+)\.json$/.exec(file) ?? [];
  return name !== undefined && known.byName.get(name)?.version === Number(version) ? [[name, readFileSync(join(libs, file), 'utf8')] as const] : [];
}));

/** One event of every type that the product writes, in the order in which the contexts list them: births come before what follows from them. */
export const everyEvent = (): NewEvent[] => known.types.flatMap(({ name, version }) => {
  const text = golden.get(name);
  return text === undefined ? [] : [{ type: name, schemaVersion: version, occurredOn: '2026-03-01', data: JSON.parse(text) as unknown }];
});

const isId = (key: string): boolean => /(^id|Ids?|By|^by)$/.test(key);

/** The same event with `mark` before every text that may be anything, ids excepted: two tenants have the same ids and tell of different things. */
export const marked = (event: NewEvent, mark: string): NewEvent => {
  const { schema } = known.byName.get(event.type)!;
  const data = structuredClone(event.data);
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    const record = at as Record<string, unknown>;
    for (const [key, value] of Object.entries(record)) {
      if (typeof value !== 'string') { walk(value); continue; }
      if (isId(key)) continue;
      record[key] = `${mark}${value}`;
      if (!schema.safeParse(data).success) record[key] = value;
    }
  };
  walk(data);
  return { ...event, data };
};

/** The same event about other things: every id with `suffix` behind it. */
export const renamed = (event: NewEvent, suffix: string): NewEvent => {
  const { schema } = known.byName.get(event.type)!;
  const data = structuredClone(event.data);
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    const record = at as Record<string, unknown>;
    for (const [key, value] of Object.entries(record)) {
      if (typeof value !== 'string') { walk(value); continue; }
      if (!isId(key)) continue;
      record[key] = `${value}${suffix}`;
      if (!schema.safeParse(data).success) record[key] = value;
    }
  };
  walk(data);
  return { ...event, data };
};

export interface Folding {
  readonly database: Database;
  readonly store: PostgresEventStore;
  readonly admin: pg.Client;
  /** Folds until every read model stands at the head of every log, or is parked before it. */
  fold(): Promise<void>;
  /** Everything that lies in read models, as one tenant asks for it. */
  rowsOf(tenant: TenantId): Promise<Record<string, unknown[]>>;
  close(): Promise<void>;
}

const BEHIND = `SELECT count(*)::int AS behind FROM log.tenant_log AS l CROSS JOIN read.build AS b
  LEFT JOIN read.position AS p ON p.tenant_id = l.tenant_id AND p.projection = b.projection AND p.version = b.version AND p.build = b.build
  WHERE coalesce(p.position, 0) < l.position AND p.parked_at IS NULL`;

/** A ledger with its projector, in this process, on a database of its own. */
export const foldingOn = async (url: string): Promise<Folding> => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const database = Database.open(url, { poolSize: 4 });
  const wakeups = new LocalWakeups();
  const store = new PostgresEventStore(database, wakeups);
  const runner = new ProjectionRunner(database, store, wakeups, { projections: contexts.flatMap(({ projections }) => projections), known, poll: 50, concurrency: 3 });
  return {
    database, store, admin,
    fold: async () => {
      await runner.start();
      for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
        const { rows } = await admin.query<{ behind: number }>(BEHIND);
        // At the heads, and taken over: a report refuses to be asked of tables that are still being built.
        if (rows[0]!.behind === 0 && (await admin.query(`SELECT FROM read.build WHERE state = 'BUILDING'`)).rowCount === 0) break;
        if (Date.now() > end) throw new Error('The projector did not reach the heads of the logs.');
      }
      await runner.stop();
    },
    rowsOf: async (tenant) => {
      const { rows } = await admin.query<{ name: string }>(`SELECT 'read.' || relname AS name FROM pg_class WHERE relnamespace = 'read'::regnamespace AND relkind = 'r' AND relname <> 'build' ORDER BY 1`);
      return database.withTenant(tenant, async (tx) => {
        const all: Record<string, unknown[]> = {};
        for (const { name } of rows) all[name] = (await tx.query(`SELECT t.* FROM ${name} AS t ORDER BY t::text`)).rows; // no WHERE on purpose: the second wall alone
        return all;
      });
    },
    close: async () => {
      await runner.stop();
      await database.close();
      await admin.end();
    },
  };
};
