import { Health } from './health.js';

it('does not answer ok for a part that came while it looked at the others', async () => {
  const health = new Health();
  let answer = () => {};
  health.add({ part: 'log', check: () => new Promise<void>((resolve) => { answer = resolve; }) });
  const report = health.report();
  health.add({ part: 'reactions', check: async () => { throw new Error('not yet'); } });
  health.up();
  answer();
  setImmediate(() => answer());
  expect(await report).toMatchObject({ status: 'error', parts: [{ part: 'log', ok: true }, { part: 'reactions', ok: false, reason: 'not yet' }] });
});
