import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anInstallation, eventually, ourOrganization, PATIENCE_MS, type Installation, type OurOrganization } from '@vouchsafe/test-support';
import { acknowledges, expectAllIsWell, expectClear } from './all-is-well.js';
import { freezeServer, serverProcesses, servingProcesses } from './server-processes.js';
import { writeSteadily } from './steady-writer.js';

// PostgreSQL hangs, dies or ends while people write: they are told, and whoever tries again under the same key loses and doubles nothing.

const SHORT_SECONDS = 10;
const OUTAGE_SECONDS = Number(process.env['VOUCHSAFE_OUTAGE_SECONDS'] ?? SHORT_SECONDS); // 60 at full length
jest.setTimeout(2 * PATIENCE_MS + OUTAGE_SECONDS * 1_000);

let installation: Installation;
let ours: OurOrganization;
const acknowledged: string[] = [];
beforeAll(async () => {
  installation = await anInstallation({ sample: false });
  await installation.start();
  ours = await ourOrganization(installation, 'brightwater');
});
afterAll(() => installation?.remove());

it(`hangs for ${OUTAGE_SECONDS} s: whoever writes learns that the outcome is not known, whoever reads that it took too long; then all goes on`, async () => {
  const writer = writeSteadily(ours.sponsor, ours);
  await acknowledges(writer, 8);
  const letGo = await freezeServer(installation.home);
  try {
    const frozenAt = performance.now();
    const reading = await ours.sponsor.tries('{ sponsorship { commitments { edges { node { commitmentId } } } } }');
    expect(reading).toMatchObject({ data: null, errors: [{ extensions: { code: expect.stringMatching(/^(DEADLINE_EXCEEDED|UNAVAILABLE)$/) } }] });
    expect((await fetch(`${installation.origin}/health/ready`)).status).toBe(503);
    expect((await fetch(`${installation.origin}/health/live`)).status).toBe(200);
    await eventually('errors', () => writer.troubles.length >= 4);
    await sleep(Math.max(0, OUTAGE_SECONDS * 1_000 - (performance.now() - frozenAt)));
  } finally {
    letGo();
  }
  await acknowledges(writer, 8);
  acknowledged.push(...await writer.finish());
  expectClear(writer.troubles, ['OUTCOME_UNKNOWN', 'UNAVAILABLE']);
  await expectAllIsWell(installation, ours, acknowledged);
});

it('dies with all its connections and recovers: so does the product, unaided', async () => {
  const writer = writeSteadily(ours.sponsor, ours);
  for (let times = 1; times <= 3; times += 1) {
    const before = writer.acknowledged();
    await acknowledges(writer, 8);
    const serving = await eventually('a connection', async () => (await servingProcesses(installation.home))[0]);
    process.kill(serving, 'SIGKILL'); // PostgreSQL then ends every other one, and replays its log
    const known = writer.troubles.length;
    await eventually('somebody to notice, or nobody to be hurt', () => writer.troubles.length > known || writer.acknowledged() >= before + 40);
  }
  await acknowledges(writer, 8);
  acknowledged.push(...await writer.finish());
  expectClear(writer.troubles, ['OUTCOME_UNKNOWN', 'UNAVAILABLE']);
  await expectAllIsWell(installation, ours, acknowledged);
});

it('ends altogether and is started again, which one line of the log tells', async () => {
  const writer = writeSteadily(ours.sponsor, ours);
  const told = () => installation.current()!.said().split('\n').filter((line) => /PostgreSQL has ended by itself \(signal 9\) and is started again/.test(line)).length;
  for (let times = 1; times <= 2; times += 1) {
    await acknowledges(writer, 8);
    const { postmaster } = await serverProcesses(installation.home);
    const known = writer.troubles.length;
    process.kill(postmaster, 'SIGKILL');
    await eventually('somebody to notice', () => writer.troubles.length > known);
    await eventually('it to be told', () => told() === times);
  }
  await acknowledges(writer, 8);
  acknowledged.push(...await writer.finish());
  expectClear(writer.troubles, ['OUTCOME_UNKNOWN', 'UNAVAILABLE']);
  await expectAllIsWell(installation, ours, acknowledged);
});

// Two and a half minutes of vain tries: at full length only. That the launcher gives up is seen in its own spec.
if (OUTAGE_SECONDS > SHORT_SECONDS) it('cannot be started any more: the product ends with one sentence, and serves again once that is mended', async () => {
  const control = join(installation.home, 'postgresql/data/global/pg_control');
  const { postmaster } = await serverProcesses(installation.home);
  await rename(control, `${control}.away`);
  process.kill(postmaster, 'SIGKILL');
  const program = installation.current()!;
  expect(await program.ended()).toBe(1);
  expect(program.said().trim().split('\n').at(-1)).toMatch(/^PostgreSQL in \S+ ends again each time it is started, 12 times by now: .*pg_control.*\.$/);
  await rename(`${control}.away`, control);
  await installation.start();
  await expectAllIsWell(installation, ours, acknowledged);
}, 600_000);
