import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

// No engine runs here: the compose file is held against its schema, against the processes that exist, and against `npm run cluster`, which starts the same ones.

interface Service {
  readonly build?: { readonly args: { readonly APP: string } };
  readonly deploy?: { readonly replicas: number };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly image?: string;
}
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, null> };
const ours = Object.entries(compose.services).filter(([, { build }]) => build);

it('docker-compose.yml keeps its schema', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', 'dclint', 'bin', 'dclint.cjs'), '--formatter', 'json', 'docker-compose.yml'], { encoding: 'utf8' });
  const problems = (JSON.parse(stdout || '[]') as { messages: { type: string; message: string; line: number }[] }[]).flatMap(({ messages }) => messages).filter(({ type }) => type === 'error');
  expect({ problems, stderr, status }).toEqual({ problems: [], stderr: '', status: expect.any(Number) });
});

it('every process has a container, and every container is a process', () => {
  const services = readdirSync('apps').filter((app) => existsSync(join('apps', app, 'src', 'main.ts')) && !['standalone', 'cli'].includes(app));
  expect(ours.map(([name]) => name).sort()).toEqual(services.sort());
  for (const [name, { build }] of ours) expect(build!.args.APP).toBe(name);
});

it('npm run cluster starts the same processes, as many of each', () => {
  const layout = readFileSync(join('infra', 'cluster', 'start-cluster.mjs'), 'utf8').match(/LAYOUT = (\[.*\]);/)![1]!;
  const started = (JSON.parse(layout.replaceAll("'", '"')) as [string, string][]).map(([, app]) => app);
  for (const [name, { deploy }] of ours) expect([name, started.filter((app) => app === name).length]).toEqual([name, deploy?.replicas ?? 1]);
});

it('sets no variable that nobody reads, and mounts nothing that is not there', () => {
  const readers = spawnSync('grep', ['-rhoE', '\\b[A-Z][A-Z_]{3,}\\b', 'libs', 'apps', '--include=*.ts', '--exclude=*.spec.ts'], { encoding: 'utf8' }).stdout.split('\n');
  const known = new Set(readers);
  for (const [, { environment = {} }] of ours) expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
  const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]!));
  expect(mounted.filter((from) => (from.startsWith('./') ? !existsSync(from) : !(from in compose.volumes)))).toEqual([]);
});

it('every image is of a version, and the image of a process leaves as a person without rights', () => {
  for (const { image } of Object.values(compose.services)) if (image) expect(image).toMatch(/:v?\d/);
  expect(readFileSync(join('infra', 'docker', 'Dockerfile'), 'utf8')).toMatch(/^USER node$/m);
});
