import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Health, startAdminServer, type AdminServer, type Part } from '@vouchsafe/telemetry';
import { ApiModule, startApi } from '../index.js';

class NobodyKnows {
  authenticate(): Promise<never> { return Promise.reject(Object.assign(new Error('Please sign in.'), { name: 'Unauthenticated' })); }
}
@Module({ providers: [NobodyKnows], exports: [NobodyKnows] })
class SignInModule {}

let trouble: Error | 'silence' | undefined;
const database: Part = {
  part: 'database',
  check: () => (trouble === 'silence' ? new Promise(() => {}) : trouble ? Promise.reject(trouble) : Promise.resolve()),
};
const wakeups: Part = { part: 'wake-ups', check: async () => {} };

let app: NestExpressApplication;
let url: string;
let admin: AdminServer;
const health = new Health();
beforeAll(async () => {
  health.add(database);
  health.add(wakeups);
  health.up();
  const module = ApiModule.with({
    contexts: [{ module: SignInModule, schema: new URL('./spec-schema/', import.meta.url) }],
    production: true, imports: [SignInModule], authenticator: NobodyKnows, cursorSecret: 'a secret of at least thirty-two bytes', log: () => {},
    health,
  });
  app = await startApi(module, { port: 0, host: '127.0.0.1', logger: false, before: [(req, res, next) => (req.path === '/first' ? void res.end('first') : next())] });
  url = await app.getUrl();
  admin = await startAdminServer(0, health);
});
beforeEach(() => { trouble = undefined; });
afterAll(async () => {
  await app.close();
  await admin.close();
});

const get = async (address: string) => {
  const response = await fetch(address);
  return { status: response.status, body: await response.text() };
};

it('is alive and ready, and answers GraphQL', async () => {
  expect(await get(`${url}/health/live`)).toEqual({ status: 200, body: '{"status":"ok"}' });
  expect(JSON.parse((await get(`${url}/health/ready`)).body)).toMatchObject({ status: 'ok', details: { 'database': { status: 'up' }, 'wake-ups': { status: 'up' } } });
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  expect((await get(`${url}/first`)).body).toBe('first');
});

it('stays alive and is not ready while a part is away; what is wrong, only operators read', async () => {
  trouble = new Error('connect ECONNREFUSED 10.0.0.7:5432');
  expect((await get(`${url}/health/live`)).status).toBe(200);
  const ready = await get(`${url}/health/ready`);
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.body)).toMatchObject({ status: 'error', error: { database: { status: 'down' } } });
  expect(ready.body).not.toContain('10.0.0.7');
  const told = await get(`${admin.address}/health`);
  expect([told.status, JSON.parse(told.body)]).toEqual([503, {
    status: 'error',
    parts: [{ part: 'database', ok: false, milliseconds: expect.any(Number), reason: 'connect ECONNREFUSED 10.0.0.7:5432' }, { part: 'wake-ups', ok: true, milliseconds: expect.any(Number) }],
  }]);
});

it('does not wait for a part that says nothing', async () => {
  trouble = 'silence';
  expect((await get(`${url}/health/ready`)).status).toBe(503);
});

it('keeps what operators read on this machine, and on their port', async () => {
  expect(new URL(admin.address).hostname).toBe('127.0.0.1');
  expect((await get(`${admin.address}/metrics`)).status).toBe(200);
  expect((await get(`${url}/metrics`)).status).toBe(404);
});

it('is not ready from the moment that the process leaves', async () => {
  health.leave();
  const ready = await get(`${url}/health/ready`);
  expect([ready.status, JSON.parse(ready.body)]).toMatchObject([503, { info: { database: { status: 'up' } }, error: { process: { status: 'down' } } }]);
});
