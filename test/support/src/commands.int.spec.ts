import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

let home: string;
beforeEach(async () => { home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-')); });
afterEach(() => rm(home, { recursive: true, force: true }));

const node = (args: readonly string[], env: Record<string, string> = {}): Promise<{ status: number | null; said: string }> => new Promise((done) => {
  const child = spawn(process.execPath, args, { env: { ...process.env, VOUCHSAFE_HOME: home, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => { said += text; });
  child.stderr.on('data', (text) => { said += text; });
  child.once('close', (status) => done({ status, said }));
});
const command = (name: string): string => resolve('infra/commands', name);
const isThere = (file: string): Promise<boolean> => stat(file).then(() => true, () => false);

describe('reset', () => {
  it('removes a home', async () => {
    await mkdir(join(home, 'postgresql/data'), { recursive: true });
    expect(await node([command('reset.mjs'), '--yes'])).toEqual({ status: 0, said: `Removed ${home}.\n` });
    expect(await isThere(home)).toBe(false);
  });

  it('does not remove anything where nobody can be asked', async () => {
    await mkdir(join(home, 'postgresql'));
    expect((await node([command('reset.mjs')])).status).toBe(1);
    expect(await isThere(join(home, 'postgresql'))).toBe(true);
  });

  it('does not remove a folder that is something else', async () => {
    await writeFile(join(home, 'thesis.tex'), 'years of work');
    const { status, said } = await node([command('reset.mjs'), '--yes']);
    expect(status).toBe(1);
    expect(said).toContain('does not look like the data of a Vouchsafe');
    expect(await isThere(join(home, 'thesis.tex'))).toBe(true);
  });

  // Without --yes: were the rule broken, these must not be what shows it.
  it.each(['/', resolve('.'), resolve('..')])('does not even ask about %s', async (folder) => {
    expect((await node([command('reset.mjs')], { VOUCHSAFE_HOME: folder })).said).toContain('does not look like the data of a Vouchsafe');
  });

  it('does not remove what is in use', async () => {
    const script = `import { startEmbeddedPostgres } from '${resolve('dist/libs/embedded-postgres/src/index.js')}';
      import { spawnSync } from 'node:child_process';
      const server = await startEmbeddedPostgres({ home: process.env.VOUCHSAFE_HOME, settings: { fsync: 'off' } });
      process.stdout.write(spawnSync(process.execPath, ['${command('reset.mjs')}', '--yes'], { encoding: 'utf8' }).stderr);
      await server.stop();`;
    expect((await node(['--input-type=module', '-e', script])).said).toMatch(/Vouchsafe is running in .* \(process \d+\); stop it first, then reset\./);
    expect(await isThere(join(home, 'postgresql/data/PG_VERSION'))).toBe(true);
  });
});

describe('install', () => {
  it.each([
    ['20.19.0', true], ['20.18.9', false], ['21.7.0', false], ['22.13.0', true], ['22.12.9', false], ['24.10.0', false], ['24.11.0', true], ['26.0.0', true],
  ])('knows whether Node %s will do: %s', async (version, answer) => {
    const script = `import { satisfies } from '${command('install.mjs')}'; console.log(satisfies('${version}', '^20.19.0 || ^22.13.0 || >=24.11.0'));`;
    expect((await node(['--input-type=module', '-e', script])).said.trim()).toBe(String(answer));
  });
});

describe('start', () => {
  it('ends with one sentence at a value that will not do', async () => {
    const { status, said } = await node([resolve('dist/apps/standalone/src/main.js')], { PORT: 'four thousand', NODE_ENV: '' });
    expect({ status, said }).toEqual({ status: 1, said: 'PORT is "four thousand", but it must be a whole number from 1 to 65535.\n' });
  });
});
