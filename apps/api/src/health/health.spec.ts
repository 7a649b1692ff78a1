import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AdminServer, ApiModule, startApi, type ReadinessCheck } from '../index.js';

class NobodyKnows {
  authenticate(): Promise<never> { return Promise.reject(Object.assign(new Error('Please sign in.'), { name: 'Unauthenticated' })); }
}
@Module({ providers: [NobodyKnows], exports: [NobodyKnows] })
class SignInModule {}

let trouble: Error | 'silence' | undefined;
const database: ReadinessCheck = {
  part: 'database',
  check: () => (trouble === 'silence' ? new Promise(() => {}) : trouble ? Promise.reject(trouble) : Promise.resolve()),
};
const wakeups: ReadinessCheck = { part: 'wake-ups', check: async () => {} };

let app: NestExpressApplication;
let url: string;
let admin: string;
beforeAll(async () => {
  const module = ApiModule.with({
    contexts: [{ module: SignInModule, schema: new URL('./spec-schema/', import.meta.url) }],
    production: true, imports: [SignInModule], authenticator: NobodyKnows, cursorSecret: 'a secret of at least thirty-two bytes', log: () => {},
    readiness: { inject: [], checks: () => [database, wakeups] }, adminPort: 0,
  });
  app = await startApi(module, { port: 0, host: '127.0.0.1', logger: false, before: [(req, res, next) => (req.path === '/first' ? void res.end('first') : next())] });
  url = await app.getUrl();
  admin = app.get(AdminServer).address!;
});
beforeEach(() => { trouble = undefined; });
afterAll(() => app.close());

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
  const told = await get(`${admin}/health`);
  expect([told.status, JSON.parse(told.body)]).toEqual([503, {
    status: 'error',
    parts: [{ part: 'database', ok: false, milliseconds: expect.any(Number), reason: 'connect ECONNREFUSED 10.0.0.7:5432' }, { part: 'wake-ups', ok: true, milliseconds: expect.any(Number) }],
  }]);
});

it('does not wait for a part that says nothing', async () => {
  trouble = 'silence';
  expect((await get(`${url}/health/ready`)).status).toBe(503);
});

it('keeps the operators\' page on this machine, and says nothing else there', async () => {
  expect(new URL(admin).hostname).toBe('127.0.0.1');
  expect((await get(`${admin}/metrics`)).status).toBe(404);
  expect((await get(`${url}/metrics`)).status).toBe(404);
});
