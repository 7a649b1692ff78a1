import { spawnSync } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRunning } from '@vouchsafe/embedded-postgres';
import { Client } from 'pg';
import { anInstallation, eventually, type Installation, newHome, ourOrganization, type OurOrganization, PATIENCE_MS, vouchsafe, vouchsafeJson } from '@vouchsafe/test-support';
import { freezeServer, servingProcesses } from './server-processes.js';
import { writeSteadily, type Trouble } from './steady-writer.js';

// PostgreSQL hangs, dies or has no room left while people write: they are told, and whoever tries again under the same key loses and doubles nothing.

jest.setTimeout(2 * PATIENCE_MS);

const HANGS_FOR_MS = 10_000;

const actionsInTheLog = async (installation: Installation, { handle }: OurOrganization): Promise<string[]> => {
  const { status, out } = await vouchsafe(installation, ['log', '--organization', handle]);
  expect(status).toBe(0);
  const events = out.trim().split('\n').map((line) => JSON.parse(line) as { position: number; type: string; data: { actionId: string } });
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  return events.filter(({ type }) => type === 'AdvocacyActionRecorded').map(({ data }) => data.actionId);
};

/** Everything acknowledged is there once, the chain holds, the read models have caught up by themselves, and the door is open. */
const expectAllIsWell = async (installation: Installation, ours: OurOrganization, acknowledged: readonly string[]): Promise<void> => {
  expect((await actionsInTheLog(installation, ours)).sort()).toEqual([...acknowledged].sort());
  expect(await vouchsafeJson(installation, ['verify', '--organization', ours.handle])).toMatchObject({ ok: true, problems: [] });
  await eventually('the read models to catch up', async () => {
    const status = await vouchsafeJson<{ state: string; lagEvents: number }[]>(installation, ['projections', 'status']);
    return status.every(({ state, lagEvents }) => state === 'LIVE' && lagEvents === 0);
  }, { every: 2_000 });
  await eventually('it to be ready', () => fetch(`${installation.origin}/health/ready`).then(({ ok }) => ok));
};
/** Gives the server's own log its full room of 16 MB: without any it stops altogether, and is to be started again. */
const beginNewSegment = async (home: string): Promise<void> => {
  const client = new Client({ connectionString: (await findRunning(home))! });
  await client.connect();
  await client.query('SELECT pg_switch_wal()');
  await client.query('CHECKPOINT');
  await client.end();
};
const expectClear = (troubles: readonly Trouble[], codes: readonly string[]): void => {
  expect(troubles.length).toBeGreaterThan(0);
  for (const trouble of troubles) {
    expect(trouble).toEqual({ code: expect.stringMatching(new RegExp(`^(${codes.join('|')})$`)), message: expect.stringMatching(/^[A-Z].*\.$/), correlationId: expect.any(String) });
    expect(trouble.message).not.toMatch(/postgres|sql|127\.0\.0\.1|relation|disk/i);
  }
};

describe('PostgreSQL', () => {
  let installation: Installation;
  let ours: OurOrganization;
  const acknowledged: string[] = [];
  beforeAll(async () => {
    installation = await anInstallation({ sample: false });
    await installation.start();
    ours = await ourOrganization(installation, 'brightwater');
  });
  afterAll(() => installation?.remove());

  it('hangs: whoever writes learns that the outcome is not known, whoever reads that it took too long; then all goes on', async () => {
    const writer = writeSteadily(ours.sponsor, ours);
    await eventually('some actions', () => writer.acknowledged() >= 8);
    const letGo = await freezeServer(installation.home);
    try {
      const frozenAt = performance.now();
      const reading = await ours.sponsor.tries('{ sponsorship { commitments { edges { node { commitmentId } } } } }');
      expect(reading).toMatchObject({ data: null, errors: [{ extensions: { code: expect.stringMatching(/^(DEADLINE_EXCEEDED|UNAVAILABLE)$/) } }] });
      expect((await fetch(`${installation.origin}/health/ready`)).status).toBe(503);
      expect((await fetch(`${installation.origin}/health/live`)).status).toBe(200);
      await eventually('errors', () => writer.troubles.length >= 4);
      await sleep(Math.max(0, HANGS_FOR_MS - (performance.now() - frozenAt)));
    } finally {
      letGo();
    }
    const then = writer.acknowledged();
    await eventually('writing to go on', () => writer.acknowledged() >= then + 8);
    acknowledged.push(...await writer.finish());
    expectClear(writer.troubles, ['OUTCOME_UNKNOWN', 'UNAVAILABLE']);
    await expectAllIsWell(installation, ours, acknowledged);
  });

  it('dies with all its connections and recovers: so does the product, unaided', async () => {
    const writer = writeSteadily(ours.sponsor, ours);
    for (let times = 1; times <= 3; times += 1) {
      const before = writer.acknowledged();
      await eventually('some actions', () => writer.acknowledged() >= before + 8);
      const serving = await eventually('a connection', async () => (await servingProcesses(installation.home))[0]);
      process.kill(serving, 'SIGKILL'); // PostgreSQL then ends every other one, and replays its log
      const known = writer.troubles.length;
      await eventually('somebody to notice, or nobody to be hurt', () => writer.troubles.length > known || writer.acknowledged() >= before + 40);
    }
    const then = writer.acknowledged();
    await eventually('writing to go on', () => writer.acknowledged() >= then + 8);
    acknowledged.push(...await writer.finish());
    expectClear(writer.troubles, ['OUTCOME_UNKNOWN', 'UNAVAILABLE']);
    await expectAllIsWell(installation, ours, acknowledged);
  });
});

// A disk of a known size takes a mount, which only root may make, and not in every container. Where it cannot be made there is nothing to fill.
const mayMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0 && process.getuid?.() === 0;
if (!mayMount) process.stderr.write('No file system can be mounted here: what a full disk does is not looked at.\n');

if (mayMount) describe('a full disk', () => {
  let home: string;
  let installation: Installation;
  let ours: OurOrganization;
  beforeAll(async () => {
    home = await newHome();
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600m,mode=0755', 'tmpfs', home]).status).toBe(0);
    installation = await anInstallation({ sample: false, home });
    await installation.start();
    ours = await ourOrganization(installation, 'brightwater');
  });
  afterAll(async () => {
    await installation?.stop();
    await eventually('the disk to be let go', () => spawnSync('umount', [home]).status === 0);
    await rm(home, { recursive: true, force: true });
  });

  it('is told to whoever writes, and nothing is lost once there is room again', async () => {
    const ballast = join(home, 'ballast');
    const writer = writeSteadily(ours.sponsor, ours);
    await eventually('some actions', () => writer.acknowledged() >= 8);
    await beginNewSegment(home);
    const { bavail, bsize } = await statfs(home);
    await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch((error: NodeJS.ErrnoException) => expect(error.code).toBe('ENOSPC'));
    await eventually('the disk to be too small', () => writer.troubles.length >= 4);
    await rm(ballast);
    const then = writer.acknowledged();
    await eventually('writing to go on', () => writer.acknowledged() >= then + 8);
    const acknowledged = await writer.finish();
    expectClear(writer.troubles, ['UNAVAILABLE', 'OUTCOME_UNKNOWN']);
    await expectAllIsWell(installation, ours, acknowledged);
  });
});
