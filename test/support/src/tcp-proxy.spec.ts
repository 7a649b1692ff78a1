import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { eventually, PATIENCE_MS } from './product/eventually.js';
import { randomFrom } from './random-from.js';
import { tcpProxy, type TcpProxy } from './tcp-proxy.js';

jest.setTimeout(2 * PATIENCE_MS);

let server: Server;
let received: Buffer[]; // by the server, per connection
let ended: number; // connections whose end the server saw
let proxy: TcpProxy;
const sockets: Socket[] = [];

/** Answers what it is sent, in capitals. */
beforeEach(async () => {
  [received, ended] = [[], 0];
  server = createServer({ allowHalfOpen: true }, (socket) => {
    const at = received.push(Buffer.alloc(0)) - 1;
    socket.on('data', (data) => {
      received[at] = Buffer.concat([received[at]!, data]);
      socket.write(data.toString('latin1').toUpperCase());
    });
    socket.on('end', () => { ended += 1; socket.end(); }).on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await tcpProxy({ port: (server.address() as AddressInfo).port }, 7);
});
afterEach(() => {
  proxy.close();
  server.close();
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A client, and all that becomes of it. */
const client = async () => {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  const seen = { text: '', isEnded: false, code: '' };
  socket.on('data', (data) => { seen.text += data.toString(); }).on('end', () => { seen.isEnded = true; });
  socket.on('error', ({ code }: NodeJS.ErrnoException) => { seen.code = code ?? 'error'; });
  await new Promise((done) => socket.once('connect', done).once('error', done));
  return { socket, seen, answers: (text: string) => eventually(`the answer ${text}`, () => seen.text === text) };
};
/** Long enough for what would come to have come. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 200));

it('passes everything on, both ways, and the end of each way by itself', async () => {
  const { socket, seen, answers } = await client();
  socket.end('hello');
  await answers('HELLO');
  await eventually('the end', () => seen.isEnded && ended === 1);
  await eventually('both ends to be closed', () => proxy.connections() === 0);
});

it('passes on a megabyte unchanged, in order, whatever the latency of each piece', async () => {
  proxy.conditions({ latency: 2, jitter: 2 });
  const { socket, seen } = await client();
  const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => 97 + (index % 23)));
  for (let at = 0; at < bytes.length; at += 50_000) socket.write(bytes.subarray(at, at + 50_000));
  await eventually('all of it', () => seen.text.length === bytes.length);
  expect(received[0]!.equals(bytes)).toBe(true);
  expect(seen.text).toBe(bytes.toString().toUpperCase());
});

it('delays by the latency, and differently by the jitter, for connections that are open too', async () => {
  const { socket, seen } = await client();
  proxy.conditions({ latency: 60, jitter: 40 });
  const took: number[] = [];
  for (const text of ['a', 'ab', 'abc']) {
    const began = performance.now();
    socket.write(text.at(-1)!);
    await eventually('the answer', () => seen.text.length === text.length, { every: 1 });
    took.push(performance.now() - began);
  }
  for (const each of took) expect(each).toBeGreaterThanOrEqual(2 * 20 - 2); // there and back; timers may be a millisecond early
  expect(new Set(took.map(Math.round)).size).toBeGreaterThan(1);
});

it('throttles', async () => {
  proxy.conditions({ rate: 100_000 });
  const { socket, seen } = await client();
  const began = performance.now();
  socket.write(Buffer.alloc(50_000, 'x'));
  await eventually('all of it', () => seen.text.length === 50_000, { every: 5 });
  expect(performance.now() - began).toBeGreaterThanOrEqual(490);
});

it.each([[1, 'H'], [3, 'HEL']])('cuts after %i bytes of the answers: exactly these arrive', async (bytes, text) => {
  proxy.cutAfter(bytes, 'answers');
  const { socket, seen } = await client();
  socket.write('hello');
  await eventually('the end', () => seen.isEnded || seen.code !== '');
  expect(seen.text).toBe(text);
  expect(received[0]!.toString()).toBe('hello');
  await eventually('both ends to be closed', () => proxy.connections() === 0);
});

it('cuts after so many bytes of the requests', async () => {
  const { socket, answers } = await client();
  socket.write('one');
  await answers('ONE');
  proxy.cutAfter(4, 'requests');
  socket.write('hello');
  await eventually('both ends to be closed', () => proxy.connections() === 0);
  expect(received[0]!.toString()).toBe('onehell');
});

it('swallows one direction, and tells nobody', async () => {
  const { socket, seen, answers } = await client();
  socket.write('a');
  await answers('A');
  proxy.swallow('answers');
  socket.write('b');
  await eventually('the request', () => received[0]!.toString() === 'ab');
  await aWhile();
  expect(seen).toEqual({ text: 'A', isEnded: false, code: '' });
  const later = await client();
  later.socket.end('c');
  await eventually('its request', () => received[1]?.toString() === 'c' && ended === 1);
  await aWhile();
  expect(later.seen).toEqual({ text: '', isEnded: false, code: '' });
  await proxy.heal();
  const last = await client();
  last.socket.write('d');
  await last.answers('D');
  socket.write('e');
  await eventually('the request', () => received[0]!.toString() === 'abe');
  await aWhile();
  expect(seen.text).toBe('A'); // a connection that lost bytes stays mute
});

it('swallows requests, so that nothing happens', async () => {
  const { socket, seen } = await client();
  proxy.swallow('requests');
  socket.end('a');
  await aWhile();
  expect([Buffer.concat(received).length, ended, seen.text, seen.code]).toEqual([0, 0, '', '']);
});

it('swallows the answer to the next request only, once the request has been carried out', async () => {
  const [one, other] = [await client(), await client()];
  const swallowed = proxy.swallowNextAnswer();
  one.socket.write('a');
  await swallowed;
  expect(received[0]!.toString()).toBe('a');
  other.socket.write('b');
  await other.answers('B');
  expect(one.seen).toEqual({ text: '', isEnded: false, code: '' });
  proxy.reset();
  await eventually('both to break', () => one.seen.code !== '' && other.seen.code !== '');
  expect(one.seen).toEqual({ text: '', isEnded: false, code: 'ECONNRESET' });
});

it('resets what is open and takes what comes', async () => {
  const { seen } = await client();
  await eventually('the connection', () => proxy.connections() === 1);
  proxy.reset();
  await eventually('the reset', () => seen.code === 'ECONNRESET');
  const { socket, answers } = await client();
  socket.write('a');
  await answers('A');
});

it('refuses, on the same port on which it is healed again', async () => {
  const { port } = proxy;
  proxy.refuse();
  expect((await client()).seen.code).toBe('ECONNREFUSED');
  await proxy.heal();
  const { socket, answers } = await client();
  socket.write('a');
  await answers('A');
  expect(proxy.port).toBe(port);
});

it('refuses what the server behind it refuses', async () => {
  server.close();
  const { socket, seen } = await client();
  socket.write('a');
  await eventually('the connection to break', () => seen.code !== '' || seen.isEnded);
});

it('draws the same from the same seed, evenly, and something else from another', () => {
  const drawn = (seed: number): number[] => {
    const random = randomFrom(seed);
    return Array.from({ length: 1_000 }, random);
  };
  expect(drawn(3)).toEqual(drawn(3));
  expect(drawn(3)).not.toEqual(drawn(4));
  const tenths = Array.from({ length: 10 }, (_, tenth) => drawn(3).filter((number) => Math.floor(10 * number) === tenth).length);
  expect(Math.min(...tenths)).toBeGreaterThan(60);
});
