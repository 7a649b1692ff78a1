import { findRunning } from '@vouchsafe/embedded-postgres';
import { anInstallation, eventually, listening, PATIENCE_MS, type Installation } from '@vouchsafe/test-support';
import { Client } from 'pg';
import { anotherApi, type AnotherApi } from './another-api.js';
import { acknowledged, GRANT, granting, type Grant, type Granting } from './granting.js';
import { keptConnections, type Sent } from './kept-connections.js';

// An api is told to leave while it is in use, as at each release: whoever it has heard gets an answer, whoever comes later learns that nothing happened.

jest.setTimeout(2 * PATIENCE_MS);

const CYCLES = Number(process.env['VOUCHSAFE_LEAVING_CYCLES'] ?? 3); // 50 in the long lane
const HANDS = 8;

let installation: Installation;
let ours: Granting;
let leaving: AnotherApi;
let headers: { readonly authorization: string };
beforeAll(async () => {
  installation = await anInstallation({ sample: false });
  await installation.start();
  ours = await granting(installation, 'brightwater');
});
beforeEach(async () => {
  headers = { authorization: `Bearer ${await ours.operator.token()}` };
  leaving = await anotherApi(installation);
});
afterEach(() => leaving?.remove());
afterAll(() => installation?.remove());

const connected = async (): Promise<Client> => {
  const client = new Client({ connectionString: (await findRunning(installation.home))! });
  await client.connect();
  return client;
};
const asking = (input: Grant) => ({ query: GRANT, variables: { input } });

/** A request may take five seconds, then it is answered that nobody knows; what took a loaded machine longer than this teaches nothing. */
const AT_MOST_HELD_MS = 3_500;

/** Tells an api to leave while all its appends wait for a lock, and lets them go on when its door is shut.
 * @returns the answers; undefined where that took too long to mean anything */
const leavingInTheMiddle = async ({ origin, admin, program }: AnotherApi) => {
  const [holder, onlooker] = [await connected(), await connected()]; // in a transaction, the list of activities stays as it was first seen
  const client = keptConnections(origin, HANDS);
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM log.tenant_log FOR UPDATE');
    const heldSince = performance.now();
    const sent = Array.from({ length: HANDS }, (_, index) => client.post(asking(ours.aGrant(index)), headers));
    await eventually('all requests to have left', () => sent.every((one) => one.hasLeft()), { every: 10 });
    await eventually('an append to wait', async () => (await onlooker.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%log.append%'`)).rowCount! > 0
      || performance.now() - heldSince > AT_MOST_HELD_MS, { every: 10 });
    program.child.kill('SIGTERM');
    await eventually('it to say that it leaves', async () => (await (await fetch(`${admin}/health/ready`)).json() as { status: string }).status === 'leaving', { every: 10 });
    await eventually('its door to be shut', async () => !(await listening('127.0.0.1', Number(new URL(origin).port))), { every: 10 });
    expect(program.child.exitCode).toBeNull();
    await holder.query('ROLLBACK');
    const held = performance.now() - heldSince;
    const answers = await Promise.all(sent.map(({ answer }) => answer));
    expect(await program.ended()).toBe(0);
    return held > AT_MOST_HELD_MS ? undefined : answers;
  } finally {
    client.close();
    await Promise.all([holder.end(), onlooker.end()]);
  }
};

it('answers what it has begun, though that takes a while, and takes nothing new', async () => {
  let answers = await leavingInTheMiddle(leaving);
  for (let tries = 1; !answers && tries < 10; tries += 1) {
    await leaving.remove();
    leaving = await anotherApi(installation);
    answers = await leavingInTheMiddle(leaving);
  }
  expect(answers).toEqual(Array.from({ length: HANDS }, () => ({ status: 200, body: expect.stringContaining('"RoleGranted"') })));
});

it.each(Array.from({ length: CYCLES }, (_, index) => index + 1))('leaves nobody in doubt who was heard before, under load: %i', async () => {
  const { origin, program } = leaving;
  const client = keptConnections(origin, HANDS);
  const done: string[] = [];
  const inDoubt: Grant[] = [];
  const underWay = new Set<Sent>();
  /** Grants one after the other, until there is no answer or another one. */
  const hand = async (_: unknown, index: number): Promise<void> => {
    for (;;) {
      const input = ours.aGrant(index);
      const sent = client.post(asking(input), headers);
      underWay.add(sent);
      const answer = await sent.answer;
      underWay.delete(sent);
      if (answer === null || acknowledged(answer.body) === undefined) return void inDoubt.push(input);
      done.push(input.programId);
    }
  };
  const hands = Array.from({ length: HANDS }, hand);
  await eventually('work to be under way', () => done.length >= 20 && [...underWay].filter((one) => one.hasLeft()).length >= 2, { every: 1 });
  const heard = [...underWay].filter((one) => one.hasLeft());
  expect(heard.length).toBeGreaterThanOrEqual(2); // else nothing is tried
  program.child.kill('SIGTERM');
  const answers = await Promise.all(heard.map(({ answer }) => answer));
  await Promise.all(hands);
  expect(await program.ended()).toBe(0);
  client.close();

  expect(answers).toEqual(heard.map(() => ({ status: 200, body: expect.stringContaining('"RoleGranted"') })));
  // Who came later and got no answer asks another api under the same key: it happened once, or it happens now.
  for (const input of inDoubt) {
    const { errors } = await ours.operator.tries(GRANT, { input });
    expect(errors).toEqual([]);
  }
  const granted = await ours.granted();
  expect(new Set(granted).size).toBe(granted.length);
  expect([...done, ...inDoubt.map(({ programId }) => programId)].filter((programId) => !granted.includes(programId))).toEqual([]);
});

it('has written for every other api to see: what it answered, another waits for', async () => {
  const client = keptConnections(leaving.origin, 1);
  const after = acknowledged((await client.post(asking(ours.aGrant(0)), headers).answer)!.body)!;
  expect(Number(after)).toBeGreaterThan(0);
  const there = await ours.operator.tries<{ directory: { people: { edges: unknown[] } } }>('query ($after: Position) { directory(after: $after) { people(first: 1) { edges { node { personId } } } } }', { after });
  expect([there.errors, there.data?.directory.people.edges.length]).toEqual([[], 1]);
  const beyond = await ours.operator.tries('query ($after: Position) { directory(after: $after) { people(first: 1) { edges { node { personId } } } } }', { after: String(Number(after) + 1_000) });
  expect(beyond.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  client.close();
});
