import { rm } from 'node:fs/promises';
import { findRunning } from '@vouchsafe/embedded-postgres';
import { anAction, anInstallation, ask, eventually, followCommitment, type Following, freePort, type Installation, listening, mutation, newHome, ourOrganization, type OurOrganization, PATIENCE_MS, type Program, runProgram } from '@vouchsafe/test-support';

// Two api processes on one database: the second knows the first one's sign-in, and nothing else of it.

jest.setTimeout(2 * PATIENCE_MS);

let installation: Installation;
let second: Program;
let secondHome: string;
let secondOrigin: string;
let ours: OurOrganization;
const followings: Following[] = [];
const following = async (...args: Parameters<typeof followCommitment>): Promise<Following> => {
  const one = await followCommitment(...args);
  followings.push(one);
  return one;
};

beforeAll(async () => {
  installation = await anInstallation({ sample: false });
  await installation.start();
  ours = await ourOrganization(installation, 'brightwater');
  const port = await freePort();
  secondHome = await newHome();
  secondOrigin = `http://127.0.0.1:${port}`;
  second = runProgram('dist/apps/api/src/main.js', [], {
    DATABASE_URL: (await findRunning(installation.home))!, OIDC_ISSUER: `${installation.origin}/oidc`, OIDC_AUDIENCE: 'api',
    PORT: String(port), ADMIN_PORT: String(await freePort()), VOUCHSAFE_HOME: secondHome,
  });
  await second.says('serving');
  await eventually('the second process to be ready', () => fetch(`${secondOrigin}/health/ready`).then(({ ok }) => ok));
});
afterAll(async () => {
  for (const one of followings) await one.stop();
  if (second?.child.exitCode === null) second.child.kill('SIGINT');
  await second?.ended();
  if (secondHome) await rm(secondHome, { recursive: true, force: true });
  await installation?.remove();
});

const recordThere = async (origin: string): Promise<string> => {
  const { data } = await ask<{ recordAdvocacyAction: { __typename: string; position: string } }>(
    origin, mutation('recordAdvocacyAction', '... on AdvocacyActionRecorded { position }'), { input: anAction(ours) }, { authorization: `Bearer ${await ours.sponsor.token()}` });
  expect(data?.recordAdvocacyAction.__typename).toBe('AdvocacyActionRecorded');
  return data!.recordAdvocacyAction.position;
};
const recordedAt = ({ entries }: Following): string[] => entries.filter(({ kind }) => kind === 'ADVOCACY_ACTION_RECORDED').map(({ position }) => position);

it('brings to a listener of the one process what is written through the other, in order and once', async () => {
  const [atFirst, atSecond] = [await following(installation.origin, ours.protege, ours.commitmentId, '0'), await following(secondOrigin, ours.sponsor, ours.commitmentId, '0')];
  await eventually('what was there before', () => atFirst.entries.length > 0 && atSecond.entries.length > 0);
  const written: string[] = [];
  for (const origin of [secondOrigin, installation.origin, secondOrigin, secondOrigin, installation.origin]) written.push(await recordThere(origin));
  for (const one of [atFirst, atSecond]) {
    await eventually('all that was written', () => recordedAt(one).length >= written.length);
    expect(recordedAt(one)).toEqual(written);
    expect(one.troubles).toEqual([]);
    const positions = one.entries.map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  }
  expect(atFirst.entries).toEqual(atSecond.entries);
});

it('goes on behind a position, in another process than before', async () => {
  const [before, missed] = [await recordThere(secondOrigin), await recordThere(installation.origin)];
  const resumed = await following(secondOrigin, ours.protege, ours.commitmentId, before);
  await eventually('the entry that was missed', () => recordedAt(resumed).length >= 1);
  const next = await recordThere(installation.origin);
  await eventually('the one that follows', () => recordedAt(resumed).length >= 2);
  expect(recordedAt(resumed)).toEqual([missed, next]);
});

it('goes on while the other process is away, and after it came back', async () => {
  const listener = await following(installation.origin, ours.sponsor, ours.commitmentId, await recordThere(secondOrigin));
  second.child.kill('SIGINT');
  expect(await second.ended()).toBe(0);
  const alone = await recordThere(installation.origin);
  await eventually('what was written without the other', () => recordedAt(listener).length >= 1);
  expect(recordedAt(listener)).toEqual([alone]);
  expect(await listening('127.0.0.1', Number(new URL(secondOrigin).port))).toBe(false);
});

it('shows nothing to anybody but the two, and closes the door to whoever is not signed in', async () => {
  const nosy = await following(installation.origin, ours.operator, ours.commitmentId, '0');
  const nobody = await following(installation.origin, { token: async () => 'not-a-token' }, ours.commitmentId, '0');
  await eventually('a refusal', () => nosy.troubles.length > 0 && nobody.troubles.length > 0);
  expect(JSON.stringify(nosy.troubles)).toContain('NOT_FOUND');
  expect(nobody.troubles[0]).toMatchObject({ code: 4401 });
  expect([...nosy.entries, ...nobody.entries]).toEqual([]);
});
