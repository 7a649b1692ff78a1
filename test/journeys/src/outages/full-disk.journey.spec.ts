import { spawnSync } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRunning } from '@vouchsafe/embedded-postgres';
import { anInstallation, eventually, newHome, ourOrganization, PATIENCE_MS, type Installation, type OurOrganization } from '@vouchsafe/test-support';
import { Client } from 'pg';
import { acknowledges, expectAllIsWell, expectClear } from './all-is-well.js';
import { writeSteadily } from './steady-writer.js';

// The disk has no room left while people write: they are told, and once there is room again nothing is lost and nobody has to help.

jest.setTimeout(2 * PATIENCE_MS);

// A disk of a known size takes a mount, which only root may make, and not in every container. Where it cannot be made there is nothing to fill.
const mayMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0 && process.getuid?.() === 0;

if (!mayMount) it('is not looked at here, where no file system can be mounted', () => void process.stderr.write('No file system can be mounted here: what a full disk does is not looked at.\n'));

if (mayMount) describe('a full disk', () => {
  let home: string;
  let installation: Installation;
  let ours: OurOrganization;
  const acknowledged: string[] = [];
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

  /** Leaves no room. @returns gives it back */
  const fill = async (): Promise<() => Promise<void>> => {
    const ballast = join(home, 'ballast');
    const { bavail, bsize } = await statfs(home);
    await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch((error: NodeJS.ErrnoException) => expect(error.code).toBe('ENOSPC'));
    return () => rm(ballast);
  };
  const asAdmin = async (sql: readonly string[]): Promise<void> => {
    const client = new Client({ connectionString: (await findRunning(home))! });
    client.on('error', () => {}); // told by the statement
    await client.connect();
    try {
      for (const statement of sql) await client.query(statement);
    } finally {
      await client.end().catch(() => {});
    }
  };
  const deaths = () => installation.current()!.said().split('\n').filter((line) => line.includes('PostgreSQL has ended by itself')).length;

  it('is told to whoever writes, and nothing is lost once there is room again', async () => {
    const writer = writeSteadily(ours.sponsor, ours);
    await acknowledges(writer, 8);
    await asAdmin(['SELECT pg_switch_wal()', 'CHECKPOINT']); // its log has its full room of 16 MB: without any it would end
    const makeRoom = await fill();
    await eventually('the disk to be too small', () => writer.troubles.length >= 4);
    await makeRoom();
    await acknowledges(writer, 8);
    acknowledged.push(...await writer.finish());
    expectClear(writer.troubles, ['UNAVAILABLE', 'OUTCOME_UNKNOWN']);
    await expectAllIsWell(installation, ours, acknowledged);
  });

  it('that leaves no room for the log of PostgreSQL ends it, again and again; it runs by itself once there is room', async () => {
    const before = deaths();
    const writer = writeSteadily(ours.sponsor, ours);
    await acknowledges(writer, 8);
    const makeRoom = await fill();
    // Goes through all that is left of its log, and of the segments it keeps for later.
    const useUp = asAdmin(Array<string>(40).fill('SELECT pg_logical_emit_message(false, \'spec\', repeat(\'x\', 4000000))')).catch((error: Error) => error);
    await eventually('PostgreSQL to end', () => deaths() > before);
    expect(await useUp).toBeInstanceOf(Error);
    const known = writer.troubles.length;
    await eventually('people to be told', () => writer.troubles.length >= known + 4);
    expect((await fetch(`${installation.origin}/health/ready`)).status).toBe(503);
    await makeRoom();
    await acknowledges(writer, 8);
    acknowledged.push(...await writer.finish());
    expectClear(writer.troubles, ['UNAVAILABLE', 'OUTCOME_UNKNOWN']);
    await expectAllIsWell(installation, ours, acknowledged);
  });
});
