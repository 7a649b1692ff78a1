import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

/** What a broker accepts of each request, by the request's key. */
export type BrokerRanges = ReadonlyMap<number, { readonly min: number; readonly max: number }>;

const [API_VERSIONS, CORRELATION, NAME] = [18, 1, 'vouchsafe'];
const ANSWERS_WITHIN = 5_000; // ms
const LARGEST_ANSWER = 65_536; // bytes; a real one has about 500

/** ApiVersions in version 0, which every broker must accept, before authentication too. */
const request = (): Buffer => {
  const text = Buffer.from(NAME);
  const bytes = Buffer.alloc(14 + text.length);
  bytes.writeInt32BE(bytes.length - 4, 0);
  bytes.writeInt16BE(API_VERSIONS, 4);
  bytes.writeInt16BE(0, 6);
  bytes.writeInt32BE(CORRELATION, 8);
  bytes.writeInt16BE(text.length, 12);
  text.copy(bytes, 14);
  return bytes;
};

/** The answer without its size: correlation, error, and an array of key, oldest, newest. */
const ranges = (answer: Buffer, from: string): BrokerRanges => {
  if (answer.length < 10 || answer.readInt32BE(0) !== CORRELATION) throw new Error(`What answers at ${from} is no Kafka broker.`);
  const [error, count] = [answer.readInt16BE(4), answer.readInt32BE(6)];
  if (error !== 0 || count < 0 || answer.length < 10 + count * 6) throw new Error(`The broker ${from} does not say which requests it accepts (error ${error}).`);
  return new Map(Array.from({ length: count }, (_, index) => {
    const at = 10 + index * 6;
    return [answer.readInt16BE(at), { min: answer.readInt16BE(at + 2), max: answer.readInt16BE(at + 4) }];
  }));
};

const readAnswer = async (socket: Socket, from: string): Promise<Buffer> => {
  let received: Buffer = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk as Buffer]);
    const size = received.length >= 4 ? received.readInt32BE(0) : 0;
    if (size < 0 || size > LARGEST_ANSWER) break;
    if (received.length >= 4 && received.length >= 4 + size) return received.subarray(4, 4 + size);
  }
  throw new Error(`What answers at ${from} is no Kafka broker.`);
};

/** Asks one broker, over a connection of its own.
 * @param broker `host:port`
 * @throws Error if nothing answers there, or something else than a broker */
export const apiVersionsOf = async (broker: string, tls?: ConnectionOptions): Promise<BrokerRanges> => {
  const at = broker.lastIndexOf(':');
  const address = { host: broker.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(broker.slice(at + 1)) };
  const socket: Socket = tls ? connectTls({ ...address, ...tls }) : connect(address);
  const late = setTimeout(() => socket.destroy(new Error(`The broker ${broker} has not answered within ${ANSWERS_WITHIN / 1_000} s.`)), ANSWERS_WITHIN);
  try {
    await once(socket, tls ? 'secureConnect' : 'connect');
    socket.write(request());
    return ranges(await readAnswer(socket, broker), broker);
  } finally {
    clearTimeout(late);
    socket.on('error', () => undefined).destroy();
  }
};
