import { eventually, vouchsafe, vouchsafeJson, type Installation, type OurOrganization } from '@vouchsafe/test-support';
import type { SteadyWriter, Trouble } from './steady-writer.js';

const actionsInTheLog = async (installation: Installation, { handle }: OurOrganization): Promise<string[]> => {
  const { status, out } = await vouchsafe(installation, ['log', '--organization', handle]);
  expect(status).toBe(0);
  const events = out.trim().split('\n').map((line) => JSON.parse(line) as { position: number; type: string; data: { actionId: string } });
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  return events.filter(({ type }) => type === 'AdvocacyActionRecorded').map(({ data }) => data.actionId);
};

/** Everything acknowledged is there once, the chain holds, the read models have caught up by themselves, and the door is open. */
export const expectAllIsWell = async (installation: Installation, ours: OurOrganization, acknowledged: readonly string[]): Promise<void> => {
  expect((await actionsInTheLog(installation, ours)).sort()).toEqual([...acknowledged].sort());
  expect(await vouchsafeJson(installation, ['verify', '--organization', ours.handle])).toMatchObject({ ok: true, problems: [] });
  await eventually('the read models to catch up', async () => {
    const status = await vouchsafeJson<{ state: string; lagEvents: number }[]>(installation, ['projections', 'status']);
    return status.every(({ state, lagEvents }) => state === 'LIVE' && lagEvents === 0);
  }, { every: 2_000 });
  await eventually('it to be ready', () => fetch(`${installation.origin}/health/ready`).then(({ ok }) => ok));
};

/** Something went wrong, and was said in one of these codes and a sentence for people. */
export const expectClear = (troubles: readonly Trouble[], codes: readonly string[]): void => {
  expect(troubles.length).toBeGreaterThan(0);
  for (const trouble of troubles) {
    expect(trouble).toEqual({ code: expect.stringMatching(new RegExp(`^(${codes.join('|')})$`)), message: expect.stringMatching(/^[A-Z].*\.$/), correlationId: expect.any(String) });
    expect(trouble.message).not.toMatch(/postgres|sql|127\.0\.0\.1|relation|disk/i);
  }
};

/** Waits until as many more have been acknowledged. */
export const acknowledges = (writer: SteadyWriter, more: number): Promise<unknown> => {
  const then = writer.acknowledged();
  return eventually(`${more} more actions to be acknowledged`, () => writer.acknowledged() >= then + more);
};
