import { Database } from '@vouchsafe/access';
import { LocalWakeups, OutcomeUnknown, PostgresEventStore, verifyLog, type AppendResult } from '@vouchsafe/event-store';
import { anAppend, anEvent, aWrite } from '@vouchsafe/event-store/testing';
import { eventually, PATIENCE_MS, tcpProxy, type TcpProxy } from '@vouchsafe/test-support';
import { range } from './event-store.contract.js';
import { ACME, GLOBEX, logUnderTest } from './log-under-test.js';

// The way to the database breaks at the worst moments: an append is then unknown, and its request key tells what became of it.

jest.setTimeout(2 * PATIENCE_MS);

const CYCLES = 5;
const under = logUnderTest(() => undefined);
let proxy: TcpProxy;
let database: Database;
beforeEach(async () => {
  const { hostname, port } = new URL(under.log.url);
  proxy = await tcpProxy({ host: hostname, port: Number(port) });
  const url = new URL(under.log.url);
  [url.hostname, url.port] = ['127.0.0.1', String(proxy.port)];
  database = Database.open(url.href, { poolSize: 2 });
});
afterEach(async () => {
  proxy.close();
  await database.close();
});
const through = (options: { answerWithin?: number } = {}) => new PostgresEventStore(database, new LocalWakeups(), options);

/** A connection is there, and everything on it answered: a read that is done may still wait for the end of its transaction. */
const connected = () => database.withTenant(ACME, async (tx) => { await tx.query('SELECT 1'); });
const headOf = async (tenant = ACME) => (await under.log.store.head(tenant)).position;
const failure = (work: Promise<unknown>): Promise<Error> => work.then((answer) => { throw new Error(`It was answered ${JSON.stringify(answer)}.`); }, (error: Error) => error);
const position = (result: AppendResult): number => (result.outcome === 'appended' ? result.position : NaN);

it('the answer is lost: it is unknown, it happened once, and the key tells where', async () => {
  const store = through();
  for (const cycle of range(1, CYCLES)) {
    const before = await headOf();
    await connected();
    const append = anAppend(aWrite('lost', [anEvent({ cycle }), anEvent({ cycle })]));
    const swallowed = proxy.swallowNextAnswer();
    const answer = failure(store.append(ACME, append));
    await swallowed;
    proxy.reset();
    expect(await answer).toBeInstanceOf(OutcomeUnknown);
    expect(await headOf()).toBe(before + 2);
    expect(await store.append(ACME, append)).toMatchObject({ outcome: 'appended', position: before + 2, replayed: true });
    expect(await headOf()).toBe(before + 2);
  }
  expect(await verifyLog(under.log.database, ACME)).toMatchObject({ ok: true });
});

it('the request is lost: it is unknown, it did not happen, and the key makes it happen once', async () => {
  const store = through();
  const before = await headOf();
  await connected();
  proxy.swallow('requests');
  const append = anAppend(aWrite('lost'));
  const answer = failure(store.append(ACME, append));
  await new Promise((resolve) => setTimeout(resolve, 100));
  proxy.reset();
  expect(await answer).toBeInstanceOf(OutcomeUnknown);
  await proxy.heal();
  expect(await headOf()).toBe(before);
  expect(await store.append(ACME, append)).toMatchObject({ outcome: 'appended', position: before + 1, replayed: false });
});

it.each([0, 1, 7, 200, 5_000])('the request is cut after %i bytes: it did not happen in part', async (bytes) => {
  const store = through();
  const before = await headOf();
  await connected();
  proxy.cutAfter(Math.max(1, bytes), 'requests');
  const append = anAppend(aWrite('cut', range(1, 60).map((n) => anEvent({ n, text: 'x'.repeat(100) }))));
  expect(await failure(store.append(ACME, append))).toBeInstanceOf(OutcomeUnknown);
  await proxy.heal();
  expect(await headOf()).toBe(before);
  expect(await store.append(ACME, append)).toMatchObject({ outcome: 'appended', position: before + 60, replayed: false });
});

it('those who travelled together share the fate of their call, and each learns its own', async () => {
  const store = through();
  const before = await headOf();
  const appends = range(1, 12).map((n) => anAppend(aWrite(`together${n}`, [anEvent({ n })])));
  const first = anAppend(aWrite('first'));
  await connected();
  proxy.conditions({ latency: 50 }); // so that the others wait for the first, and go together
  const answers = [first, ...appends].map((append) => store.append(ACME, append));
  await answers[0];
  const swallowed = proxy.swallowNextAnswer();
  const failures = answers.slice(1).map(failure);
  await swallowed;
  proxy.reset();
  await proxy.heal();
  for (const error of await Promise.all(failures)) expect(error).toBeInstanceOf(OutcomeUnknown);
  const positions = await Promise.all(appends.map(async (append) => position(await store.append(ACME, append))));
  expect(positions.sort((a, b) => a - b)).toEqual(range(before + 2, before + 13));
  expect(await headOf()).toBe(before + 13);
});

it('the other side falls silent, and no connection breaks: the answer is waited for no longer than it may take, and those behind go on', async () => {
  const store = through({ answerWithin: 500 });
  const [beforeAcme, beforeGlobex] = [await headOf(), await headOf(GLOBEX)];
  await connected();
  const [first, second] = [anAppend(aWrite('silent')), anAppend(aWrite('silent'))];
  const swallowed = proxy.swallowNextAnswer();
  const lost = failure(store.append(ACME, first));
  const behind = store.append(ACME, second);
  await swallowed;
  expect(await store.append(GLOBEX, anAppend(aWrite('silent')))).toMatchObject({ position: beforeGlobex + 1 });
  expect(await lost).toBeInstanceOf(OutcomeUnknown);
  expect(await behind).toMatchObject({ outcome: 'appended', position: beforeAcme + 2 });
  expect(await store.append(ACME, first)).toMatchObject({ position: beforeAcme + 1, replayed: true });
});

it('a reader’s server falls silent: the connection is given up, and another takes its place', async () => {
  await connected();
  proxy.swallow('answers');
  const reading = failure(database.withTenant(ACME, (tx) => tx.query('SELECT 1'), { statementTimeout: 100 }));
  expect(await reading).toMatchObject({ name: 'DatabaseIsSilent', code: 'ETIMEDOUT' });
  await proxy.heal();
  expect(await eventually('the pool to heal', () => through().head(ACME))).toMatchObject({ position: await headOf() });
});

it('nobody listens: it is known that nothing happened', async () => {
  const store = through();
  const before = await headOf();
  proxy.refuse();
  const append = anAppend(aWrite('refused'));
  const error = await failure(store.append(ACME, append));
  expect(error).not.toBeInstanceOf(OutcomeUnknown);
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  await proxy.heal();
  expect(await store.append(ACME, append)).toMatchObject({ position: before + 1, replayed: false });
});

it('connections break in the middle of transactions: nothing of them is left, and no tenant’s setting survives', async () => {
  const store = through();
  const before = await headOf();
  for (const cycle of range(1, CYCLES)) {
    const broken = failure(database.withTenant(ACME, async (tx) => {
      await tx.query(`SELECT * FROM log.append($1, '{${`broken${cycle}`}}', '{x}', '{system:spec}', '{c}', '{NULL}', '{NULL}', '{t}', '{1}', '{1}', '{-3}', '{f}', '{1}', '{broken}', '{T}', '{1}', '{2026-01-01}', '1')`, [ACME]);
      proxy.reset();
      await tx.query('SELECT 1');
    }));
    await broken;
    const [{ setting } = { setting: undefined }] = await eventually('the pool to heal', () => database.call<{ setting: string | null }>('setting', `SELECT nullif(current_setting('app.tenant_id', true), '') AS setting`, []));
    expect(setting).toBeNull();
  }
  expect(await store.append(ACME, anAppend(aWrite('s')))).toMatchObject({ position: before + 1 });
  expect(await store.readStream(ACME, 'broken')).toEqual([]);
});
