import { A, B, fill } from './attempts.js';
import { catalogFindings } from './catalog.js';
import { callFindings, matrixFindings } from './matrix.js';
import { productDatabase, type ProductDatabase } from './product-database.js';

// The suites beside this one say "nothing found". Here each wall is damaged on purpose, and they must say what.

let product: ProductDatabase;
beforeAll(async () => {
  product = await productDatabase({ rebuilding: false });
  await fill(product.admin);
  const { rows } = await product.admin.query<{ name: string }>(`SELECT n.nspname || '.' || c.relname AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'read' AND c.relkind = 'r' AND c.relrowsecurity AND c.relname <> 'position' ORDER BY 1 LIMIT 1`);
  readModel = rows[0]!.name;
}, 120_000);
afterAll(() => product?.drop());

let readModel: string;
const TENANT = `tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`;

/** What the catalog suite says while `damage` is done. */
const catalogSays = async (damage: string): Promise<string[]> => {
  await product.admin.query('BEGIN');
  try {
    await product.admin.query(damage.replaceAll('READ_MODEL', readModel));
    return await catalogFindings(product.admin);
  } finally {
    await product.admin.query('ROLLBACK');
  }
};

describe('the catalog suite', () => {
  it('finds nothing while nothing is damaged', async () => expect(await catalogSays('')).toEqual([]));

  it.each([
    ['a policy dropped', 'DROP POLICY tenant ON READ_MODEL', /READ_MODEL lacks the policy of the tenant/],
    ['a policy that lets everybody read', 'DROP POLICY tenant ON log.event; CREATE POLICY tenant ON log.event USING (true)', /log\.event lacks the policy of the tenant/],
    ['a policy without nullif', `DROP POLICY tenant ON log.event; CREATE POLICY tenant ON log.event USING (tenant_id = current_setting('app.tenant_id')::uuid)`, /log\.event lacks the policy of the tenant/],
    ['a policy that checks no writes', `DROP POLICY tenant ON front.key; CREATE POLICY tenant ON front.key USING (${TENANT}) WITH CHECK (true)`, /front\.key lacks the policy of the tenant/],
    ['a second policy beside it', 'CREATE POLICY support ON log.event FOR SELECT TO vouchsafe_app USING (true)', /on no list: support on log\.event for r to vouchsafe_app/],
    ['the scout let further', 'CREATE POLICY scout ON log.event FOR SELECT TO vouchsafe_scout USING (true)', /on no list: scout on log\.event/],
    ['the relay let further', 'CREATE POLICY relay ON log.request FOR SELECT TO vouchsafe_relay USING (true)', /on no list: relay on log\.request for r to vouchsafe_relay/],
    ['a log that the relay may write', 'GRANT UPDATE ON log.tenant_log TO vouchsafe_relay', /vouchsafe_relay holds UPDATE on log\.tenant_log/],
    ['FORCE taken off', 'ALTER TABLE READ_MODEL NO FORCE ROW LEVEL SECURITY', /READ_MODEL does not force row security/],
    ['row security taken off', 'ALTER TABLE log.request DISABLE ROW LEVEL SECURITY', /log\.request has no row security/],
    ['a table forgotten', 'CREATE TABLE read.forgotten (tenant_id uuid NOT NULL PRIMARY KEY)', /read\.forgotten has no row security[^]*read\.forgotten lacks the policy/],
    ['a table without tenant', 'CREATE TABLE read.everybody (id uuid PRIMARY KEY)', /read\.everybody has no tenant_id/],
    ['a tenant that may be missing', 'ALTER TABLE read.position DROP CONSTRAINT position_pkey; ALTER TABLE read.position ALTER tenant_id DROP NOT NULL', /read\.position\.tenant_id is not a uuid that is NOT NULL/],
    ['the log writable', 'GRANT INSERT ON log.event TO vouchsafe_app', /vouchsafe_app holds INSERT on log\.event/],
    ['a table that may be emptied', 'GRANT TRUNCATE ON READ_MODEL TO vouchsafe_app', /vouchsafe_app holds TRUNCATE on READ_MODEL/],
    ['a payload for the scout', 'GRANT SELECT (data) ON log.event TO vouchsafe_scout', /a column is granted: vouchsafe_scout SELECT log\.event\.data/],
    ['a grant to everybody', 'GRANT SELECT ON READ_MODEL TO PUBLIC', /READ_MODEL: SELECT to everybody/],
    ['a grant that may be passed on', 'GRANT SELECT ON READ_MODEL TO vouchsafe_app WITH GRANT OPTION', /may pass it on/],
    ['a new function, callable by everybody', `CREATE FUNCTION read.peek() RETURNS bigint LANGUAGE sql SET search_path = '' AS 'SELECT count(*) FROM log.event'`, /function read\.peek: EXECUTE to everybody/],
    ['a function with rights of its own', `CREATE FUNCTION read.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT count(*) FROM log.event'`, /read\.peek runs with the rights of its owner and is not on the list/],
    ['a search path let loose', 'ALTER FUNCTION front.resolve(text, text) RESET search_path', /front\.resolve does not pin its search path/],
    ['a leakproof promise', 'ALTER FUNCTION log.position_at(uuid, timestamptz) LEAKPROOF', /log\.position_at claims to be leakproof/],
    ['a view', 'CREATE VIEW read.everything AS SELECT * FROM log.event', /read\.everything runs with the rights of its owner/],
    ['a materialized view', 'CREATE MATERIALIZED VIEW read.everything AS SELECT * FROM log.event', /read\.everything is materialized/],
    ['a key over all tenants', 'CREATE UNIQUE INDEX ON front.key (kind, key, tenant_id)', /does not begin with the tenant/],
    ['a reference across tenants', `ALTER TABLE READ_MODEL ADD COLUMN far uuid REFERENCES log.tenant_log`, /may refer to a row of another tenant/],
    ['the trigger switched off', 'ALTER TABLE log.event DISABLE TRIGGER append_only', /log\.event does not refuse UPDATE/],
    ['a table of the login', 'CREATE TABLE read.mine (tenant_id uuid PRIMARY KEY); ALTER TABLE read.mine OWNER TO vouchsafe_app', /vouchsafe_app owns/],
    ['a sequence', 'CREATE SEQUENCE read.numbers', /sequence read\.numbers/],
    ['an identity column', 'ALTER TABLE READ_MODEL ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY', /identity column/],
    ['an enum', `CREATE TYPE read.colour AS ENUM ('red')`, /enum read\.colour/],
    ['a tenant for the whole session', `CREATE FUNCTION read.enter() RETURNS text LANGUAGE sql SET search_path = '' AS 'SELECT set_config(''app.tenant_id'', ''x'', false)'`, /read\.enter uses set_config/],
  ])('finds %s', async (_, damage, finding) =>
    expect((await catalogSays(damage)).join('\n')).toMatch(new RegExp(finding.source.replaceAll('READ_MODEL', readModel.replace('.', '\\.')))));
});

describe('the matrix', () => {
  /** What it says of one table while `damage` is done to it; `repair` takes it back. */
  const says = async (table: string, damage: string, repair: string): Promise<string[]> => {
    await product.admin.query(damage);
    try {
      return (await matrixFindings(product.url, product.admin, { only: table })).findings;
    } finally {
      await product.admin.query(repair);
    }
  };
  const refill = (table: string): string => `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept`;
  const withKept = async (table: string, damage: string, repair: string): Promise<string> => {
    await product.admin.query(`DROP TABLE IF EXISTS kept; CREATE TEMPORARY TABLE kept AS SELECT * FROM ${table}`);
    return (await says(table, damage, `${repair}; ${refill(table)}`)).join('\n');
  };

  it('finds nothing while nothing is damaged', async () => expect(await withKept(readModel, 'SELECT 1', 'SELECT 1')).toBe(''));

  it('finds what a policy that admits everybody lets through', async () => {
    const found = await withKept(readModel, `CREATE POLICY wide ON ${readModel} USING (true)`, `DROP POLICY wide ON ${readModel}`);
    expect(found).toMatch(/vouchsafe_app as tenant B: SELECT on/);
    expect(found).toMatch(/vouchsafe_app as no tenant: SELECT on/);
    expect(found).toMatch(/vouchsafe_app as the empty tenant: DELETE on/);
    expect(found).toMatch(/vouchsafe_app as tenant B: MERGE that deletes on/);
    expect(found).toMatch(/vouchsafe_app as tenant B: COPY TO on/);
    expect(found).toMatch(/bytes of A changed in/);
  });

  it('finds what row security let through while it was off', async () =>
    expect(await withKept(readModel, `ALTER TABLE ${readModel} DISABLE ROW LEVEL SECURITY`, `ALTER TABLE ${readModel} ENABLE ROW LEVEL SECURITY`)).toMatch(/as tenant B: UPDATE that gives on/));

  it('finds a write that a policy does not check', async () => {
    const repair = `DROP POLICY tenant ON ${readModel}; CREATE POLICY tenant ON ${readModel} USING (${TENANT}) WITH CHECK (${TENANT})`;
    const found = await withKept(readModel, `DROP POLICY tenant ON ${readModel}; CREATE POLICY tenant ON ${readModel} USING (${TENANT}) WITH CHECK (true)`, repair);
    expect(found).toMatch(/as tenant B: (INSERT|UPDATE that gives) on/);
  });

  it('finds the right to empty a table', async () =>
    expect(await withKept('log.request', 'GRANT TRUNCATE ON log.request TO vouchsafe_app', 'REVOKE TRUNCATE ON log.request FROM vouchsafe_app')).toMatch(/as no tenant: TRUNCATE on log\.request/));

  it('finds more for the scout than the two columns', async () =>
    expect(await withKept('log.tenant_log', 'GRANT SELECT (chain) ON log.tenant_log TO vouchsafe_scout', 'REVOKE SELECT (chain) ON log.tenant_log FROM vouchsafe_scout'))
      .toMatch(/vouchsafe_scout as no tenant: SELECT chain on log\.tenant_log/));

  it('finds more for the relay than the logs', async () =>
    expect(await withKept(readModel, `GRANT SELECT ON ${readModel} TO vouchsafe_relay; GRANT USAGE ON SCHEMA read TO vouchsafe_relay; CREATE POLICY wide ON ${readModel} TO vouchsafe_relay USING (true)`,
      `DROP POLICY wide ON ${readModel}; REVOKE USAGE ON SCHEMA read FROM vouchsafe_relay; REVOKE SELECT ON ${readModel} FROM vouchsafe_relay`)).toMatch(/vouchsafe_relay as no tenant: SELECT on/));

  it('finds a function that takes any tenant it is told', async () => {
    const loose = `CREATE FUNCTION log.enter_kept() RETURNS void LANGUAGE sql SET search_path = '' AS 'SELECT'`;
    await product.admin.query(`${loose}; ALTER FUNCTION log.enter(uuid) RENAME TO enter_strict;
      CREATE FUNCTION log.enter(p_tenant uuid) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$ BEGIN EXECUTE format('SET LOCAL app.tenant_id = %L', p_tenant); END $$`);
    try {
      const found = (await callFindings(product.url, product.admin)).join('\n');
      expect(found).toMatch(/vouchsafe_app as tenant B: log\.append: 1 rows instead of 42501/);
      expect(found).toMatch(/vouchsafe_app may call log\.enter_kept, and nobody wrote down/);
    } finally {
      await product.admin.query('DROP FUNCTION log.enter(uuid); ALTER FUNCTION log.enter_strict(uuid) RENAME TO enter; DROP FUNCTION log.enter_kept()');
    }
  });

  it('stands on rows of A and of B', async () => {
    const { rows } = await product.admin.query<{ tenant: string }>(`SELECT tenant_id AS tenant FROM ${readModel} ORDER BY 1`);
    expect(rows.map(({ tenant }) => tenant)).toEqual([A, B]);
  });
});
