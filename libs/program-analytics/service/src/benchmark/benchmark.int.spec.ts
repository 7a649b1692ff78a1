import type { Actor, Role } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Clock } from '@vouchsafe/event-store';
import { anActor } from '@vouchsafe/graphql/testing';
import { networkEvents, NetworkFormed, NetworkJoined } from '@vouchsafe/tenancy-contracts';
import { openAnalytics, type Analytics } from '../analytics/analytics.fixtures.js';
import { enrolled, made, type Happened } from '../program-facts/program-facts.fixtures.js';
import { BenchmarkReportHandler, BenchmarkReportQuery } from './benchmark-report/benchmark-report.query.js';
import { BenchmarkShelf } from './benchmark-shelf.js';
import { DeclareBenchmarkBoundCommand, DeclareBenchmarkBoundHandler } from './declare-benchmark-bound/declare-benchmark-bound.command.js';
import { JoinBenchmarkCommand, JoinBenchmarkHandler } from './join-benchmark/join-benchmark.command.js';
import { LeaveBenchmarkCommand, LeaveBenchmarkHandler } from './leave-benchmark/leave-benchmark.command.js';
import { ReleaseBenchmarkCommand, ReleaseBenchmarkHandler } from './release-benchmark/release-benchmark.command.js';

class InJune extends Clock {
  now(): Date {
    return new Date('2026-06-15T12:00:00Z');
  }
}
const clock = new InJune();

let analytics: Analytics;
let shelf: BenchmarkShelf;
let asking: ReleaseBenchmarkHandler;
let keys = 0;
beforeAll(async () => {
  analytics = await openAnalytics();
  const { database, releases, store, readModels } = analytics.ledger;
  shelf = new BenchmarkShelf(database, releases);
  asking = new ReleaseBenchmarkHandler(store, readModels, shelf, clock);
}, 120_000);
afterAll(() => analytics.close());

const Q1 = { from: '2025-01-01', to: '2025-03-31' };
const requestKey = (): string => `k${(keys += 1)}`;
const as = (tenant: TenantId, role: Role): Actor => ({ ...anActor(tenant, 'edda', role), roles: new Set([role]) });
const people = (size: number): Happened[] => Array.from({ length: size }, (_, one) => `p${one}`).flatMap((id, one) =>
  [enrolled(id, '2025-01-10'), ...(one % 2 === 0 ? [made(`c-${id}`, id, '2025-01-15')] : [])]);

/** A circle of organizations with so many protégés each, half of them sponsored; all of them take part. */
const circleOf = async (sizes: readonly number[], { bound = 50 as number | null, kind = 'CIRCLE' as 'CIRCLE' | 'GROUP' } = {}) => {
  const circle = analytics.aTenant();
  const members = sizes.map(() => analytics.aTenant());
  const inNetwork = (event: Happened['event']): Happened => ({ stream: `network-${circle}`, on: '2025-01-01', catalogue: networkEvents, event });
  await analytics.tell(circle, [inNetwork(NetworkFormed.of({ networkId: circle, kind })), ...members.map((organizationId) => inNetwork(NetworkJoined.of({ networkId: circle, organizationId })))]);
  for (const [at, member] of members.entries()) {
    await analytics.tell(member, people(sizes[at]!));
    await join(member, circle);
  }
  if (bound !== null) await new DeclareBenchmarkBoundHandler(analytics.ledger.store, clock).execute(new DeclareBenchmarkBoundCommand(circle, as(circle, 'GROUP_EXECUTIVE'), { requestKey: requestKey(), bound }));
  return { circle, members };
};
const join = (member: TenantId, circle: string) => new JoinBenchmarkHandler(analytics.ledger.store, clock).execute(new JoinBenchmarkCommand(member, as(member, 'EXECUTIVE'), { requestKey: requestKey(), circleId: circle }));
const ask = (member: TenantId, circle: string, measure: 'COVERAGE' | 'ADVOCACY' | 'PROMOTION' | 'MOVE' = 'COVERAGE', period = Q1) =>
  asking.execute(new ReleaseBenchmarkCommand(member, as(member, 'EXECUTIVE'), { requestKey: requestKey(), circleId: circle, measure, period }));
const read = (member: TenantId, circle: string, measure: 'COVERAGE' | 'PROMOTION' = 'COVERAGE') =>
  new BenchmarkReportHandler(shelf).execute(new BenchmarkReportQuery(member, as(member, 'EXECUTIVE'), { circle, measure, period: Q1 }));
const spendings = async (member: TenantId) => (await analytics.ledger.store.readStream(member, `privacy-budget-${member}`)).filter(({ type }) => type === 'PrivacyBudgetSpent');

it('answers all who take part with the same bytes, at a cost to each, once', async () => {
  const { circle, members } = await circleOf([20, 20, 20, 20, 20]);
  expect(await read(members[0]!, circle)).toBeNull();
  expect(await ask(members[0]!, circle)).toMatchObject({ accepted: true });
  const answers = await Promise.all(members.map(async (member) => JSON.stringify(await read(member, circle))));
  expect(new Set(answers).size).toBe(1);
  expect(JSON.parse(answers[0]!)).toMatchObject({ state: 'VALUE', epsilonSpent: 0.5, releasedOn: '2026-06-15', measure: 'COVERAGE' });
  expect(await ask(members[3]!, circle)).toMatchObject({ accepted: true });
  expect(JSON.stringify(await read(members[3]!, circle))).toBe(answers[0]);
  for (const member of members) expect((await spendings(member)).map(({ data }) => data)).toMatchObject([{ year: 2026, epsilon: { numerator: 1, denominator: 2 } }]);
  expect((await analytics.ledger.store.readStream(circle, `benchmark-${circle}`)).filter(({ type }) => type === 'BenchmarkReleased')).toHaveLength(1);
});

it('is read at no cost by whoever joins later, and by nobody who does not take part', async () => {
  const { circle, members: [first, second, third, fourth, fifth, last] } = await circleOf([4, 4, 4, 4, 4, 4]);
  const leaving = new LeaveBenchmarkHandler(analytics.ledger.store, clock);
  expect(await leaving.execute(new LeaveBenchmarkCommand(last!, as(last!, 'EXECUTIVE'), { requestKey: requestKey(), circleId: circle }))).toMatchObject({ accepted: true });
  expect(await ask(first!, circle)).toMatchObject({ accepted: true });
  expect(await ask(last!, circle)).toEqual({ accepted: false, rejection: { reason: 'NotInTheBenchmark' } });
  expect([await read(last!, circle), await spendings(last!)]).toEqual([null, []]);
  await join(last!, circle);
  await ask(last!, circle);
  expect(await read(last!, circle)).toEqual(await read(second!, circle));
  expect(await spendings(last!)).toEqual([]);
  expect([(await spendings(third!)).length, (await spendings(fourth!)).length, (await spendings(fifth!)).length]).toEqual([1, 1, 1]);
});

it('a spent budget refuses, and what was answered can still be read', async () => {
  const { circle, members: [member, other] } = await circleOf([4, 4, 4, 4, 4]);
  for (const measure of ['COVERAGE', 'ADVOCACY', 'PROMOTION', 'MOVE'] as const) expect(await ask(member!, circle, measure)).toMatchObject({ accepted: true });
  expect(await ask(other!, circle, 'COVERAGE', { from: '2025-04-01', to: '2025-06-30' })).toEqual({ accepted: false, rejection: { reason: 'PrivacyBudgetIsSpent' } });
  expect(await ask(other!, circle, 'PROMOTION')).toMatchObject({ accepted: true });
  expect(await spendings(member!)).toHaveLength(4);
});

it.each([
  ['fewer than five', [4, 4, 4, 4], {}, Q1, 'FIVE_ORGANIZATIONS'], ['one that outweighs', [2, 2, 2, 2, 10], {}, Q1, 'NONE_OVER_A_QUARTER'],
  ['a bound that nobody said', [2, 2, 2, 2, 2], { bound: null }, Q1, 'BOUND_IS_DECLARED'], ['data of yesterday', [2, 2, 2, 2, 2], {}, { from: '2026-01-01', to: '2026-03-31' }, 'DATA_ARE_THREE_MONTHS_OLD'],
])('refuses %s, naming the precondition and nothing else', async (_, sizes, options, period, precondition) => {
  const { circle, members } = await circleOf(sizes, options);
  expect(await ask(members[0]!, circle, 'COVERAGE', period)).toEqual({ accepted: false, rejection: { reason: 'BenchmarkPreconditionFails', precondition } });
  for (const member of members) expect(await spendings(member)).toEqual([]);
});

it('cuts who outweighs to the bound', async () => {
  const { circle, members } = await circleOf([4, 4, 4, 4, 10], { bound: 4 });
  expect(await ask(members[0]!, circle)).toMatchObject({ accepted: true });
});

it('is nothing to strangers, and not for a group', async () => {
  const [{ circle }, group] = [await circleOf([2]), await circleOf([2], { kind: 'GROUP' })];
  const stranger = analytics.aTenant();
  await analytics.tell(stranger, people(2));
  const unknown = { accepted: false, rejection: { reason: 'CircleIsNotKnown' } };
  expect([await join(stranger, circle), await join(group.members[0]!, group.circle), await join(stranger, 'no id at all'), await join(stranger, '00000000-0000-4000-8000-0000000000ff')]).toEqual([unknown, unknown, unknown, unknown]);
  expect(await ask(stranger, circle)).toEqual({ accepted: false, rejection: { reason: 'NotInTheBenchmark' } });
});

it('goes on where it died, without a second cost or a second answer', async () => {
  const { circle, members } = await circleOf([4, 4, 4, 4, 4]);
  const { store, readModels } = analytics.ledger;
  const dying = new ReleaseBenchmarkHandler(store, readModels, { shelve: () => Promise.reject(new Error('died')) } as unknown as BenchmarkShelf, clock);
  await expect(dying.execute(new ReleaseBenchmarkCommand(members[0]!, as(members[0]!, 'EXECUTIVE'), { requestKey: requestKey(), circleId: circle, measure: 'COVERAGE', period: Q1 }))).rejects.toThrow('died');
  expect(await ask(members[1]!, circle)).toMatchObject({ accepted: true });
  expect(await read(members[1]!, circle)).not.toBeNull();
  expect(await spendings(members[0]!)).toHaveLength(1);
});
