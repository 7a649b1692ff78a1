import { request } from 'node:http';
import { aTenant } from '@vouchsafe/event-store/testing';
import { aDirectoryApi } from '../directory-api.fixtures.js';
import { aDirectory, hrFile, organogram, type ADirectory } from '../directory.fixtures.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
const OPERATOR = `${ACME}/op/OPERATOR`;
const AS_OF = { asOf: '2026-03-31' };
let d: ADirectory;
let api: Awaited<ReturnType<typeof aDirectoryApi>>;
beforeAll(async () => {
  d = await aDirectory(ACME, GLOBEX);
  api = await aDirectoryApi(d);
});
afterAll(async () => {
  await api.app.close();
  await d.close();
});

const errorOf = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code, correlationId: expect.any(String) } }] });

it('stages an upload, and takes it over with the same request that says so', async () => {
  const staged = await api.upload(OPERATOR, { ...AS_OF, fileName: 'march.csv' }, organogram(['1'], ['2', '1']));
  expect(staged).toMatchObject({ status: 200, body: { file: 'march.csv', state: 'STAGED', dryRun: true, posts: 2, changes: { postsOpened: 2 }, refusals: [] } });
  const taken = await api.upload(OPERATOR, { ...AS_OF, confirm: 'true' }, organogram(['1'], ['2', '1']));
  expect(taken).toMatchObject({ status: 200, body: { state: 'CONFIRMED', dryRun: false, position: 10 } });
  expect((await d.state(ACME)).posts.size).toBe(2);
});

it('takes a key map before the file', async () => {
  await d.importText(GLOBEX, organogram(['1'], ['2', '1']));
  const keyMap = JSON.stringify({ 1: '101', 2: '102' });
  const answer = await api.upload(`${GLOBEX}/op/OPERATOR`, { ...AS_OF, confirm: 'true', keyMapBytes: String(Buffer.byteLength(keyMap)) }, keyMap + organogram(['101'], ['102', '101']));
  expect(answer.body).toMatchObject({ state: 'CONFIRMED', changes: { postsRenumbered: 2, postsOpened: 0, postsClosed: 0 } });
});

it('answers a refusal in the review', async () => {
  const answer = await api.upload(OPERATOR, { ...AS_OF, confirm: 'true' }, organogram(['9']));
  expect(answer).toMatchObject({ status: 200, body: { state: 'REFUSED', refusals: [{ name: 'TooManyWouldLeave', message: expect.any(String) }] } });
});

it.each<[string, string | undefined, Record<string, string>, string, number, string]>([
  ['without a sign-in', undefined, AS_OF, 'text/csv', 401, 'UNAUTHENTICATED'],
  ['from someone who may not', `${ACME}/p/SPONSOR`, AS_OF, 'text/csv', 404, 'NOT_FOUND'],
  ['without a day', OPERATOR, {}, 'text/csv', 400, 'BAD_USER_INPUT'],
  ['with a day that is none', OPERATOR, { asOf: '2026-02-30' }, 'text/csv', 400, 'BAD_USER_INPUT'],
  ['with a parameter that nobody knows', OPERATOR, { ...AS_OF, dryrun: 'true' }, 'text/csv', 400, 'BAD_USER_INPUT'],
  ['of another type', OPERATOR, AS_OF, 'text/plain', 400, 'BAD_USER_INPUT'],
  ['with a key map that is none', OPERATOR, { ...AS_OF, keyMapBytes: '4' }, 'text/csv', 400, 'BAD_USER_INPUT'],
])('refuses an upload %s, as the API words errors', async (_, token, parameters, type, status, code) => {
  const answer = await api.upload(token, parameters, organogram(['1']), type);
  expect(answer).toMatchObject({ status, body: errorOf(code), correlationId: expect.any(String) });
});

it('says CONFLICT where a request key comes back with another file', async () => {
  await api.upload(OPERATOR, { ...AS_OF, requestKey: 'again' }, organogram(['1'], ['2', '1']));
  expect(await api.upload(OPERATOR, { ...AS_OF, requestKey: 'again' }, organogram(['1']))).toMatchObject({ status: 409, body: errorOf('CONFLICT') });
});

it('reads no more than a hundred megabytes, and the sender gets to read why', async () => {
  const line = Buffer.from(`${'x'.repeat(99)}\n`.repeat(10_000));
  const head = Buffer.from(`${organogram(['1'])}\n`);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(sent === 0 ? head : line);
      sent += 1;
      if (sent > 105) controller.close();
    },
  });
  const before = await d.log.head(ACME);
  expect(await api.upload(OPERATOR, AS_OF, body)).toMatchObject({ status: 200, body: { state: 'REFUSED', importId: null, refusals: [{ name: 'FileIsTooLarge' }] } });
  expect(await d.log.head(ACME)).toEqual(before);
}, 900_000); // a million rows are cut before the limit is met

it('keeps nothing of a file whose sender went away in the middle', async () => {
  const before = await d.log.head(ACME);
  await new Promise<void>((resolve) => {
    const sending = request(`${api.url}/people-files?asOf=2026-03-31&confirm=true`, { method: 'POST', headers: { 'content-type': 'text/csv', authorization: `Bearer ${OPERATOR}` } });
    sending.on('error', () => resolve()).on('close', () => resolve());
    sending.write(organogram(['1'], ['2', '1'], ['3', '1']));
    setTimeout(() => sending.destroy(), 100);
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await d.log.head(ACME)).toEqual(before);
  expect(api.faults).toEqual([]);
});

it('puts no value of a file into answers about rows', async () => {
  const review = await api.upload(OPERATOR, { ...AS_OF, profile: 'hr' }, hrFile(['1', '', { name: 'Amara Okafor', start: 'yesterday' }]));
  expect(review.body).toMatchObject({ rejected: [{ line: 2, column: 'startDate', code: 'BAD_DATE' }] });
  expect(JSON.stringify(review.body)).not.toMatch(/Amara|yesterday|example\.org/);
});
