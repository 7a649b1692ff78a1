import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Address } from './pin-address.js';
import { postOnce, type Egress } from './post-once.js';
import { receiver, until, type Received, type Receiver } from './receiver.fixtures.js';

jest.setTimeout(90_000);
const HERE: Address = { address: '127.0.0.1', family: 4 };
const METADATA: Address = { address: '169.254.169.254', family: 4 };
const going = (egress: Partial<Egress> = {}): Egress => ({
  resolve: async () => [HERE], allowLoopback: true, limits: { deadline: 20_000, answer: 64 * 1024 }, ...egress,
});
const soon = { limits: { deadline: 400, answer: 64 * 1024 } };
const post = (url: string, egress = going()) => postOnce(egress, url, { 'content-type': 'application/json' }, '{"type":"x"}', new AbortController().signal);

let opened: Receiver[];
beforeEach(() => { opened = []; });
afterEach(async () => { for (const each of opened) await each.close(); });
const hearing = async (answer?: (received: Received) => void) => {
  const other = await receiver(answer);
  opened.push(other);
  return other;
};

describe('a receiver that', () => {
  it.each([200, 204, 302, 410, 500])('answers %i is heard', async (status) => {
    const other = await hearing(({ response }) => void response.writeHead(status).end('x'));
    expect(await post(other.url)).toBe(status);
    expect(other.received).toEqual([expect.objectContaining({ body: '{"type":"x"}', path: '/hook', headers: expect.objectContaining({ 'content-type': 'application/json', host: `127.0.0.1:${other.port}` }) })]);
    await until(() => other.connections() === 0); // no connection is kept for the next
  });

  it('redirects to a metadata service, or anywhere else, is not followed', async () => {
    const elsewhere = await hearing();
    const other = await hearing(({ response }) => void response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data/' }).end());
    const another = await hearing(({ response }) => void response.writeHead(301, { location: elsewhere.url }).end());
    expect([await post(other.url), await post(another.url)]).toEqual([307, 301]);
    expect([other.received.length, another.received.length, elsewhere.received.length]).toEqual([1, 1, 0]);
  });

  it('hangs is left', async () => {
    const other = await hearing(() => {});
    await expect(post(other.url, going(soon))).rejects.toMatchObject({ name: 'TimeoutError' });
    await until(() => other.connections() === 0);
  });

  it('does not even say hello is left', async () => {
    const deaf = createServer(() => {}).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    await expect(post(`http://127.0.0.1:${(deaf.address() as AddressInfo).port}`, going(soon))).rejects.toMatchObject({ name: 'TimeoutError' });
    deaf.close();
  });

  it('drips its headers a byte at a time is left: the deadline is for the whole', async () => {
    const dripping = createServer((socket) => {
      const text = `HTTP/1.1 200 OK\r\n${'x-drip: drip\r\n'.repeat(500)}`;
      let at = 0;
      const timer = setInterval(() => socket.write(text[at++] ?? 'x'), 20);
      socket.on('error', () => {}).on('close', () => clearInterval(timer)).resume();
    }).listen(0, '127.0.0.1');
    await once(dripping, 'listening');
    await expect(post(`http://127.0.0.1:${(dripping.address() as AddressInfo).port}`, going(soon))).rejects.toMatchObject({ name: 'TimeoutError' });
    dripping.close();
  });

  it('drips its answer has answered, and is cut', async () => {
    const other = await hearing(({ response }) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await post(other.url, going(soon))).toBe(200);
    await until(() => other.connections() === 0);
  });

  it('answers ten megabytes is read no further than is polite', async () => {
    let written = 0;
    const other = await hearing(({ response }) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const go = (): void => {
        while (written < 10 * 1024 * 1024 && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', go);
        }
        if (!response.destroyed) response.end();
      };
      go();
    });
    expect(await post(other.url)).toBe(200);
    await until(() => other.connections() === 0);
    expect(written).toBeLessThan(10 * 1024 * 1024); // what buffers hold is less than all of it
  });

  it('answers with endless headers is refused', async () => {
    const other = await hearing(({ response }) => void response.writeHead(200, { 'x-long': 'x'.repeat(15_000), 'x-longer': 'x'.repeat(15_000) }).end());
    await expect(post(other.url)).rejects.toMatchObject({ code: 'HPE_HEADER_OVERFLOW' });
  });

  it('changes to another protocol is refused', async () => {
    const odd = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'))).listen(0, '127.0.0.1');
    await once(odd, 'listening');
    await expect(post(`http://127.0.0.1:${(odd.address() as AddressInfo).port}`)).rejects.toThrow('another protocol');
    odd.close();
  });
});

describe('a name', () => {
  /** Answers the first time as `first`, and otherwise ever after. */
  const changing = (first: readonly Address[], after: readonly Address[]) => {
    let asked = 0;
    return { asked: () => asked, resolve: async () => ((asked += 1) === 1 ? first : after) };
  };

  it('that answers otherwise the second time is not asked a second time: who was checked is who is connected to', async () => {
    const other = await hearing();
    const { asked, resolve } = changing([HERE], [METADATA]);
    expect(await post(`http://hooks.example.com:${other.port}/hook`, going({ resolve }))).toBe(200);
    expect([asked(), other.received.length, other.received[0]?.headers['host']]).toEqual([1, 1, `hooks.example.com:${other.port}`]);
    await expect(post(`http://hooks.example.com:${other.port}/hook`, going({ resolve }))).rejects.toMatchObject({ name: 'AddressNotAllowed' });
    expect([asked(), other.received.length]).toEqual([2, 1]);
  });

  it.each<[string, readonly Address[]]>([
    ['a metadata service', [METADATA]], ['a neighbour', [{ address: '10.0.0.7', family: 4 }]], ['a neighbour by IPv6', [{ address: 'fd00::7', family: 6 }]],
    ['this machine in disguise', [{ address: '::ffff:127.0.0.1', family: 6 }]], ['one public address and one that is not', [{ address: '1.1.1.1', family: 4 }, METADATA]], ['nowhere', []],
  ])('that leads to %s is not connected to, not even in development', async (_, addresses) => {
    await expect(post('https://hooks.example.com/', going({ resolve: async () => addresses }))).rejects.toMatchObject({ name: 'AddressNotAllowed' });
  });

  it('that leads to this machine is not connected to, unless it is allowed', async () => {
    const other = await hearing();
    for (const url of [`https://hooks.example.com:${other.port}/`, `https://127.0.0.1:${other.port}/`, `https://[::1]:${other.port}/`, `http://hooks.example.com:${other.port}/`]) {
      await expect(post(url, going({ allowLoopback: false }))).rejects.toMatchObject({ name: 'AddressNotAllowed' });
    }
    expect([other.received.length, other.connections()]).toEqual([0, 0]);
  });

  it('that cannot be resolved, or not in time, is a fault that passes', async () => {
    await expect(post('https://hooks.example.com/', going({ resolve: async () => { throw Object.assign(new Error('none'), { code: 'ENOTFOUND' }); } }))).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(post('https://hooks.example.com/', going({ ...soon, resolve: () => new Promise(() => {}) }))).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

it('is given up when the attempt is', async () => {
  const other = await hearing(() => {});
  const abort = new AbortController();
  const asked = postOnce(going(), other.url, {}, '{}', abort.signal);
  const ended = expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await until(() => other.received.length === 1);
  abort.abort();
  await ended;
});
