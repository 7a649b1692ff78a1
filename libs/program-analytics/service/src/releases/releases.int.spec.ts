import type { Actor, Role } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { SystemClock } from '@vouchsafe/event-store';
import { anActor } from '@vouchsafe/graphql/testing';
import type { ReleasedFigure, ReleasedReport } from '../graphql.generated.js';
import { openAnalytics, type Analytics } from '../analytics/analytics.fixtures.js';
import { acted, confirmed, defined, enrolled, left, made, promoted, type Happened } from '../program-facts/program-facts.fixtures.js';
import { DeclareReleaseLatticeCommand, DeclareReleaseLatticeHandler } from './declare-release-lattice/declare-release-lattice.command.js';
import { GroupReleasesHandler, GroupReleasesQuery } from './group-releases/group-releases.query.js';
import { PublishReleaseCommand, PublishReleaseHandler } from './publish-release/publish-release.command.js';
import { ReleasedReportHandler, ReleasedReportQuery, ReleasesHandler, ReleasesQuery } from './released-report/released-report.query.js';
import { ReleaseShelf } from './release-shelf.js';

let analytics: Analytics;
let shelf: ReleaseShelf;
let publishing: PublishReleaseHandler;
beforeAll(async () => {
  analytics = await openAnalytics();
  const { database, releases, store, readModels } = analytics.ledger;
  shelf = new ReleaseShelf(database, releases, store);
  publishing = new PublishReleaseHandler(store, readModels, shelf, new SystemClock());
}, 120_000);
afterAll(() => analytics.close());

const Q1 = { from: '2025-01-01', to: '2025-03-31' };
const Q2 = { from: '2025-04-01', to: '2025-06-30' };
const as = (tenant: TenantId, role: Role, ...leads: string[]): Actor => ({ ...anActor(tenant, 'lin', role), roles: new Set([role]), leads: new Set(leads) });
const publish = (tenant: TenantId, requestKey: string, period = Q1, leads = 'p1') =>
  publishing.execute(new PublishReleaseCommand(tenant, as(tenant, 'PROGRAM_LEAD', leads), { requestKey, programId: 'p1', period }));
const read = (tenant: TenantId, asKnownAt: string | null = null): Promise<ReleasedReport | null> =>
  new ReleasedReportHandler(shelf).execute(new ReleasedReportQuery(tenant, as(tenant, 'EXECUTIVE'), 'p1', asKnownAt));
const at = (report: ReleasedReport | null, measure: string, ...place: (string | null)[]): ReleasedFigure =>
  report!.places.find((each) => JSON.stringify(each.place) === JSON.stringify(place))!.figures.find((figure) => figure.measure === measure)!;

/** So many protégés in a cohort, some of them sponsored. */
const cohort = (cohortId: string, size: number, sponsored: number): Happened[] => Array.from({ length: size }, (_, one) => `${cohortId}-${one}`).flatMap((id, one) => [
  enrolled(id, '2025-01-10', 'PROTEGE', { programId: 'p1', cohortId }), ...(one < sponsored ? [made(`c-${id}`, id, '2025-01-15', { cohortId })] : []),
]);
const three = [...defined(), ...cohort('co1', 24, 12), ...cohort('co2', 3, 1), ...cohort('co3', 26, 14), promoted('o1', 'co1-20', '2025-02-01'), acted('c-co1-1', 'a1', 'BOOST', '2025-02-03'), confirmed('c-co1-1', 'a1', '2025-02-04')];
const published = async (history: readonly Happened[] = three): Promise<TenantId> => {
  const tenant = analytics.aTenant();
  await analytics.tell(tenant, history);
  expect(await publish(tenant, 'r1')).toMatchObject({ accepted: true });
  return tenant;
};

it('shows what tells of nobody, and hides the rest in the same shape', async () => {
  const report = await read(await published());
  expect(at(report, 'ENROLLED', null, null)).toMatchObject({ state: 'VALUE', part: 53, whole: 53, asOf: '2025-03-31' });
  expect(at(report, 'COVERAGE', null, null)).toMatchObject({ state: 'VALUE', part: 27, whole: 53, value: 0.5094 });
  expect(at(report, 'PROMOTION', null, null)).toMatchObject({ state: 'VALUE', part: 1 }); // open: it tells that somebody rose, which everybody saw
  const hidden = at(report, 'ENROLLED', 'co2', null);
  expect(hidden).toEqual({ __typename: 'ReleasedFigure', measure: 'ENROLLED', state: 'SUPPRESSED', part: null, whole: null, value: null, low: null, high: null, asOf: '2025-03-31' });
  expect(Object.keys(hidden)).toEqual(expect.arrayContaining(Object.keys(at(report, 'ENROLLED', null, null))));
  // 53 − 26 − 24 would be the three: a second cohort is hidden with them, the smaller one.
  expect([at(report, 'ENROLLED', 'co1', null).state, at(report, 'ENROLLED', 'co3', null).state]).toEqual(['SUPPRESSED', 'VALUE']);
  expect(at(report, 'ADVOCACY', null, null).state).toBe('SUPPRESSED'); // one of them was advocated for
});

it('names what it was made from, and what it was made by', async () => {
  const tenant = await published();
  const [event] = await analytics.ledger.store.readStream(tenant, 'release-p1');
  expect(event!.data).toMatchObject({ k: 10, lattice: ['COHORT', 'LEVEL'], rules: { suppression: 1, program: 1 }, audit: { search: 'EXACT' }, freezeDay: '2025-03-31' });
  const { position, chain } = (await read(tenant))!;
  const [last] = await analytics.ledger.store.readProven(tenant, { after: Number(position) - 1, max: 1 });
  expect(last!.chain).toBe(chain);
  expect(JSON.stringify(event!.data)).not.toMatch(/co1-\d/); // nobody
});

it('one person more changes nothing that is shown, and the earlier number stands with its day', async () => {
  const tenant = await published();
  const before = await read(tenant);
  await analytics.tell(tenant, [enrolled('late', '2025-05-01', 'PROTEGE', { programId: 'p1', cohortId: 'co3' })]);
  expect(await publish(tenant, 'r2', Q2)).toMatchObject({ accepted: true });
  const after = await read(tenant);
  expect(after!.number).toBe(2);
  for (const measure of ['ENROLLED', 'COVERAGE']) {
    for (const { place } of before!.places) {
      const [was, is] = [at(before, measure, ...place), at(after, measure, ...place)];
      expect({ ...is, asOf: null }).toEqual({ ...was, asOf: null });
    }
  }
  expect(at(after, 'ENROLLED', 'co3', null)).toMatchObject({ whole: 26, asOf: '2025-03-31' });
  expect(at(after, 'ENROLLED', null, null)).toMatchObject({ whole: 53, asOf: '2025-03-31' });
});

it('is renewed where enough came and went', async () => {
  const tenant = await published([...defined(), ...cohort('co1', 60, 30), ...cohort('co3', 60, 30)]);
  await analytics.tell(tenant, Array.from({ length: 24 }, (_, one) => left(`co1-${one + 18}`, '2025-05-01')));
  expect(await publish(tenant, 'r2', Q2)).toMatchObject({ accepted: true });
  const report = await read(tenant);
  expect(at(report, 'ENROLLED', null, null)).toMatchObject({ whole: 96, asOf: '2025-06-30' });
  expect(at(report, 'ENROLLED', 'co1', null)).toMatchObject({ whole: 36, asOf: '2025-06-30' });
});

it('an instant chooses a release and makes none; what is learned later changes none', async () => {
  const tenant = await published();
  const first = await read(tenant);
  await analytics.tell(tenant, cohort('co4', 40, 20));
  expect(await publish(tenant, 'r2', Q1)).toMatchObject({ accepted: true });
  expect(await read(tenant, first!.publishedAt)).toEqual(first);
  expect(at(await read(tenant), 'ENROLLED', null, null)).toMatchObject({ whole: 93 });
  expect(await read(tenant, '2020-01-01T00:00:00.000Z')).toBeNull();
  expect((await new ReleasesHandler(shelf).execute(new ReleasesQuery(tenant, as(tenant, 'EXECUTIVE'), 'p1'))).map(({ number }) => number)).toEqual([2, 1]);
});

it.each([
  ['a quarter that is cut', { from: '2025-01-02', to: '2025-03-31' }, 'WholeQuartersOnly'], ['a period that is not over', { from: '2030-01-01', to: '2030-03-31' }, 'PeriodIsNotOver'],
  ['a period that ends before it starts', { from: '2025-04-01', to: '2025-03-31' }, 'PeriodEndsBeforeItStarts'],
])('refuses %s', async (_, period, reason) => expect(await publish(analytics.aTenant(), 'r', period)).toMatchObject({ accepted: false, rejection: { reason } }));

it('refuses an older period than the last, and another lead’s programme', async () => {
  const tenant = await published();
  expect(await publish(tenant, 'r2', { from: '2024-10-01', to: '2024-12-31' })).toMatchObject({ rejection: { reason: 'LaterPeriodIsPublished' } });
  expect(await publish(tenant, 'r3', Q1, 'another')).toMatchObject({ rejection: { reason: 'ProgramIsNotDefined' } });
});

it('is done once however often it is asked for, and finished by whoever asks again after its publisher died', async () => {
  const tenant = analytics.aTenant();
  await analytics.tell(tenant, three);
  const { store, readModels } = analytics.ledger;
  const dying = new PublishReleaseHandler(store, readModels, { shelve: () => Promise.reject(new Error('died')) } as unknown as ReleaseShelf, new SystemClock());
  const command = new PublishReleaseCommand(tenant, as(tenant, 'PROGRAM_LEAD', 'p1'), { requestKey: 'r1', programId: 'p1', period: Q1 });
  await expect(dying.execute(command)).rejects.toThrow('died');
  expect(await read(tenant)).toBeNull();
  const answers = [await publishing.execute(command), await publishing.execute(command)];
  expect(answers[0]).toEqual(answers[1]);
  expect((await read(tenant))!.number).toBe(1);
  expect(await store.readStream(tenant, 'release-p1')).toHaveLength(1);
});

it('how people are divided is said once, and before there is anybody', async () => {
  const declaring = new DeclareReleaseLatticeHandler(analytics.ledger.store, analytics.ledger.readModels, new SystemClock());
  const declare = (tenant: TenantId, requestKey: string, dimensions: ('COHORT' | 'UNIT')[]) =>
    declaring.execute(new DeclareReleaseLatticeCommand(tenant, as(tenant, 'PROGRAM_LEAD', 'p1'), { requestKey, programId: 'p1', dimensions }));
  const [empty, full] = [analytics.aTenant(), analytics.aTenant()];
  await analytics.tell(empty, defined());
  expect(await declare(empty, 'd0', ['COHORT', 'COHORT'])).toMatchObject({ rejection: { reason: 'DimensionStandsTwice' } });
  expect(await declare(empty, 'd1', ['COHORT'])).toMatchObject({ accepted: true });
  expect(await declare(empty, 'd2', ['UNIT'])).toMatchObject({ rejection: { reason: 'LatticeIsDeclared' } });
  await analytics.tell(empty, cohort('co1', 24, 12));
  await publish(empty, 'r1');
  expect((await read(empty))!.lattice).toEqual(['COHORT']);
  await analytics.tell(full, three);
  expect(await declare(full, 'd1', ['COHORT'])).toMatchObject({ rejection: { reason: 'PeopleAreEnrolledAlready' } });
});

describe('the wall', () => {
  it('another organization reads nothing of it, and nothing is there for a lead of another programme', async () => {
    const tenant = await published();
    expect(await read(analytics.aTenant())).toBeNull();
    expect(await new ReleasedReportHandler(shelf).execute(new ReleasedReportQuery(tenant, as(tenant, 'PROGRAM_LEAD', 'another'), 'p1', null))).toBeNull();
    expect(await new ReleasedReportHandler(shelf).execute(new ReleasedReportQuery(tenant, as(tenant, 'SPONSOR'), 'p1', null))).toBeNull();
  });

  it('the login of leadership reaches no other schema, and whoever writes does not read', async () => {
    const tenant = await published();
    const { releases, database } = analytics.ledger;
    for (const table of ['log.event', 'read.enrolment_fact_v3', 'front.key', 'read.position']) {
      await expect(releases.query(tenant, `SELECT FROM ${table}`, [])).rejects.toThrow(/permission denied|does not exist/);
    }
    await expect(releases.query(tenant, `INSERT INTO release.release SELECT * FROM release.release`, [])).rejects.toThrow(/permission denied|read-only/);
    await expect(database.withTenant(tenant, (tx) => tx.query('SELECT FROM release.figure'))).rejects.toThrow('permission denied');
  });

  it('a group reads each member’s releases by that member’s grant', async () => {
    const [one, other, group] = [await published(), await published(), analytics.aTenant()];
    analytics.shared.members = [
      { organization: one, handle: 'one', name: 'One', programIds: null }, { organization: other, handle: 'other', name: 'Other', programIds: ['p2'] },
    ];
    const found = await new GroupReleasesHandler(shelf, analytics.shared, new SystemClock()).execute(new GroupReleasesQuery(group, as(group, 'GROUP_EXECUTIVE'), null));
    analytics.shared.members = [];
    expect(found.map(({ handle, reports }) => [handle, reports.length])).toEqual([['one', 1], ['other', 0]]);
    expect(found[0]!.reports[0]).toEqual(await read(one));
  });
});

it('divides people no more finely than can be audited, from the first release on', async () => {
  const tenant = await published([...defined(), ...Array.from({ length: 25 }, (_, one) => cohort(`k${one}`, 2, 1)).flat()]); // 26 × 2 places
  const report = await read(tenant);
  expect([report!.lattice, report!.places.length]).toEqual([['COHORT'], 26]);
});
