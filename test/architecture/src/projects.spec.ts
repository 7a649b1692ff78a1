import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contexts } from '@vouchsafe/projector';
import { projectGraph, root, type Project } from './run.js';
import { sources, type Source } from './sources.js';

const paths = (JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')) as { compilerOptions: { paths: Record<string, string[]> } }).compilerOptions.paths;
const constrained = [...readFileSync(join(root, 'eslint.config.mjs'), 'utf8').matchAll(/(?:only|pure)\('([a-z:-]+)'/g)].map(([, tag]) => tag!);
const folders = readdirSync(join(root, 'libs')).filter((name) => existsSync(join(root, 'libs', name, 'service')));

/** What is longer than a rule asks, each with its reason in its first line. */
const written = { long: ['libs/projections/src/feeds/topic-feed.int.spec.ts'], slices: [] as string[] };

let projects: readonly Project[];
beforeAll(async () => { projects = await projectGraph(); }, 60_000);

/** What Nx makes of package.json itself: no code of ours. */
const isOurs = ({ root: at }: Project): boolean => at !== '.';

describe('a project', () => {
  it('has one known type and one known scope', () => {
    const known = new Set([...constrained, ...folders.map((name) => `scope:${name}`)]);
    const odd = projects.filter(isOurs).filter(({ tags }) =>
      tags.length !== 2 || !tags[0]!.startsWith('type:') || !tags[1]!.startsWith('scope:') || !tags.every((tag) => known.has(tag)));
    expect(odd.map(({ name, tags }) => ({ name, tags }))).toEqual([]);
    expect(projects.length).toBeGreaterThan(25);
  });

  it('is of the type that its folder says', () => {
    const typeOf = ({ root: at }: Project): string | undefined => (at.startsWith('test/') ? 'type:test' : /^libs\/[^/]+\/(contracts|domain|service)$/.exec(at)?.[1]?.replace(/^/, 'type:'));
    expect(projects.filter((project) => typeOf(project) !== undefined && project.tags[0] !== typeOf(project)).map(({ name }) => name)).toEqual([]);
    expect(projects.filter(({ root: at, tags }) => folders.some((name) => at.startsWith(`libs/${name}/`) && tags[1] !== `scope:${name}`)).map(({ name }) => name)).toEqual([]);
  });

  it('can be linted by its name', () => expect(projects.filter(isOurs).filter(({ targets }) => !targets.includes('lint')).map(({ name }) => name)).toEqual([]));

  it('is imported by its name, and the name leads to its public face', () => {
    const faces = Object.entries(paths).filter(([alias]) => !alias.endsWith('/testing'));
    const byName = new Map(projects.map(({ name, root: at }) => [name, `./${at}/src/index.ts`]));
    expect(faces.filter(([alias, [file]]) => byName.get(alias) !== file)).toEqual([]);
    expect(projects.filter(({ root: at, name }) => at.startsWith('libs/') && !(name in paths)).map(({ name }) => name)).toEqual([]);
    expect(Object.entries(paths).filter(([alias, [file]]) => alias.endsWith('/testing') && file !== byName.get(alias.replace(/\/testing$/, ''))?.replace('index.ts', 'testing.ts'))).toEqual([]);
  });

  it('stands in no circle', () => {
    const needs = new Map(projects.map((project) => [project.name, project.needs]));
    const circleFrom = (name: string, way: readonly string[] = []): readonly string[] | undefined => {
      if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
      if (clear.has(name)) return undefined;
      for (const next of needs.get(name) ?? []) {
        const circle = circleFrom(next, [...way, name]);
        if (circle) return circle;
      }
      clear.add(name);
      return undefined;
    };
    const clear = new Set<string>();
    expect([...needs.keys()].map((name) => circleFrom(name)).filter(Boolean)).toEqual([]);
  });

  it('of the platform needs no context', () => {
    const isPlatform = new Map(projects.map(({ name, tags }) => [name, tags.includes('scope:platform')]));
    const arrows = projects.filter(({ name }) => isPlatform.get(name)).flatMap(({ name, needs }) => needs.filter((need) => !isPlatform.get(need)).map((need) => `${name} -> ${need}`));
    expect(arrows).toEqual([]);
  });
});

it('every context is served', () => {
  const served = contexts.map(({ schema }) => /\/libs\/([^/]+)\/service\//.exec(schema.href)?.[1]);
  expect([...served].sort()).toEqual([...folders].sort());
});

describe('a file', () => {
  const all = sources();
  const code = all.filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.generated.ts'));
  const importsOf = ({ text }: Source): string[] => [...text.matchAll(/(?:^|[\s;(])(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, from]) => from!);
  const isForSpecs = (path: string): boolean => /\.(spec|fixtures|testing)\.ts$|\/testing\.ts$|^test\//.test(path);

  it('that is long says why in its first line', () => {
    const isGenerated = (path: string): boolean => path.endsWith('.generated.ts') || path === 'apps/api/schema.graphql';
    const long = all.filter(({ path, lines }) => lines > 300 && /\.(ts|mjs|sql|graphql|html|css)$/.test(path) && !isGenerated(path));
    expect(long.filter(({ text }) => !/^(\/\/|--|#|<!--|\/\*) .*\blong\b/i.test(text)).map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
    expect(long.map(({ path }) => path)).toEqual(written.long);
  });

  it('of a use case stays within a hundred lines', () => {
    const slices = code.filter(({ path, lines }) => /^libs\/[^/]+\/service\/.*\.(command|query|resolver)\.ts$/.test(path) && lines > 100);
    expect(slices.map(({ path }) => path)).toEqual(written.slices);
  });

  it('has a name that says what is in it', () =>
    expect(all.filter(({ path }) => /(^|[/.])(utils?|commons?|shared|helpers?|misc)([/.]|$)/i.test(path)).map(({ path }) => path)).toEqual([]));

  it('is imported with its ending', () =>
    expect(code.flatMap((source) => importsOf(source).filter((from) => /^\.\.?(\/|$)/.test(from) && !/\.(js|mjs|json)$/.test(from)).map((from) => `${source.path}: ${from}`))).toEqual([]));

  it('of the product does not stand on what only specs may use', () =>
    expect(code.filter(({ path }) => !isForSpecs(path)).flatMap((source) => importsOf(source)
      .filter((from) => /^@vouchsafe\/.*\/testing$|\.(fixtures|testing|spec)\.js$|\/testing\.js$|^@nestjs\/testing$/.test(from)).map((from) => `${source.path}: ${from}`))).toEqual([]));

  it('that is a public face lists names, and there is one for each project', () => {
    expect(code.filter(({ path, text }) => /\/src\/(index|testing)\.ts$/.test(path) && /^export \*/m.test(text)).map(({ path }) => path)).toEqual([]);
    expect(code.filter(({ path }) => path.endsWith('/index.ts') && !path.endsWith('/src/index.ts')).map(({ path }) => path)).toEqual([]);
  });

  it('knows nothing of the machine it was written on', () => {
    // Put together here, so that this file does not find itself.
    const forbidden = ['work', 'root', 'tmp', 'home'].map((folder) => `(^|[^\\w.$}/)])/${folder}/`);
    const words = new RegExp([...forbidden, `registry\\.${'npm'}js`, `\\b${'iss'}ue #?\\d`].join('|'), 'm');
    expect(all.filter(({ path }) => path !== 'package-lock.json').flatMap(({ path, text }) => text.split('\n')
      .flatMap((line, at) => (words.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])))).toEqual([]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved":');
  });
});
