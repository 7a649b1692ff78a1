import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReachable } from './account.js';
import { dataArgument } from './cluster.js';

const NOBODY = { uid: 65534, gid: 65534 };
let open: string;
let inner: string;

beforeEach(async () => {
  open = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  inner = join(open, 'data');
  await chmod(open, 0o755);
  await mkdir(inner, { mode: 0o755 });
});
afterEach(() => rm(open, { recursive: true, force: true }));

it('lets another account walk where every folder on the way lets it through', async () => {
  expect(await isReachable(inner, NOBODY)).toBe(true);
  expect(await dataArgument(inner, NOBODY)).toBe(inner);
});

it('stops another account at one private folder on the way', async () => {
  await chmod(open, 0o700);
  expect(await isReachable(inner, NOBODY)).toBe(false);
  const { uid, gid } = await stat(open);
  expect(await isReachable(inner, { uid, gid })).toBe(true);
});

it('hands private data over as the working directory on Linux, and says so elsewhere', async () => {
  await chmod(open, 0o700);
  const argument = dataArgument(inner, NOBODY);
  if (process.platform === 'linux') expect(await argument).toBe('/proc/self/cwd');
  else await expect(argument).rejects.toThrow(/cannot reach .*set VOUCHSAFE_HOME/);
});
