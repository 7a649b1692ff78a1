import { setTimeout as sleep } from 'node:timers/promises';
import type { Effect, Sample, Seen } from '../history/history.js';
import type { Field } from './field.js';

/** Everything that the logs hold, read past the product. */
export const readLog = ({ ask }: Field): Promise<Seen[]> => ask<Seen>(
  `SELECT tenant_id AS tenant, position::int, stream, version::int, request_key AS key, encode(digest, 'hex') AS digest FROM log.event ORDER BY tenant_id, position`);

/** Which tenant stands behind a handle. */
export const tenantsOf = async ({ organizations, ask }: Field): Promise<Map<string, string>> => {
  const rows = await ask<{ tenant: string; correlation: string; stream: string }>(`SELECT DISTINCT tenant_id AS tenant, stream FROM log.event WHERE stream LIKE 'commitment-%'`);
  return new Map(organizations.map(({ handle, commitmentId }) => [handle, rows.find(({ stream }) => stream === `commitment-${commitmentId}`)!.tenant]));
};

const POSITIONS = `SELECT p.projection AS consumer, p.tenant_id AS tenant, p.position::int FROM read.position AS p JOIN read.build AS b USING (projection, version, build) WHERE b.state = 'LIVE'`;

/** Looks how far every projection has come, until it is told to stop. */
export const watchPositions = ({ ask }: Field): { stop(): Promise<Sample[]> } => {
  const samples: Sample[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const rows = await ask<Omit<Sample, 't'>>(POSITIONS).catch(() => []); // PostgreSQL may be what fails
      for (const row of rows) samples.push({ t: performance.now(), ...row });
      await sleep(250);
    }
  })();
  return { stop: async () => { isOver = true; await watching; return samples; } };
};

/** Waits until every projection of every tenant stands where the logs ended when it was asked. @returns how long that took, in milliseconds; null if it did not happen in time */
export const caughtUp = async ({ ask }: Field, within: number): Promise<number | null> => {
  const from = performance.now();
  let heads: { tenant: string; position: number }[] | undefined;
  while (performance.now() - from < within) {
    heads ??= await ask<{ tenant: string; position: number }>('SELECT tenant_id AS tenant, position::int FROM log.tenant_log').catch(() => undefined);
    const behind = heads && await ask<{ behind: number }>(
      `SELECT count(*)::int AS behind FROM (${POSITIONS}) AS p JOIN unnest($1::uuid[], $2::int[]) AS l (tenant, position) ON l.tenant = p.tenant AND l.position > p.position`,
      [heads.map(({ tenant }) => tenant), heads.map(({ position }) => position)]).catch(() => undefined);
    if (behind?.[0]?.behind === 0) return performance.now() - from;
    await sleep(100);
  }
  return null;
};

/** What the facts of the programmes hold: the actions that are believed, by the keys under which they were recorded. */
export const readEffects = async (field: Field): Promise<Effect[]> => {
  const table = await factsTable(field);
  const positions = await field.ask<{ tenant: string; position: number }>(`SELECT tenant, position FROM (${POSITIONS}) AS p WHERE consumer = 'program-facts'`);
  const rows = await field.ask<{ tenant: string; value: string }>(
    `SELECT f.tenant_id AS tenant, e.request_key AS value FROM ${table} AS f
       JOIN log.event AS e ON e.tenant_id = f.tenant_id AND e.type = 'AdvocacyActionRecorded' AND e.data->>'actionId' = f.action_id WHERE f.known_to IS NULL`);
  return positions.map(({ tenant, position }) => ({ consumer: 'program-facts', tenant, position, values: rows.filter((row) => row.tenant === tenant).map(({ value }) => value) }));
};

/** The table of the facts that `readEffects` reads. @param suffix of a build that is not live yet */
export const factsTable = async ({ ask }: Field, suffix = ''): Promise<string> => {
  const [build] = await ask<{ version: number }>(`SELECT version FROM read.build WHERE projection = 'program-facts' AND state = 'LIVE'`);
  return `read.advocacy_fact_v${build!.version}${suffix}`;
};

/** While `work` goes on, each write of rows to a table of read models first does this: a fold that fails, or takes its time. */
export const withTrigger = async ({ ask }: Field, table: string, { each, does }: { each: 'ROW' | 'STATEMENT'; does: string }, work: () => Promise<void>): Promise<void> => {
  await ask(`CREATE FUNCTION read.ill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${does} RETURN NEW; END $$; CREATE TRIGGER ill BEFORE INSERT ON ${table} FOR EACH ${each} EXECUTE FUNCTION read.ill()`);
  try {
    await work();
  } finally {
    await ask('DROP FUNCTION read.ill() CASCADE');
  }
};

/** Whether somebody is in the middle of such a write, and sleeps there. */
export const sleepsIn = async ({ ask }: Field, table: string): Promise<boolean> =>
  (await ask(`SELECT FROM pg_stat_activity WHERE query LIKE '%' || $1 || '%' AND wait_event = 'PgSleep' AND pid <> pg_backend_pid()`, [table.replace('read.', '')])).length > 0;
