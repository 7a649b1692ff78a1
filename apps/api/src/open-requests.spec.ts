import { Agent, request, type IncomingMessage } from 'node:http';
import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { OpenRequests } from './open-requests.js';
import { startApi } from './start-api.js';

@Module({ providers: [OpenRequests] })
class OutermostModule {}

let app: NestExpressApplication;
let agent: Agent;
let waiting: (() => void)[];
/** Answers at once, or when it is let go. */
const door: RequestHandler = (req, res) => {
  if (req.path === '/slow') waiting.push(() => void res.send('at last'));
  else res.send('at once');
};
beforeEach(async () => {
  waiting = [];
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  app = await startApi(OutermostModule, { port: 0, host: '127.0.0.1', logger: false, before: [door] });
});
afterEach(async () => {
  agent.destroy();
  await app.close();
});

const get = (path: string): Promise<{ text: string; connection: string | undefined }> => new Promise((resolve, reject) => {
  const { port } = app.getHttpServer().address() as { port: number };
  request({ agent, port, path }, (response: IncomingMessage) => {
    let text = '';
    response.on('data', (part) => { text += String(part); }).on('end', () => resolve({ text, connection: response.headers.connection })).on('error', reject);
  }).on('error', reject).end();
});
const until = async (isSo: () => boolean) => { while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5)); };

it('answers a request that is under way, and only then closes', async () => {
  const answer = get('/slow');
  await until(() => waiting.length === 1);
  let isClosed = false;
  const closed = app.close().then(() => { isClosed = true; });
  await until(() => !(app.getHttpServer() as { listening: boolean }).listening);
  expect(isClosed).toBe(false);
  waiting[0]!();
  expect((await answer).text).toBe('at last');
  await closed;
});

it('answers what comes through a kept connection while it is being told to leave, and then ends the connection', async () => {
  expect(await get('/')).toEqual({ text: 'at once', connection: 'keep-alive' });
  const closed = app.close();
  expect(await get('/')).toEqual({ text: 'at once', connection: 'close' });
  await closed;
});

it('may be told twice', async () => {
  await app.close();
  await app.close();
});
