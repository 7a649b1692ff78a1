import { sqlMigration } from '@vouchsafe/access';
import pg from 'pg';
import type { Projection } from '../projection.js';
import { suffixOf } from '../runner/builds.js';

export const projectionsMigrations = [
  sqlMigration('Read', 1_763_800_000_010, new URL('./read.sql', import.meta.url)),
  sqlMigration('PositionChain', 1_763_840_000_000, new URL('./position-chain.sql', import.meta.url)),
] as const;

const protect = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON ${table}
    USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO vouchsafe_app;`;

const createTables = (projection: Projection, suffix: string): string =>
  [projection.createTables(suffix), ...Object.values(projection.tables).map((table) => protect(`read.${table}${suffix}`))].join('\n');

const asOwner = async <Result>(adminUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('BEGIN; SET LOCAL ROLE vouchsafe_owner; LOCK TABLE read.build IN ACCESS EXCLUSIVE MODE');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
};

/** Makes the tables of every projection version that has none yet, walled like all tenant tables. They fill when a runner starts. */
export const prepareReadModels = async (adminUrl: string, projections: readonly Projection[]): Promise<void> =>
  asOwner(adminUrl, async (client) => {
    for (const projection of projections) {
      const { rowCount } = await client.query('SELECT FROM read.build WHERE projection = $1 AND version = $2', [projection.name, projection.version]);
      if (rowCount) continue;
      await client.query(createTables(projection, ''));
      await client.query(`INSERT INTO read.build VALUES ($1, $2, 1, 'BUILDING')`, [projection.name, projection.version]);
    }
  });

/** Begins to fold a projection anew, beside the tables that queries go on reading. The runners do the rest and switch when it has caught up.
 * @returns false if a build is under way already */
export const beginRebuild = async (adminUrl: string, projection: Projection): Promise<boolean> =>
  asOwner(adminUrl, async (client) => {
    const { rows } = await client.query<{ build: number; state: string }>('SELECT build, state FROM read.build WHERE projection = $1 AND version = $2 ORDER BY build', [projection.name, projection.version]);
    if (rows.some(({ state }) => state === 'BUILDING')) return false;
    const build = (rows.at(-1)?.build ?? 0) + 1;
    await client.query(createTables(projection, suffixOf(build)));
    await client.query(`INSERT INTO read.build VALUES ($1, $2, $3, 'BUILDING')`, [projection.name, projection.version, build]);
    return true;
  });
