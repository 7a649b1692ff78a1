import { Client } from 'pg';
import { ensureTemplate, freshDatabase } from './testing.js';

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
};

// A run of its own, lest the template of the other specs be this one.
const surrounding = process.env['VOUCHSAFE_TEST_RUN'];
beforeAll(() => { process.env['VOUCHSAFE_TEST_RUN'] = `${surrounding}_own`; });
afterAll(() => { process.env['VOUCHSAFE_TEST_RUN'] = surrounding; });

it('gives each asker a database of her own, and takes it away', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  await ask(one.url, 'create table promise (kept boolean)');
  expect(await ask(other.url, "select to_regclass('promise')")).toEqual([null]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(ask(one.url, 'select 1')).rejects.toThrow(/does not exist/);
});

it('drops a database to which somebody is still connected', async () => {
  const { url, drop } = await freshDatabase();
  const client = new Client({ connectionString: url });
  const thrownOut = new Promise((happened) => client.on('error', happened)); // twice: the notice, then the end of the connection
  await client.connect();
  await drop();
  await expect(thrownOut).resolves.toMatchObject({ code: '57P01' });
});

it('migrates once for many askers, and copies from then on', async () => {
  const migrated: string[] = [];
  const migrate = async (url: string): Promise<void> => {
    migrated.push(url);
    await ask(url, 'create table promise as select true as kept');
  };
  await Promise.all([ensureTemplate(migrate), ensureTemplate(migrate), ensureTemplate(migrate)]);
  expect(migrated).toHaveLength(1);
  const copy = await freshDatabase();
  const blank = await freshDatabase({ empty: true });
  expect(await ask(copy.url, 'select kept from promise')).toEqual([true]);
  expect(await ask(blank.url, "select to_regclass('promise')")).toEqual([null]);
  await Promise.all([copy.drop(), blank.drop()]);
});

it('leaves no template behind when its migration fails', async () => {
  process.env['VOUCHSAFE_TEST_RUN'] = `${surrounding}_failing`;
  await expect(ensureTemplate(() => Promise.reject(new Error('no such column')))).rejects.toThrow('no such column');
  const database = await freshDatabase();
  expect(await ask(database.url, "select count(*)::int from pg_tables where schemaname = 'public'")).toEqual([0]);
  await database.drop();
});
