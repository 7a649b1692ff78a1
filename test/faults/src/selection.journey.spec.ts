import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithKafka } from '@vouchsafe/messaging/testing';
import { eventually, processesOf, runProgram } from '@vouchsafe/test-support';

// One of the faults, once, on the small field: that the command runs, that its questions are put, and that nothing is left behind.

jest.setTimeout(600_000);
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A broker that is to be killed must be a process of this machine, whatever the other specs use. */
const whatIsMissing = (): string | undefined => {
  const { status, stderr } = spawnSync(process.execPath, ['-e', 'import("./infra/kafka/provide.mjs").then((kafka) => kafka.provideKafka())'], { encoding: 'utf8' });
  return status === 0 ? undefined : stderr;
};

interface Told { readonly faults: readonly { readonly fault: string; readonly cycles: number; readonly hits: number; readonly operations: number; readonly ok: number; readonly unknown: number; readonly violations: number; readonly found: readonly unknown[] }[] }

describeWithKafka('npm run faults', () => {
  const missing = whatIsMissing();
  if (missing !== undefined) process.stderr.write(`\nNOT RUN, FOR WANT OF A BROKER THAT CAN BE KILLED: ${missing}\n`);

  (missing === undefined ? it : it.skip)('finds nothing wrong after answers to appends were lost, and leaves nothing behind', async () => {
    const [results, temporary] = [await mkdtemp(join(tmpdir(), 'vouchsafe-faults-')), await mkdtemp(join(tmpdir(), 'vouchsafe-faults-'))];
    folders.push(results, temporary);
    await chmod(temporary, 0o1777); // as the system's own: the server runs under another account, and removes what it ran from
    const program = runProgram('infra/commands/faults.mjs', ['F7', '--small', '--cycles', '1', '--json', join(results, 'faults.json')], { TMPDIR: temporary });
    const status = await program.ended();
    const { faults } = JSON.parse(await readFile(join(results, 'faults.json'), 'utf8').catch(() => { throw new Error(`It ended with ${status} after saying:\n${program.said()}`); })) as Told;
    expect(faults).toEqual([expect.objectContaining({ fault: 'F7', cycles: 1, hits: 1, violations: 0, found: [] })]);
    expect([faults[0]!.operations > 20, faults[0]!.ok > 20]).toEqual([true, true]);
    expect(faults[0]!.unknown).toBeGreaterThan(0); // the answers that were lost
    expect(status).toBe(0);
    // The watchdog of the server removes what it ran from when everything else is gone.
    await eventually('nothing to be left behind', async () => (await readdir(temporary)).length === 0 && (await processesOf(temporary)).length === 0);
  });
});
