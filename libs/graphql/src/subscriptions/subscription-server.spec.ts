import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ACME, GLOBEX, notesApi, wakeups, written } from '../notes.fixtures.js';

const NOTES = 'subscription { noteWritten { id text author } }';

let api: Awaited<ReturnType<typeof notesApi>>;
let clients: Client[] = [];
beforeAll(async () => { api = await notesApi({ limits: { subscriptionsPerPerson: 2, socketsPerPerson: 2, recheckMilliseconds: 50 } }); });
beforeEach(() => { written.length = 0; });
afterEach(async () => { for (const client of clients) await client.dispose(); clients = []; });
afterAll(() => api.app.close());

const connect = (payload: Record<string, unknown>) => {
  const closed: { code: number; reason: string }[] = [];
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: payload, retryAttempts: 0,
    on: { closed: (event) => closed.push(event as { code: number; reason: string }) },
  });
  clients.push(client);
  return { client, closed };
};

const follow = (client: Client, query = NOTES) => client.iterate({ query }) as AsyncIterableIterator<FormattedExecutionResult>;
const write = (id: string, text = 'hello') => {
  written.push({ id, text, authorId: 'p1' });
  for (const listener of wakeups.listeners) listener(ACME);
};
const firstOf = (results: AsyncIterator<FormattedExecutionResult>) => results.next().then(({ value }) => value as FormattedExecutionResult);
const until = async (isSo: () => boolean) => { for (let turn = 0; turn < 100 && !isSo(); turn += 1) await wait(10); };

it('tells a signed-in person what is written, whoever wrote it, and lets go at the end', async () => {
  const notes = follow(connect({ authorization: 'Bearer amara' }).client);
  const first = firstOf(notes);
  await until(() => wakeups.listeners.size === 1);
  write('a1');
  expect(await first).toEqual({ data: { noteWritten: { id: 'a1', text: 'hello', author: 'Author p1' } } });
  for (const listener of wakeups.listeners) listener(GLOBEX);
  write('a2');
  expect(await firstOf(notes)).toMatchObject({ data: { noteWritten: { id: 'a2' } } });
  await notes.return?.();
  await until(() => wakeups.listeners.size === 0);
  expect(wakeups.listeners.size).toBe(0);
});

it.each([{}, { authorization: 'Bearer unknown' }])('closes the door to %j', async (payload: Record<string, string>) => {
  const { client, closed } = connect(payload);
  await expect(firstOf(follow(client))).rejects.toMatchObject({ code: 4401, reason: 'Please sign in.' });
  expect(closed).toHaveLength(1);
});

it('says "try again" and not "go away" while the identity provider is away', async () => {
  await expect(firstOf(follow(connect({ authorization: 'Bearer offline' }).client))).rejects.toMatchObject({ code: 1013 });
});

it('does not guess what was meant', async () => {
  const refused = follow(connect({ authorization: 'Bearer amara' }).client, 'subscription { noteWriten { id } }');
  const error = await firstOf(refused).catch((thrown: unknown) => thrown);
  expect(JSON.stringify(error)).toContain('noteWriten');
  expect(JSON.stringify(error)).not.toMatch(/Did you mean|noteWritten/);
});

it('keeps as many sockets open for a person as they need, and gives a place back', async () => {
  const open = async (token: string) => {
    const { client, closed } = connect({ authorization: `Bearer ${token}` });
    const notes = follow(client);
    void firstOf(notes).catch(() => {});
    return { client, closed };
  };
  const first = await open('third');
  await open('third');
  await until(() => wakeups.listeners.size === 2);
  const refused = connect({ authorization: 'Bearer third' });
  await expect(firstOf(follow(refused.client))).rejects.toMatchObject({ code: 1013, reason: 'You have too many connections open. Close one first.' });
  await first.client.dispose();
  await until(() => wakeups.listeners.size === 1);
  const again = await open('third');
  await until(() => wakeups.listeners.size === 2);
  expect([wakeups.listeners.size, again.closed]).toEqual([2, []]);
});

it('leaves nobody waiting who knocks at another address', async () => {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/elsewhere`);
  const status = await new Promise((resolve) => { socket.once('unexpected-response', (_, response) => resolve(response.statusCode)).once('error', resolve); });
  socket.on('error', () => {}).terminate();
  expect(status).toBe(404);
});

it('ends the socket when its token ends', async () => {
  const { client, closed } = connect({ authorization: 'Bearer short' });
  await expect(firstOf(follow(client))).rejects.toMatchObject({ code: 4401, reason: 'Your sign-in has expired.' });
  expect(closed).toHaveLength(1);
  await until(() => wakeups.listeners.size === 0);
  expect(wakeups.listeners.size).toBe(0);
});

const errorOf = async (client: Client, query: string) => {
  try {
    return (await firstOf(follow(client, query))).errors?.[0];
  } catch (errors) {
    return (errors as readonly { message: string; extensions: Record<string, unknown> }[])[0];
  }
};

it('answers a role without the permission as if there were nothing', async () => {
  const error = await errorOf(connect({ authorization: 'Bearer stranger' }).client, NOTES);
  expect(error?.extensions).toEqual({ code: 'NOT_FOUND', correlationId: expect.any(String) });
});

it.each([
  ['a query', '{ notebook { after } }', 'BAD_USER_INPUT'],
  ['a mutation', 'mutation { writeSlowly(input: { requestKey: "k" }) { __typename } }', 'BAD_USER_INPUT'],
  ['a typing mistake', 'subscription { noteWriten { id } }', 'BAD_USER_INPUT'],
  ['no GraphQL at all', 'subscription {', 'BAD_USER_INPUT'],
  ['30 levels', `subscription { noteWritten { ${'next { '.repeat(30)} id ${'} '.repeat(30)} } }`, 'TOO_COSTLY'],
  ['1,001 tokens', `subscription { noteWritten { ${'id '.repeat(1_000)} } }`, 'TOO_COSTLY'],
])('refuses %s over a socket', async (_, query, code) => {
  const error = await errorOf(connect({ authorization: 'Bearer amara' }).client, query);
  expect(error?.extensions).toEqual({ code, correlationId: expect.any(String) });
});

it('bounds how many things one person follows, and frees the place of what has ended', async () => {
  const { client } = connect({ authorization: 'Bearer gina' });
  const [one, two] = [follow(client), follow(client)];
  void one.next();
  void two.next();
  await until(() => wakeups.listeners.size === 2);
  expect((await errorOf(client, NOTES))?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
  await one.return?.();
  await until(() => wakeups.listeners.size === 1);
  const three = follow(client);
  void three.next();
  await until(() => wakeups.listeners.size === 2);
  expect(wakeups.listeners.size).toBe(2);
});

it('masks a fault in mid-stream and keeps the socket for the others', async () => {
  const { client, closed } = connect({ authorization: 'Bearer amara' });
  const notes = follow(client);
  const first = firstOf(notes);
  await until(() => wakeups.listeners.size === 1);
  write('a1', 'unreadable');
  const { errors } = await first;
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL' });
  expect(JSON.stringify(errors)).not.toContain('the disk said no');
  expect(api.logged.at(-1)?.fault.message).toBe('the disk said no');
  expect(closed.filter(({ code }) => code !== 1000)).toEqual([]);
});

it('refuses a message that is too long', async () => {
  jest.spyOn(console, 'error').mockImplementation(); // graphql-ws reports it there
  await expect(firstOf(follow(connect({ authorization: `Bearer ${'x'.repeat(200_000)}` }).client))).rejects.toMatchObject({ code: 1009 });
});
