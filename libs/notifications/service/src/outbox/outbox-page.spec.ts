import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { outboxPost } from '../mail/post.js';
import { outboxPage } from './outbox-page.js';

let home: string;
let server: ReturnType<ReturnType<typeof express>['listen']>;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  server = express().use(outboxPage(join(home, 'outbox'))).get('/other', (_, response) => void response.send('other')).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  await rm(home, { recursive: true, force: true });
});

const get = async (path = '/development/outbox', host?: string, method = 'GET') => {
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: '127.0.0.1', port, path, method, headers: { host: host ?? `127.0.0.1:${port}` } }).end();
  const [response] = await once(asked, 'response') as [import('node:http').IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk as string;
  return { status: response.statusCode, text, headers: response.headers };
};
const write = (id: string, text: string, subject = 'Vouchsafe: something has changed') => outboxPost(join(home, 'outbox'), 'V <v@v.example>').send({ id, to: 'ben@acme.example', subject, text });

it('shows what was written, long lines and other alphabets whole', async () => {
  const long = `https://vouchsafe.example/${'x'.repeat(120)}`;
  await write('one', `Größe\n${long}\n`);
  const { status, text } = await get();
  expect(status).toBe(200);
  for (const part of ['to ben@acme.example', 'Vouchsafe: something has changed', 'Größe', long]) expect(text).toContain(part);
});

it('says so when there is none', async () => expect((await get()).text).toContain('None has been written yet.'));

it('runs nothing that a mail may hold', async () => {
  await write('one', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>');
  const { text, headers } = await get();
  expect(text).not.toMatch(/<script|<img/);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it('shows no file that is no mail', async () => {
  await write('one', 'hello');
  await writeFile(join(home, 'outbox', 'two.eml.part'), 'half a mail');
  expect((await get()).text).not.toContain('half a mail');
});

it.each([['under another name', '/development/outbox', 'evil.example', 'GET'], ['by another method', '/development/outbox', undefined, 'POST']])('does not answer %s', async (_, path, host, method) =>
  expect((await get(path, host, method)).status).toBe(404));

it('leaves every other path alone', async () => expect((await get('/other')).text).toBe('other'));
