import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { randomFrom } from './random-from.js';
import { Line, type Conditions } from './tcp-proxy-line.js';

/** Requests go to the server, answers come from it. */
export type Direction = 'requests' | 'answers';

/** Stands before a TCP server, passes everything on, and fails on demand in the ways in which networks fail. */
export interface TcpProxy {
  readonly port: number;
  /** How many connections are open. */
  connections(): number;
  /** Holds from now on, for open connections too. */
  conditions(conditions: Conditions): void;
  /** Breaks each connection, open or to come, once so many more bytes have passed in this direction. */
  cutAfter(bytes: number, direction: Direction): void;
  /** Passes nothing on in this direction, on no connection: half-open, as behind a firewall that forgot. */
  swallow(direction: Direction): void;
  /** Swallows all answers of the connection on which the next request comes; the request arrives.
   * @param isIt which request: the bytes of one piece, as they were sent
   * @returns when the first byte of an answer was swallowed */
  swallowNextAnswer(isIt?: (piece: Buffer) => boolean): Promise<void>;
  /** Breaks every open connection, for both ends. */
  reset(): void;
  /** Lets nobody connect any more, as where nobody listens. */
  refuse(): void;
  /** Undoes all of that for what comes. A connection that something was swallowed of stays mute, for what is missing is missing. */
  heal(): Promise<void>;
  close(): void;
}

interface Connection { readonly lines: Readonly<Record<Direction, Line>>; reset(): void }

const asItIs = () => ({ conditions: {} as Conditions, mute: new Set<Direction>(), cut: new Map<Direction, number>() });

/** Starts one on a free port of the loopback.
 * @param seed of the jitter */
export const tcpProxy = async (target: { readonly host?: string; readonly port: number }, seed = 1): Promise<TcpProxy> => {
  const open = new Set<Connection>();
  const random = randomFrom(seed);
  let network = asItIs();
  let waiting: { readonly isIt: (piece: Buffer) => boolean; readonly swallowed: () => void } | undefined; // for the next request

  const serve = (client: Socket): void => {
    const upstream = connect({ host: target.host ?? '127.0.0.1', port: target.port, allowHalfOpen: true });
    const ends = [client, upstream];
    const line = (direction: Direction, from: Socket, to: Socket): Line => {
      const made = new Line(from, to, () => network.conditions, random);
      made.isMute = network.mute.has(direction);
      made.left = network.cut.get(direction) ?? Infinity;
      return made;
    };
    const lines = { requests: line('requests', client, upstream), answers: line('answers', upstream, client) };
    lines.requests.onPiece = (piece) => {
      if (!waiting?.isIt(piece)) return;
      lines.answers.onPiece = waiting.swallowed;
      lines.answers.isMute = true;
      waiting = undefined;
    };
    const connection = { lines, reset: () => ends.forEach((socket) => socket.resetAndDestroy()) };
    open.add(connection);
    for (const socket of ends) {
      socket.setNoDelay(true).on('error', () => connection.reset());
      socket.on('close', () => { if (ends.every(({ destroyed }) => destroyed)) open.delete(connection); });
    }
  };

  let port = 0;
  let server: Server;
  const listen = async (): Promise<void> => {
    server = createServer({ allowHalfOpen: true }, serve).listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  };
  const each = (work: (connection: Connection) => void): void => [...open].forEach(work);
  await listen();
  return {
    port,
    connections: () => open.size,
    conditions: (conditions) => { network.conditions = conditions; },
    cutAfter: (bytes, direction) => {
      network.cut.set(direction, bytes);
      each(({ lines }) => { lines[direction].left = bytes; });
    },
    swallow: (direction) => {
      network.mute.add(direction);
      each(({ lines }) => { lines[direction].isMute = true; });
    },
    swallowNextAnswer: (isIt = () => true) => new Promise((swallowed) => { waiting = { isIt, swallowed }; }),
    reset: () => each(({ reset }) => reset()),
    refuse: () => void server.close(),
    heal: async () => {
      network = asItIs();
      waiting = undefined;
      each(({ lines }) => { lines.requests.left = lines.answers.left = Infinity; });
      if (!server.listening) await listen();
    },
    close: () => {
      server.close();
      each(({ reset }) => reset());
    },
  };
};
