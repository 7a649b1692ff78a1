import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.js';

const MINUTES = 60_000;

it('compiles under strict rules', async () => {
  const { status, said } = await run(['node_modules/typescript7/lib/tsc.js', '-p', 'tsconfig.base.json', '--pretty', 'false']);
  expect({ status, said }).toEqual({ status: 0, said: '' });
}, 10 * MINUTES);

it('breaks no rule of the lint', async () => {
  const { status, said } = await run(['test/architecture/src/lint.mjs']);
  expect({ status, said: said.trim() }).toEqual({ status: 0, said: '' }); // silence, too, about a rule "that will be skipped"
}, 5 * MINUTES);

it('has types made from the .graphql files as they are', async () => {
  const { status, said } = await run(['infra/commands/generate.mjs', '--check']);
  expect({ status, said }).toEqual({ status: 0, said: 'Every graphql.generated.ts is up to date.\n' });
}, MINUTES);

describe('the build', () => {
  const built = (folder: string): string[] => readdirSync(join(root, 'dist', folder), { recursive: true, encoding: 'utf8' });

  it('makes every process', async () => {
    const { status, said } = await run(['infra/commands/build.mjs']);
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/^built \d+ of \d+ files\n$/) });
    for (const app of readdirSync(join(root, 'apps')).filter((name) => existsSync(join(root, 'apps', name, 'src/main.ts')))) {
      expect(built('apps')).toContain(join(app, 'src/main.js'));
    }
  }, MINUTES);

  it('holds nothing that only specs need, and no path that Node cannot follow', () => {
    const files = [...built('apps').map((file) => join('dist/apps', file)), ...built('libs').map((file) => join('dist/libs', file))];
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => /(\.spec|\.fixtures)\.js|\/testing\.js/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.js') && /from ['"]@vouchsafe\//.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});

describe('the top level', () => {
  // A folder here is a question to every newcomer, so there are no others.
  const told = [
    'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'apps', 'docker-compose.yml', 'eslint.config.mjs', 'infra', 'libs', 'nx.json', 'package-lock.json',
    'package.json', 'test', 'tsconfig.base.json',
  ];
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const isIgnored = (name: string): boolean => ignored.some((pattern) => pattern.replace(/\/$/, '') === name || (pattern.startsWith('*') && name.endsWith(pattern.slice(1))));

  it('holds what it should and nothing else', () =>
    expect(readdirSync(root).filter((name) => !name.startsWith('.') && !isIgnored(name)).sort()).toEqual(told));

  it('keeps out of git what is made here', () =>
    expect(ignored).toEqual(expect.arrayContaining(['node_modules/', 'dist/', '.local/', '.nx/'])));

  it('has one command for whoever checks a change', () =>
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('npm test'));
});
