import { correlationId, NestLogger, withCorrelation } from './index.js';
import { rootLogger, type LogSettings } from './logger.js';

const listening = (settings: Partial<LogSettings> = {}) => {
  const lines: string[] = [];
  const log = rootLogger({ level: 'info', format: 'json', to: { write: (line) => { lines.push(line); } }, ...settings }).child({ name: 'api' });
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

it('writes one line of JSON for a machine', () => {
  const { log, entries } = listening();
  log.info({ port: 4000 }, 'listening');
  expect(entries()).toEqual([{ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), name: 'api', port: 4000, msg: 'listening' }]);
});

it('writes one readable line for a person', () => {
  const { log, lines } = listening({ format: 'readable' });
  log.warn({ port: 4000, why: 'it is busy' }, 'waiting');
  log.error({ err: new Error('no\nluck') }, 'stopped');
  expect(lines).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3} warn {2}api: waiting port=4000 why="it is busy"\n$/),
    expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3} error api: stopped \(Error: no luck at .*logger\.spec\.ts.*\)\n$/),
  ]);
});

it('keeps to its level', () => {
  const { log, lines } = listening({ level: 'error' });
  log.warn('hm');
  expect(lines).toEqual([]);
});

it('knows the request that is being served, also after waiting', async () => {
  const { log, entries } = listening();
  await withCorrelation('request-1', async () => {
    await new Promise((done) => setTimeout(done, 1));
    log.info('inside');
  });
  log.info('outside');
  expect(entries().map((entry) => entry['correlationId'])).toEqual(['request-1', undefined]);
});

it('drops personal data and secrets that were passed by mistake, and the row in an error of PostgreSQL', () => {
  const { log, lines } = listening();
  const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(amara@example.org) already exists.' });
  log.error({ err: error, email: 'amara@example.org', person: { email: 'amara@example.org' }, req: { headers: { authorization: 'Bearer s3cret' } } }, 'failed');
  expect(lines[0]).toContain('23505');
  expect(lines[0]).not.toMatch(/amara|s3cret/);
});

it('takes what Nest says, with the part that said it', () => {
  const { log, entries } = listening();
  const nest = new NestLogger(log);
  nest.log('Mapped {/health}', 'RouterExplorer');
  nest.error(new Error('no such column'), 'ExceptionsHandler');
  expect(entries()).toMatchObject([
    { level: 'info', msg: 'Mapped {/health}', context: 'RouterExplorer' },
    { level: 'error', msg: 'no such column', context: 'ExceptionsHandler', err: { type: 'Error', message: 'no such column' } },
  ]);
});

it('keeps the correlation id that a caller offers, unless it has no business in a log', () => {
  expect(correlationId('4bf92f35:7')).toBe('4bf92f35:7');
  for (const offered of [undefined, '', 'a b', 'x\n{"level":"error"}', 'x'.repeat(101), 7]) expect(correlationId(offered)).toMatch(/^[0-9a-f-]{36}$/);
});
