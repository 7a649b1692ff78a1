import { rm } from 'node:fs/promises';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { ask, eventually, freePort, newHome, PATIENCE_MS, runProgram, type Program } from '@vouchsafe/test-support';
import { GRANT, granting, type Granting } from '../leaving/granting.js';
import { startCollector } from './collector.js';

// An api and a projector, each a process of its own, that know nothing of each other but the log; and a collector that both send their spans to.

jest.setTimeout(2 * PATIENCE_MS);

let collector: Awaited<ReturnType<typeof startCollector>>;
let database: FreshDatabase;
let home: string;
let origin: string;
let ours: Granting;
const programs: Program[] = [];

beforeAll(async () => {
  collector = await startCollector();
  database = await freshDatabase({ empty: true });
  home = await newHome();
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const env = { DATABASE_URL: database.url, VOUCHSAFE_ACCEPT_DATA_LOSS: 'yes', VOUCHSAFE_HOME: home, PORT: String(port) };
  for (const [app, ready] of [['api', 'serving'], ['projector', 'folding']] as const) {
    const program = runProgram(`dist/apps/${app}/src/main.js`, [], { ...env, ...collector.env, ADMIN_PORT: String(await freePort()) });
    programs.push(program);
    await program.says(ready);
  }
  await eventually('the api to be ready', () => fetch(`${origin}/health/ready`).then(({ ok }) => ok));
  ours = await granting({ env, home, origin }, 'brightwater');
});
afterAll(async () => {
  for (const { child, ended } of programs) {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended();
  }
  await collector?.close();
  await database?.drop();
  if (home) await rm(home, { recursive: true, force: true });
});

const grant = async (headers: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${await ours.operator.token()}`, ...headers },
    body: JSON.stringify({ query: GRANT, variables: { input: ours.aGrant(0) } }),
  });
  expect(await answer.json()).toMatchObject({ data: { grantRole: { __typename: 'RoleGranted' } } });
  return answer.headers.get('x-correlation-id')!;
};
const traceOf = async (traceId: string) => eventually(`the trace ${traceId} of both processes`, () => {
  const spans = collector.spans.filter((span) => span.traceId === traceId);
  return spans.some(({ name }) => name === 'fold') && spans.some(({ name }) => name === 'graphql mutation') ? spans : undefined;
});

it('is one trace from the mutation to the read model, across processes that pass nothing on', async () => {
  const correlation = await grant({});
  const spans = await traceOf(correlation.replaceAll('-', '')); // who has the reference of a request has its trace
  const [request, append] = ['graphql mutation', 'append'].map((name) => spans.find((span) => span.name === name)!);
  expect(request).toMatchObject({ service: 'vouchsafe api', parentSpanId: undefined });
  expect(append).toMatchObject({ service: 'vouchsafe api', parentSpanId: request!.spanId });
  const folds = spans.filter(({ name }) => name === 'fold');
  expect(new Set(folds.map(({ service, parentSpanId }) => `${service} below ${parentSpanId}`))).toEqual(new Set([`vouchsafe projector below ${request!.spanId}`]));
});

it('continues the trace that a caller is in', async () => {
  const caller = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
  expect(await grant({ traceparent: `00-${caller.traceId}-${caller.spanId}-01` })).toBe(caller.traceId);
  const spans = await traceOf(caller.traceId);
  expect(spans.find(({ name }) => name === 'graphql mutation')).toMatchObject({ parentSpanId: caller.spanId });
  expect(spans.map(({ service }) => service)).toEqual(expect.arrayContaining(['vouchsafe api', 'vouchsafe projector']));
});

it('tells nothing of whom or whose', async () => {
  await ask(origin, 'query OfAmara { directory { people(first: 1) { edges { node { personId name } } } } }', {}, { authorization: `Bearer ${await ours.operator.token()}` });
  await eventually('the query to be told', () => collector.spans.some(({ name }) => name === 'graphql query'));
  const told = collector.texts.join('\n');
  for (const word of ['brightwater', 'Person 1', 'OfAmara', 'personId', 'Bearer', 'SELECT', database.url, ...ours.people]) expect({ word, isTold: told.includes(word) }).toEqual({ word, isTold: false });
});
