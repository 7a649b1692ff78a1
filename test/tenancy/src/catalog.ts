import type { Client } from 'pg';

// What the catalog must say of a migrated database. Every check answers what it found wrong, as sentences; nothing is right.

/** Tables that hold nothing of any tenant. Whatever is not named here needs tenant_id. */
export const WITHOUT_TENANT = ['front.installation', 'public.vouchsafe_migration', 'react.policy', 'read.build', 'relay.lease', 'relay.member'];
/** Functions that run with their owner's rights. */
export const DEFINERS = ['front.resolve', 'log.append', 'log.open_log', 'react.register', 'react.tenants_due', 'read.switch_to'];
/** Policies other than that of the tenant: name, table, command, role. */
const OTHER_POLICIES = [
  'front on front.key for r to vouchsafe_front', 'scout on log.tenant_log for r to vouchsafe_scout', 'switch on read.position for * to vouchsafe_owner',
  'due on react.alarm for r to vouchsafe_owner', 'due on react.reaction for r to vouchsafe_owner',
  'relay on log.event for r to vouchsafe_relay', 'relay on log.tenant_log for r to vouchsafe_relay', 'relay on relay.mark for * to vouchsafe_relay',
];
const THE_TENANTS = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;
const ROLES = `('vouchsafe_owner', 'vouchsafe_log_writer', 'vouchsafe_front', 'vouchsafe_app', 'vouchsafe_scout', 'vouchsafe_relay', 'vouchsafe_reporter')`;

/** Privileges on tables that somebody other than the owner may hold: what is not matched here is too much. */
const GRANTS: readonly [role: string, table: RegExp, privileges: readonly string[]][] = [
  ['vouchsafe_app', /^log\./, ['SELECT']],
  ['vouchsafe_app', /^(read\.build|front\.installation)$/, ['SELECT']],
  ['vouchsafe_reporter', /^release\./, ['SELECT']],
  ['vouchsafe_app', /^release\./, ['INSERT']],
  ['vouchsafe_app', /^(?!log\.|public\.|relay\.|release\.|read\.build$|front\.installation$)/, ['SELECT', 'INSERT', 'UPDATE', 'DELETE']],
  ['vouchsafe_front', /^front\.key$/, ['SELECT']],
  ['vouchsafe_relay', /^log\.(event|tenant_log)$/, ['SELECT']],
  ['vouchsafe_relay', /^relay\.mark$/, ['SELECT', 'INSERT', 'UPDATE']],
  ['vouchsafe_relay', /^relay\.lease$/, ['SELECT', 'UPDATE']],
  ['vouchsafe_relay', /^relay\.member$/, ['SELECT', 'INSERT', 'UPDATE', 'DELETE']],
  ['vouchsafe_log_writer', /^log\./, ['SELECT']],
  ['vouchsafe_log_writer', /^log\.(event|request)$/, ['INSERT']],
  ['vouchsafe_log_writer', /^log\.(stream|tenant_log)$/, ['INSERT', 'UPDATE']],
];
const COLUMN_GRANTS = ['vouchsafe_scout SELECT log.tenant_log.position', 'vouchsafe_scout SELECT log.tenant_log.tenant_id'];

const OURS = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
const TABLES = `SELECT c.oid, n.nspname || '.' || c.relname AS name, c.relrowsecurity, c.relforcerowsecurity, t.attnum AS tenant, t.atttypid, t.attnotnull
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_attribute AS t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
  WHERE c.relkind IN ('r', 'p', 'f') AND ${OURS}`;

type Check = (admin: Client) => Promise<string[]>;
const asking = (sql: string): Check => async (admin) => (await admin.query<{ finding: string }>(sql)).rows.map(({ finding }) => finding);

export const catalogChecks: Record<string, Check> = {
  'a login is nobody special and owns nothing': asking(`
    SELECT rolname || ' may ' || attribute AS finding FROM pg_roles AS r
      CROSS JOIN LATERAL (VALUES ('be superuser', rolsuper), ('bypass row security', rolbypassrls), ('create roles', rolcreaterole), ('create databases', rolcreatedb),
        ('replicate', rolreplication), ('log in', rolcanlogin AND rolname NOT IN ('vouchsafe_app', 'vouchsafe_scout', 'vouchsafe_relay', 'vouchsafe_reporter'))) AS may (attribute, granted)
      WHERE rolname ~ '^vouchsafe_' AND granted
    UNION ALL SELECT rolname || ' is a role that nobody wrote down' FROM pg_roles WHERE rolname ~ '^vouchsafe_' AND rolname NOT IN ${ROLES}
    UNION ALL SELECT m.rolname || ' is a member of ' || g.rolname FROM pg_auth_members AS a JOIN pg_roles AS m ON m.oid = a.member JOIN pg_roles AS g ON g.oid = a.roleid
      WHERE m.rolname ~ '^vouchsafe_' AND (m.rolname, g.rolname) NOT IN (('vouchsafe_owner', 'vouchsafe_log_writer'), ('vouchsafe_owner', 'vouchsafe_front'))
    UNION ALL SELECT r.rolname || ' owns ' || d.classid::regclass || ' ' || d.objid FROM pg_shdepend AS d JOIN pg_roles AS r ON r.oid = d.refobjid
      WHERE d.deptype = 'o' AND d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND r.rolname IN ('vouchsafe_app', 'vouchsafe_scout', 'vouchsafe_relay', 'vouchsafe_reporter')
    UNION ALL SELECT r.rolname || ' owns more than its functions: ' || d.classid::regclass || ' ' || d.objid FROM pg_shdepend AS d JOIN pg_roles AS r ON r.oid = d.refobjid
      WHERE d.deptype = 'o' AND d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND r.rolname IN ('vouchsafe_log_writer', 'vouchsafe_front') AND d.classid <> 'pg_proc'::regclass`),

  'a table has a tenant, or is on the list': async (admin) => {
    const { rows } = await admin.query<{ name: string; tenant: number | null }>(`SELECT name, tenant FROM (${TABLES}) AS t`);
    return [
      ...rows.filter(({ name, tenant }) => tenant === null && !WITHOUT_TENANT.includes(name)).map(({ name }) => `${name} has no tenant_id`),
      ...WITHOUT_TENANT.filter((listed) => !rows.some(({ name, tenant }) => name === listed && tenant === null)).map((name) => `${name} is on the list of tables without tenant, and need not be`),
    ];
  },

  'a tenant is a uuid, and never missing': asking(`SELECT name || '.tenant_id is not a uuid that is NOT NULL' AS finding FROM (${TABLES}) AS t WHERE tenant IS NOT NULL AND NOT (atttypid = 'uuid'::regtype AND attnotnull)`),

  'row security is on, for owners too': asking(`
    SELECT name || ' has no row security' AS finding FROM (${TABLES}) AS t WHERE tenant IS NOT NULL AND NOT relrowsecurity
    UNION ALL SELECT name || ' does not force row security on its owner' FROM (${TABLES}) AS t WHERE tenant IS NOT NULL AND NOT relforcerowsecurity`),

  'the policy is that of the tenant, and others are on the list': async (admin) => {
    const { rows } = await admin.query<{ name: string; policy: string | null; cmd: string; permissive: boolean; roles: string; qual: string | null; withcheck: string | null }>(`
      SELECT t.name, p.polname AS policy, p.polcmd AS cmd, p.polpermissive AS permissive, pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS withcheck,
        (SELECT string_agg(coalesce(r.rolname, 'public'), ', ') FROM unnest(p.polroles) AS u (role) LEFT JOIN pg_roles AS r ON r.oid = u.role) AS roles
      FROM (${TABLES}) AS t LEFT JOIN pg_policy AS p ON p.polrelid = t.oid WHERE t.tenant IS NOT NULL`);
    const isTheTenants = (row: (typeof rows)[number]): boolean =>
      row.cmd === '*' && row.permissive && row.roles === 'public' && row.qual === THE_TENANTS && row.withcheck === THE_TENANTS;
    const others = rows.filter((row) => row.policy !== null && !isTheTenants(row)).map(({ policy, name, cmd, roles }) => `${policy} on ${name} for ${cmd} to ${roles}`);
    return [
      ...[...new Set(rows.map(({ name }) => name))].filter((name) => !rows.some((row) => row.name === name && isTheTenants(row))).map((name) => `${name} lacks the policy of the tenant`),
      ...others.filter((policy) => !OTHER_POLICIES.includes(policy)).map((policy) => `a policy that is on no list: ${policy}`),
      ...OTHER_POLICIES.filter((policy) => !others.includes(policy)).map((policy) => `a policy is on the list and nowhere else: ${policy}`),
    ];
  },

  'every key begins with the tenant': asking(`
    SELECT i.indexrelid::regclass || ' does not begin with the tenant' AS finding FROM (${TABLES}) AS t JOIN pg_index AS i ON i.indrelid = t.oid
      WHERE t.tenant IS NOT NULL AND (i.indisunique OR i.indisexclusion) AND i.indkey[0] <> t.tenant
    UNION ALL SELECT t.name || ' has no primary key' FROM (${TABLES}) AS t WHERE NOT EXISTS (SELECT FROM pg_index AS i WHERE i.indrelid = t.oid AND i.indisprimary)
    UNION ALL SELECT t.name || ': ' || k.conname || ' may refer to a row of another tenant' FROM (${TABLES}) AS t JOIN pg_constraint AS k ON k.conrelid = t.oid AND k.contype = 'f'
      JOIN (${TABLES}) AS far ON far.oid = k.confrelid WHERE k.conkey[1] IS DISTINCT FROM t.tenant OR k.confkey[1] IS DISTINCT FROM far.tenant`),

  'a view asks as whoever reads it, and none is materialized': asking(`
    SELECT n.nspname || '.' || c.relname || CASE c.relkind WHEN 'm' THEN ' is materialized: row security does not reach it' ELSE ' runs with the rights of its owner' END AS finding
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE ${OURS} AND (c.relkind = 'm' OR (c.relkind = 'v' AND NOT coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'))`),

  'a function with rights of its own is on the list, and pins its search path': async (admin) => {
    const { rows } = await admin.query<{ name: string; definer: boolean; pinned: boolean; leakproof: boolean }>(`
      SELECT n.nspname || '.' || p.proname AS name, p.prosecdef AS definer, p.proleakproof AS leakproof, coalesce(p.proconfig, '{}') && '{"search_path=\\"\\""}' AS pinned
      FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE ${OURS}`);
    return [
      ...rows.filter(({ definer, name }) => definer && !DEFINERS.includes(name)).map(({ name }) => `${name} runs with the rights of its owner and is not on the list`),
      ...rows.filter(({ pinned }) => !pinned).map(({ name }) => `${name} does not pin its search path`),
      ...rows.filter(({ leakproof }) => leakproof).map(({ name }) => `${name} claims to be leakproof`),
      ...DEFINERS.filter((listed) => !rows.some(({ name, definer }) => name === listed && definer)).map((name) => `${name} is on the list of definer functions, and is none`),
    ];
  },

  'nothing is granted to everybody': asking(`
    SELECT what || ' ' || name || ': ' || a.privilege_type || ' to everybody' AS finding FROM (
      SELECT 'table' AS what, n.nspname || '.' || c.relname AS name, coalesce(c.relacl, acldefault('r', c.relowner)) AS acl FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL SELECT 'column', n.nspname || '.' || c.relname || '.' || t.attname, t.attacl FROM pg_attribute AS t JOIN pg_class AS c ON c.oid = t.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE ${OURS} AND t.attacl IS NOT NULL
      UNION ALL SELECT 'function', n.nspname || '.' || p.proname, coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE ${OURS}
      UNION ALL SELECT 'schema', n.nspname, coalesce(n.nspacl, acldefault('n', n.nspowner)) FROM pg_namespace AS n WHERE ${OURS}
      UNION ALL SELECT 'database', 'itself', coalesce(d.datacl, acldefault('d', d.datdba)) FROM pg_database AS d WHERE d.datname = current_database()
    ) AS granted CROSS JOIN LATERAL aclexplode(acl) AS a WHERE a.grantee = 0`),

  'nobody holds more rights on a table than it needs': async (admin) => {
    const { rows } = await admin.query<{ role: string; privilege: string; name: string; grantable: boolean }>(`
      SELECT coalesce(r.rolname, 'public') AS role, a.privilege_type AS privilege, n.nspname || '.' || c.relname AS name, a.is_grantable AS grantable
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) AS a LEFT JOIN pg_roles AS r ON r.oid = a.grantee
      WHERE ${OURS} AND a.grantee <> c.relowner AND c.relkind IN ('r', 'p', 'v', 'f', 'S')`);
    const columns = await admin.query<{ grant: string }>(`
      SELECT DISTINCT coalesce(r.rolname, 'public') || ' ' || a.privilege_type || ' ' || n.nspname || '.' || c.relname || '.' || t.attname AS grant
      FROM pg_attribute AS t JOIN pg_class AS c ON c.oid = t.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(t.attacl) AS a LEFT JOIN pg_roles AS r ON r.oid = a.grantee
      WHERE ${OURS} AND t.attacl IS NOT NULL`);
    const isNeeded = ({ role, privilege, name, grantable }: (typeof rows)[number]): boolean =>
      !grantable && GRANTS.some(([to, table, privileges]) => to === role && table.test(name) && privileges.includes(privilege));
    return [
      ...rows.filter((row) => !isNeeded(row)).map(({ role, privilege, name, grantable }) => `${role} holds ${privilege} on ${name}${grantable ? ' and may pass it on' : ''}`),
      ...columns.rows.filter(({ grant }) => !COLUMN_GRANTS.includes(grant)).map(({ grant }) => `a column is granted: ${grant}`),
    ];
  },

  'the log refuses change, whoever asks': asking(`
    SELECT 'log.event does not refuse ' || event AS finding FROM (VALUES ('UPDATE', 16), ('DELETE', 8), ('TRUNCATE', 32)) AS e (event, bit)
      WHERE NOT EXISTS (SELECT FROM pg_trigger AS t WHERE t.tgrelid = 'log.event'::regclass AND t.tgname = 'append_only' AND t.tgenabled IN ('O', 'A') AND t.tgtype & e.bit <> 0 AND t.tgtype & 2 <> 0)`),

  'tables can be spread over servers by tenant': asking(`
    SELECT 'sequence ' || n.nspname || '.' || c.relname AS finding FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE ${OURS} AND c.relkind = 'S' AND c.relname <> 'vouchsafe_migration_id_seq'
    UNION ALL SELECT 'identity column ' || t.attrelid::regclass || '.' || t.attname FROM pg_attribute AS t JOIN pg_class AS c ON c.oid = t.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE ${OURS} AND t.attidentity <> ''
    UNION ALL SELECT 'enum ' || n.nspname || '.' || e.typname FROM pg_type AS e JOIN pg_namespace AS n ON n.oid = e.typnamespace WHERE ${OURS} AND e.typtype = 'e'
    UNION ALL SELECT 'function ' || n.nspname || '.' || p.proname || ' uses ' || forbidden FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
      CROSS JOIN (VALUES ('set_config('), ('pg_advisory'), ('nextval(')) AS f (forbidden) WHERE ${OURS} AND strpos(p.prosrc, forbidden) > 0
    UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'
    UNION ALL SELECT 'default privilege for ' || r.rolname FROM pg_default_acl AS d JOIN pg_roles AS r ON r.oid = d.defaclrole`),
};

/** Everything that is wrong with a database, check by check. */
export const catalogFindings = async (admin: Client): Promise<string[]> => {
  const findings: string[] = [];
  for (const check of Object.values(catalogChecks)) findings.push(...await check(admin));
  return findings;
};
