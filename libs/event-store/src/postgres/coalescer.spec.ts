import { anAppend, aTenant, aWrite } from '../testing.js';
import type { AppendResult } from '../event-store.js';
import { OutcomeUnknown, LogIsHeld, UnknownLog } from '../faults.js';
import { prepare, type PreparedAppend } from '../prepare.js';
import { Coalescer } from './coalescer.js';

const ACME = aTenant(1);
const done: AppendResult = { outcome: 'appended', position: 1, versions: [1], recordedAt: '2026-01-01T00:00:00.000Z', replayed: false };
const refused = (code: string) => Object.assign(new Error(code), { severity: 'ERROR', code });
const broken = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });

/** Appends of `keys`, sent at once; `answer` is the server's to each call, by its keys. */
const sending = async (keys: readonly string[], answer: (keys: string[], call: number) => unknown) => {
  const calls: string[][] = [];
  let announced = 0;
  const coalescer = new Coalescer(async (_tenant, batch: readonly PreparedAppend[]) => {
    await Promise.resolve();
    calls.push(batch.map(({ append }) => append.requestKey));
    const fault = answer(calls.at(-1)!, calls.length);
    if (fault !== undefined) throw fault as Error;
    return batch.map(() => done);
  }, () => { announced += 1; });
  const results = await Promise.allSettled(keys.map((requestKey) => coalescer.append(ACME, prepare(anAppend(aWrite('s'), { requestKey })))));
  return { calls, announced, results: results.map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as Error).constructor)), reasons: results.map((result) => (result as PromiseRejectedResult).reason as unknown) };
};

it('sends together what arrives while a call is under way', async () => {
  const { calls, announced } = await sending(['a', 'b', 'c'], () => undefined);
  expect(calls).toEqual([['a'], ['b', 'c']]);
  expect(announced).toBe(2);
});

it('never sends one key twice in a call, and keeps the order', async () => {
  const { calls } = await sending(['a', 'b', 'b', 'c'], () => undefined);
  expect(calls).toEqual([['a'], ['b'], ['b', 'c']]);
});

it.each(['ECONNRESET', 'EPIPE', '57P01', '08006'])('calls the outcome of all members unknown when the connection is lost: %s', async (code) => {
  const { calls, results } = await sending(['a', 'b', 'c'], (_keys, call) => (call > 1 ? (code.length > 5 || code === 'EPIPE' ? broken(code) : refused(code)) : undefined));
  expect(calls).toHaveLength(2); // an append that may have happened is not sent again by us
  expect(results).toEqual(['ok', OutcomeUnknown, OutcomeUnknown]);
});

it('says that nothing happened when no connection was to be had', async () => {
  const { reasons } = await sending(['a'], () => broken('ECONNREFUSED'));
  expect(reasons[0]).toMatchObject({ code: 'ECONNREFUSED' });
});

it('tries each member alone, once, when the server refused the call', async () => {
  const { calls, results } = await sending(['a', 'b', 'c', 'd'], (keys) => (keys.includes('c') ? refused('22P02') : undefined));
  expect(calls).toEqual([['a'], ['b', 'c', 'd'], ['b'], ['c'], ['d']]);
  expect(results).toEqual(['ok', 'ok', Error, 'ok']);
});

it.each(['40001', '40P01'])('repeats a call that was the victim of others: %s', async (code) => {
  const { calls, results } = await sending(['a', 'b'], (_keys, call) => (call === 2 || call === 3 ? refused(code) : undefined));
  expect(calls).toEqual([['a'], ['b'], ['b'], ['b']]);
  expect(results).toEqual(['ok', 'ok']);
});

it('gives up at once on a log that somebody else holds: who waits behind has waited long enough', async () => {
  const { calls, results } = await sending(['a', 'b', 'c'], (_keys, call) => (call > 1 ? refused('55P03') : undefined));
  expect(calls).toEqual([['a'], ['b', 'c']]);
  expect(results).toEqual(['ok', LogIsHeld, LogIsHeld]);
});

it('tells a tenant without a log from other refusals', async () => {
  expect((await sending(['a', 'b', 'c'], () => refused('VS001'))).results).toEqual([UnknownLog, UnknownLog, UnknownLog]);
});
