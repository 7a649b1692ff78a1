import { readdir, readFile, rmdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { anInstallation, ask, eventually, freePort, type Installation, listening, newHome, newKey, PATIENCE_MS, processesOf, runProgram, signedIn, vouchsafeJson } from '@vouchsafe/test-support';

jest.setTimeout(2 * PATIENCE_MS);

const main = 'dist/apps/standalone/src/main.js';

interface LogEnd { readonly handle: string; readonly position: number; readonly chain: string }

const HANDLES = ['meridian', 'harbourline', 'linden-vale', 'torvald-reyes'];
const endsOf = async (installation: Installation): Promise<LogEnd[]> => {
  const ends: LogEnd[] = [];
  for (const handle of HANDLES) {
    const { head, chain, ok } = await vouchsafeJson<{ head: number; chain: string; ok: boolean }>(installation, ['verify', '--organization', handle]);
    expect({ handle, ok }).toEqual({ handle, ok: true });
    ends.push({ handle, position: head, chain });
  }
  return ends;
};

const undisturbed = async (until: string): Promise<LogEnd[]> => {
  const generator = runProgram('test/journeys/src/start/undisturbed-sample.mjs', [until], {});
  expect({ status: await generator.ended(), said: generator.said() }).toEqual({ status: 0, said: expect.stringMatching(/^\[/) });
  return JSON.parse(generator.said()) as LogEnd[];
};

describe('an installation', () => {
  let installation: Installation;
  let ends: LogEnd[];
  beforeAll(async () => { installation = await anInstallation({ sample: true, file: 'infra/commands/start.mjs' }); });
  afterAll(() => installation?.remove());

  it('shows its progress, and goes on where it was when it is killed in the middle of its first start', async () => {
    const first = installation.launch();
    await first.says('30 % of two years of three sample organizations');
    await installation.kill();
    expect(first.said()).not.toContain('Vouchsafe is ready.');

    const second = await installation.start();
    expect(second.said()).toContain(installation.origin);
    ends = await endsOf(installation);
    expect(ends.map(({ handle }) => handle)).toEqual(HANDLES);
  });

  it('has then made what an undisturbed start makes, to the byte', async () => {
    const { until } = JSON.parse(await readFile(`${installation.home}/sample.json`, 'utf8')) as { until: string };
    expect(ends).toEqual(await undisturbed(until));
  });

  it('answers GraphQL, shows GraphiQL to a browser, and says how it is', async () => {
    expect(await ask(installation.origin, '{ __typename }')).toMatchObject({ status: 200, data: { __typename: 'Query' }, errors: [] });
    const page = await fetch(`${installation.origin}/graphql`, { headers: { accept: 'text/html,application/xhtml+xml' } });
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toMatch(/<html[\s\S]*GraphiQL/i);
    expect(await (await fetch(`${installation.origin}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${installation.admin}/health`)).json()).toMatchObject({ status: 'ok', parts: expect.arrayContaining([expect.objectContaining({ ok: true })]) });
  });

  it('answers this machine alone, with the development sign-in and on the admin port', async () => {
    const elsewhere = Object.values(networkInterfaces()).flat().find((address) => address?.family === 'IPv4' && !address.internal)?.address ?? '127.0.0.2';
    expect(await listening('127.0.0.1', installation.adminPort)).toBe(true);
    expect(await listening(elsewhere, installation.adminPort)).toBe(false);
    expect(await listening(elsewhere, installation.port)).toBe(false);
  });

  it('lets nobody else into its home, and says who has it', async () => {
    const other = runProgram(main, [], { ...installation.env, PORT: String(await freePort()), ADMIN_PORT: String(await freePort()) });
    expect(await other.ended()).toBe(1);
    expect(other.said()).toMatch(new RegExp(`${installation.home} is in use by another Vouchsafe \\(process \\d+\\); stop that one, or set VOUCHSAFE_HOME to another folder\\.\n$`));
  });

  it('has everything that was acknowledged after kill -9, and makes the sample only once', async () => {
    const sponsor = signedIn(installation.origin, 'amara.okafor@harbourline.example');
    const { sponsorship } = await sponsor.asks<{ sponsorship: { commitments: { edges: { node: { commitmentId: string; status: string } }[] } } }>(
      '{ sponsorship { commitments(first: 10) { edges { node { commitmentId status } } } } }');
    const commitmentId = sponsorship.commitments.edges.find(({ node }) => node.status === 'ACTIVE')!.node.commitmentId;
    const recorded = await sponsor.does('recordAdvocacyAction', { requestKey: newKey(), commitmentId, behaviour: 'NOMINATE', forum: 'STAFFING' }, '... on AdvocacyActionRecorded { position }');
    await installation.kill();

    const again = await installation.start();
    expect(again.said()).not.toContain('sample data');
    const heads = (of: number[]): number[] => [...new Set(of)].sort((a, b) => a - b);
    const status = await vouchsafeJson<{ head: number }[]>(installation, ['projections', 'status']);
    const expected = ends.map(({ handle, position }) => (handle === 'harbourline' ? position + 1 : position));
    expect(Number(recorded.position)).toBe(expected[HANDLES.indexOf('harbourline')]);
    expect(heads(status.map(({ head }) => head))).toEqual(heads(expected));
  });

  it('ends with status 0 at Ctrl-C, pressed twice, and leaves nothing behind', async () => {
    const { child, ended } = await eventually('a program that runs', () => installation.current());
    expect(await processesOf(installation.home)).not.toEqual([]);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended()).toBe(0);
    expect(await processesOf(installation.home)).toEqual([]);
    expect(await listening('127.0.0.1', installation.port)).toBe(false);
    expect(await readdir(`${installation.home}/postgresql/data`)).not.toContain('postmaster.pid');
  });
});

describe('what cannot start says why, in one sentence, and leaves nothing running', () => {
  it.each([
    [{ PORT: '80 80' }, 'PORT is "80 80", but it must be a whole number from 1 to 65535.'],
    [{ PORT: '4000', ADMIN_PORT: '4000' }, 'ADMIN_PORT is "4000", but it must be another port than PORT, which is 4000 too.'],
    [{ VOUCHSAFE_SAMPLE: 'maybe' }, 'VOUCHSAFE_SAMPLE is "maybe", but it must be on or off.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud", but it must be one of trace, debug, info, warn, error, fatal, silent.'],
    [{ DATABASE_URL: 'postgres://amara:hush@nowhere' }, 'DATABASE_URL is "postgres://amara:…@nowhere", but it must be empty, or of the form postgres://user:password@host:5432/database.'],
    [{ OIDC_ISSUER: 'https://id.example.org' }, 'OIDC_AUDIENCE is empty, but it must be the audience that the issuer writes into its tokens, because OIDC_ISSUER is set.'],
    [{ NODE_ENV: 'production' }, 'OIDC_ISSUER is empty, but it must be the https address of an OpenID issuer where NODE_ENV is production: the development sign-in is not for production.'],
  ])('%j', async (env, sentence) => {
    const home = await newHome();
    const program = runProgram(main, [], { VOUCHSAFE_HOME: home, PORT: '4000', ADMIN_PORT: '4001', ...env });
    expect({ status: await program.ended(), said: program.said(), kept: await readdir(home) }).toEqual({ status: 1, said: `${sentence}\n`, kept: [] });
    await rmdir(home);
  });

  it.each(['PORT', 'ADMIN_PORT'] as const)('%s is taken', async (variable) => {
    const installation = await anInstallation({ sample: false });
    const taken = Number(installation.env[variable]);
    const other = createServer().listen(taken, '127.0.0.1');
    try {
      const program = installation.launch();
      expect(await program.ended()).toBe(1);
      expect(program.said().trim().split('\n').at(-1)).toBe(`Port ${taken} is taken by another program: stop it, or set PORT and ADMIN_PORT to free ones.`);
      await eventually('its PostgreSQL to end', async () => (await processesOf(installation.home)).length === 0);
    } finally {
      other.close();
      await installation.remove();
    }
  });
});
