import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

export type Ranges = Readonly<Record<number, readonly [oldest: number, newest: number]>>;

/** What broker 4.2 and later accept of the requests that the clients send. */
export const KAFKA_4: Ranges = {
  0: [3, 13], 1: [4, 18], 2: [1, 11], 3: [0, 13], 8: [2, 10], 9: [1, 10], 10: [0, 6], 11: [0, 9], 12: [0, 4], 13: [0, 5], 14: [0, 5], 15: [0, 6], 17: [0, 1], 18: [0, 4], 19: [2, 7], 22: [0, 6], 36: [0, 2],
};

/** A broker that knows one request, ApiVersions in version 0, and answers it as told.
 * @returns `requests`: the key of every request that came, so that one can see what was asked beyond it */
export const fakeBroker = async (ranges: Ranges, answer: (bytes: Buffer) => Buffer = (bytes) => bytes) => {
  const requests: number[] = [];
  const serve = (socket: Socket): void => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined).on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (; received.length >= 4 && received.length >= 4 + received.readInt32BE(0); received = received.subarray(4 + received.readInt32BE(0))) {
        requests.push(received.readInt16BE(4));
        if (received.readInt16BE(4) !== 18 || received.readInt16BE(6) !== 0) return void socket.destroy();
        const entries = Object.entries(ranges);
        const body = Buffer.alloc(10 + entries.length * 6);
        body.writeInt32BE(received.readInt32BE(8), 0); // the correlation, then no error
        body.writeInt32BE(entries.length, 6);
        entries.forEach(([key, [oldest, newest]], index) => [Number(key), oldest, newest].forEach((value, at) => body.writeInt16BE(value, 10 + index * 6 + at * 2)));
        const size = Buffer.alloc(4);
        size.writeInt32BE(body.length);
        socket.write(answer(Buffer.concat([size, body])));
      }
    });
  };
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { broker: `127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close: () => new Promise((done) => { server.close(done); }) };
};
