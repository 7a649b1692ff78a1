import { createHash } from 'node:crypto';
import pg, { type Client } from 'pg';
import { urlFor } from '@vouchsafe/access/testing';
import { A, attemptsOn, B, changesOf, tablesOf, type Attempt, type TableFacts } from './attempts.js';

/** As whom an attempt is made: a login, and what it set before. */
export interface Asker { readonly role: (typeof ROLES)[number]; readonly as: 'tenant B' | 'no tenant' | 'the empty tenant' }

const ROLES = ['vouchsafe_app', 'vouchsafe_scout', 'vouchsafe_relay', 'vouchsafe_reporter'] as const;
export const ASKERS: readonly Asker[] = ROLES.flatMap((role) => (['tenant B', 'no tenant', 'the empty tenant'] as const).map((as) => ({ role, as })));
const OPENING = { 'tenant B': `BEGIN; SET LOCAL app.tenant_id = '${B}'`, 'no tenant': 'BEGIN', 'the empty tenant': `BEGIN; SET LOCAL app.tenant_id = ''` } as const;

/** What the scout is for: who has a log, and how long it is. */
const isTheScouts = ({ role }: Asker, { on, what }: Attempt): boolean => role === 'vouchsafe_scout' && on === 'log.tenant_log' && /^SELECT (tenant_id|position)$/.test(what);

/** What the relay is for: it reads every log, and changes none. */
const isTheRelays = ({ role }: Asker, { on, what }: Attempt): boolean =>
  role === 'vouchsafe_relay' && (on === 'log.event' || on === 'log.tenant_log') && (what === 'COPY TO' || (what.startsWith('SELECT') && what !== 'SELECT FOR UPDATE'));
/** Its own marks and leases hold nothing of any tenant but how far its log is published. */
const isItsOwn = (role: Asker['role'], { name }: TableFacts): boolean => role === 'vouchsafe_relay' && name.startsWith('relay.');

/** A function as A's, called by somebody else: what it must answer, or null for 42501. Every function that a login may call is here. */
const CALLS: Record<string, { sql: string; tenant: string; nobody: string }> = {
  'log.open_log': { sql: `SELECT log.open_log('${A}', true)`, tenant: '42501', nobody: 'opens what is open' },
  'log.append': {
    sql: `SELECT outcome FROM log.append('${A}', '{k}', '{f}', '{system:x}', '{c}', '{NULL}', '{NULL}', '{true}', '{1}', '{1}', '{-3}', '{false}', '{0}', '{s}', '{}', '{}', '{}', '{}')`,
    tenant: '42501', nobody: 'names its tenant by itself',
  },
  'log.position_at': { sql: `SELECT * FROM log.position_at('${A}', now()) AS p WHERE p > 0`, tenant: 'nothing', nobody: 'nothing' },
  'front.resolve': { sql: `SELECT * FROM front.resolve('handle', 'unknown')`, tenant: 'nothing', nobody: 'nothing' },
  'react.register': { sql: `SELECT * FROM react.register('{unknown}') AS p WHERE p.policy <> 'unknown'`, tenant: 'nothing', nobody: 'nothing' },
  'react.tenants_due': { sql: `SELECT tenant FROM react.tenants_due() WHERE tenant = '${A}'`, tenant: 'says whose turn it is', nobody: 'says whose turn it is' },
  'read.switch_to': { sql: `SELECT s FROM read.switch_to('unknown', 1, 1, '{}') AS s WHERE s`, tenant: 'nothing', nobody: 'nothing' },
};

/** A digest of everything that A has in a table, as the superuser sees it. */
export const bytesOfA = async (admin: Client, tables: readonly TableFacts[]): Promise<Map<string, string>> => {
  const digests = new Map<string, string>();
  for (const { name } of tables.filter(({ hasTenant }) => hasTenant)) {
    const { rows } = await admin.query<{ line: string }>(`SELECT t::text AS line FROM ${name} AS t WHERE tenant_id = '${A}' ORDER BY 1`);
    digests.set(name, `${rows.length}:${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`);
  }
  return digests;
};

/** @returns what came of it: "nothing", a code of PostgreSQL, or the number of rows that it reached */
const attempt = async (client: Client, { as }: Asker, { sql }: Attempt, end: 'ROLLBACK' | 'COMMIT'): Promise<string> => {
  await client.query(OPENING[as]);
  try {
    const { rowCount, command } = await client.query(sql);
    await client.query(end);
    if (command === 'TRUNCATE' || command === 'DROP' || command === 'ALTER' || command === 'CREATE') return `${command} was done`;
    return rowCount ? `${rowCount} rows` : 'nothing';
  } catch (error) {
    await client.query('ROLLBACK');
    return (error as { code?: string }).code ?? String(error);
  }
};

const signedIn = async (url: string, role: Asker['role']): Promise<Client> => {
  const client = new pg.Client({ connectionString: urlFor(url, role) });
  await client.connect();
  return client;
};

/** Every way that nobody but A may go, tried on a filled database as everybody who is not A.
 * @returns the ways that led somewhere, and the tables in which a byte of A's changed */
export const matrixFindings = async (url: string, admin: Client, { only }: { only?: string } = {}): Promise<{ tried: number; findings: string[] }> => {
  const tables = (await tablesOf(admin)).filter(({ name }) => only === undefined || name === only);
  const before = await bytesOfA(admin, tables);
  const findings: string[] = [];
  let tried = 0;
  for (const role of ROLES) {
    const client = await signedIn(url, role);
    try {
      for (const asker of ASKERS.filter((each) => each.role === role)) {
        const attempts = tables.filter((table) => !isItsOwn(role, table)).flatMap((table) => (table.hasTenant ? attemptsOn(table) : changesOf(table)));
        for (const each of attempts) {
          const came = await attempt(client, asker, each, 'ROLLBACK');
          tried += 1;
          const isRefused = came === 'nothing' || came === '42501' || (came === '0A000' && each.what === 'COPY FROM');
          if (!isRefused && !isTheScouts(asker, each) && !isTheRelays(asker, each)) findings.push(`${role} as ${asker.as}: ${each.what} on ${each.on}: ${came}`);
        }
        // Again for good, so that what a statement did beyond what it answered shows in A's bytes.
        for (const each of attempts) await attempt(client, asker, each, 'COMMIT');
      }
    } finally {
      await client.end();
    }
  }
  const after = await bytesOfA(admin, tables);
  for (const [name, digest] of before) if (after.get(name) !== digest) findings.push(`bytes of A changed in ${name}`);
  return { tried, findings };
};

/** Every function that a login may call, called about A by somebody else. */
export const callFindings = async (url: string, admin: Client): Promise<string[]> => {
  const findings: string[] = [];
  for (const role of ROLES) {
    const { rows } = await admin.query<{ name: string }>(`
      SELECT n.nspname || '.' || p.proname AS name FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND has_function_privilege($1, p.oid, 'EXECUTE') AND has_schema_privilege($1, n.oid, 'USAGE')`, [role]);
    const client = await signedIn(url, role);
    try {
      for (const { name } of rows) {
        const call = CALLS[name];
        if (!call) {
          findings.push(`${role} may call ${name}, and nobody wrote down what it answers about another tenant`);
          continue;
        }
        for (const asker of ASKERS.filter((each) => each.role === role)) {
          const wanted = asker.as === 'tenant B' ? call.tenant : call.nobody;
          if (wanted.includes(' ')) continue; // by design: the function itself says whose transaction it is
          const came = await attempt(client, asker, { what: 'call', on: name, sql: call.sql }, 'COMMIT');
          if (came !== wanted) findings.push(`${role} as ${asker.as}: ${name}: ${came} instead of ${wanted}`);
        }
      }
    } finally {
      await client.end();
    }
  }
  return findings;
};
