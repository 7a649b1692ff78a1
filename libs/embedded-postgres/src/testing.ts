import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own for a spec. */
export interface FreshDatabase {
  /** Connects as the superuser. */
  readonly url: string;
  /** Removes it, ending whatever is still connected. */
  drop(): Promise<void>;
}

// Names carry the run, so that two runs may share a server, and the end of a run can remove what its specs left.
const run = (): string => required('VOUCHSAFE_TEST_RUN');
const template = (): string => `vouchsafe_template_${run()}`;
const TEMPLATE_LOCK = 7_246_101; // any number, the same in every worker

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run specs with \`npm test\`, or with jest and test/jest.config.mjs.`);
  return value;
};

const databaseUrl = (database: string, server = required('VOUCHSAFE_TEST_ADMIN_URL')): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

const asAdmin = async <T>(work: (admin: Client) => Promise<T>, server = required('VOUCHSAFE_TEST_ADMIN_URL')): Promise<T> => {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
};

const exists = async (admin: Client, database: string): Promise<boolean> =>
  (await admin.query('select 1 from pg_database where datname = $1', [database])).rowCount === 1;

/** Makes a database on the server of this jest run: a copy of the template if `ensureTemplate` has made it, else empty.
 * Pass `{ empty: true }` to have it empty in any case. Takes some tens of milliseconds.
 * @param server another server, as its superuser reaches it */
export const freshDatabase = ({ empty = false, server }: { empty?: boolean; server?: string } = {}): Promise<FreshDatabase> => asAdmin(async (admin) => {
  const name = `test_${run()}_${randomBytes(6).toString('hex')}`;
  const from = !empty && await exists(admin, template()) ? template() : 'template0';
  await admin.query(`create database ${name} template ${from}`);
  return {
    url: databaseUrl(name, server),
    drop: () => asAdmin(async (again) => { await again.query(`drop database if exists ${name} with (force)`); }, server),
  };
}, server);

/** Makes the template of this jest run, once, whichever worker asks first; the others wait for it.
 * @param migrate brings the empty database behind `url` to the present schema and closes its connections */
export const ensureTemplate = (migrate: (url: string) => Promise<void>): Promise<void> => asAdmin(async (admin) => {
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]); // goes with the connection
  if (await exists(admin, template())) return;
  const draft = `${template()}_draft`; // nobody may copy half a schema
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft} template template0`);
  await migrate(databaseUrl(draft));
  await admin.query(`alter database ${draft} rename to ${template()}`);
});
