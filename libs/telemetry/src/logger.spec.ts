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

describe('what belongs in no log does not get there', () => {
  const CANARY = 'Amara-Okafor-canary';
  const fields = ['name', 'givenName', 'family_name', 'fullName', 'displayName', 'personName', 'managerName', 'sponsorName', 'protegeName', 'email', 'workEmail', 'Work-Email', 'phone', 'employeeNumber', 'employeeId',
    'dateOfBirth', 'gender', 'ethnicity', 'disability', 'nationality', 'traits', 'authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token', 'accessToken', 'refresh_token', 'idToken', 'databaseUrl'];

  it.each(fields)('as the field %s, wherever it lies', (field) => {
    const { log, lines } = listening();
    log.info({ [field]: CANARY }, 'on top');
    log.info({ person: { [field]: CANARY } }, 'inside');
    log.info({ rows: [{ line: 7, card: { [field]: [CANARY] } }] }, 'in a list');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain(CANARY);
    expect(lines[2]).toContain('"line":7');
  });

  it.each([
    ['an address', 'Key (email)=(amara.okafor+vouch@harbour-line.example) already exists', /amara|harbour-line/],
    ['an address with letters of elsewhere', 'nobody is called zoë.müller@bücher.example here', /zoë|bücher/],
    ['a token', 'refused: Bearer s3cret-t0ken', /s3cret/],
    ['a signed token', 'refused eyJhbGciOiJFUzI1NiJ9.eyJlbWFpbCI6ImEifQ.c2ln', /eyJ/],
    ['a password', 'connecting to postgres://vouchsafe:hush@db.example:5432/vouchsafe', /hush/],
  ])('as %s in a text', (_, text, leak) => {
    for (const format of ['json', 'readable'] as const) {
      const { log, lines } = listening({ format });
      log.warn(text);
      log.error({ err: new Error(text), why: text }, 'failed');
      expect(lines).toHaveLength(2);
      expect(lines.join('')).not.toMatch(leak);
    }
  });

  it('nor where nobody looks any more, so deep', () => {
    const { log, lines } = listening();
    log.info({ a: { b: { c: { d: { e: { f: { called: CANARY } } } } } } }, 'deep');
    expect(lines[0]).not.toContain(CANARY);
  });

  it('and takes nothing else along', () => {
    const { log, entries } = listening();
    const said = { part: 'node_modules/@opentelemetry/sdk-node/build/sdk.js', client: 'kafkajs@2.2.4', tenant: '00000000-0000-4000-8000-00000000000a', position: 7, at: new Date(0), none: null, list: [1, 'two'] };
    log.info(said, 'folded');
    expect(entries()).toMatchObject([{ ...said, at: '1970-01-01T00:00:00.000Z', msg: 'folded' }]);
  });
});

it('takes what Nest says, with the part that said it', () => {
  const { log, entries } = listening();
  const nest = new NestLogger(log);
  nest.log('Mapped {/health}', 'RouterExplorer'); // for nobody at this level
  nest.warn('slow', 'NestApplication');
  nest.error(new Error('no such column'), 'ExceptionsHandler');
  expect(entries()).toHaveLength(2);
  expect(entries()).toMatchObject([
    { level: 'warn', msg: 'slow', context: 'NestApplication' },
    { level: 'error', msg: 'no such column', context: 'ExceptionsHandler', err: { type: 'Error', message: 'no such column' } },
  ]);
});

it('keeps the correlation id that a caller offers, unless it has no business in a log', () => {
  expect(correlationId('4bf92f35:7')).toBe('4bf92f35:7');
  for (const offered of [undefined, '', 'a b', 'x\n{"level":"error"}', 'x'.repeat(101), 7]) expect(correlationId(offered)).toMatch(/^[0-9a-f-]{36}$/);
});
