import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { metricsText, traceOf } from '@vouchsafe/telemetry';
import { collectSpans } from '@vouchsafe/telemetry/testing';
import { notesApi } from './notes.fixtures.js';

let api: Awaited<ReturnType<typeof notesApi>>;
let collected: Awaited<ReturnType<typeof collectSpans>>;
beforeAll(async () => {
  collected = await collectSpans();
  api = await notesApi({ limits: { deadlineMilliseconds: 300 } });
});
afterAll(async () => {
  await api.app.close();
  await collected.stop();
});

const counts = async (): Promise<Record<string, number>> => Object.fromEntries([...(await metricsText()).matchAll(/^vouchsafe_graphql_operation_seconds_count\{kind="(.*?)",code="(.*?)"\} (\d+)$/gm)]
  .map(([, kind, code, count]) => [`${kind} ${code}`, Number(count)]));
const until = async <Seen>(what: string, look: () => Promise<Seen | undefined> | Seen | undefined): Promise<Seen> => {
  for (let turn = 0; turn < 1_000; turn += 1, await wait(20)) {
    const seen = await look();
    if (seen !== undefined) return seen;
  }
  throw new Error(`Waited in vain for ${what}.`);
};

it('counts operations by kind and code, and never by a name that a caller chose', async () => {
  await api.ask('query OfAmaraOkafor { note(id: "a1") { id } }');
  await api.ask('{ note(id: "a2") { id } }');
  await api.ask('{ note(id: "nobody") { id } }');
  await api.ask('{ broken(how: "custom") }');
  await api.ask('mutation { writeSlowly(input: { requestKey: "key" }) { __typename } }');
  await api.ask('{ thereIsNoSuchField }');
  await api.ask('{ thisDoesNotEnd');
  await api.post({ query: '{ note(id: "a1") { id } }' }, 'unknown');
  expect(await counts()).toEqual({
    'query OK': 2, 'query NOT_FOUND': 1, 'query INTERNAL': 1, 'query UNAUTHENTICATED': 1, 'mutation OUTCOME_UNKNOWN': 1, 'unknown BAD_USER_INPUT': 2,
  });
  expect(await metricsText()).not.toMatch(/Amara|note/);
});

it('gives each a span in the trace of its correlation, below the caller that is in a trace', async () => {
  const before = collected.spans().length;
  const mine = await api.ask('{ note(id: "a1") { id } }');
  const id = mine.headers.get('x-correlation-id')!;
  await api.post({ query: '{ note(id: "nobody") { id } }' }, 'amara', { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' });
  const spans = await until('two spans', () => (collected.spans().length >= before + 2 ? collected.spans().slice(before) : undefined));
  expect(spans).toMatchObject([
    { name: 'graphql query', ...traceOf(id), attributes: { 'vouchsafe.code': 'OK' } },
    { name: 'graphql query', traceId: '4bf92f3577b34da6a3ce929d0e0e4736', parentSpanId: '00f067aa0ba902b7', attributes: { 'vouchsafe.code': 'NOT_FOUND' } },
  ]);
});

it('counts subscriptions for as long as they are open', async () => {
  const open = async () => Number(/^vouchsafe_graphql_subscriptions (\d+)$/m.exec(await metricsText())?.[1]);
  const client = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: 'Bearer amara' }, retryAttempts: 0 });
  const notes = client.iterate({ query: 'subscription { noteWritten { id } }' });
  void notes.next();
  await until('one subscription', async () => ((await open()) === 1 ? true : undefined));
  await client.dispose();
  await until('none', async () => ((await open()) === 0 ? true : undefined));
});
