import { createHash } from 'node:crypto';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { SystemClock } from '@vouchsafe/event-store';
import { anActor } from '@vouchsafe/graphql/testing';
import { openAnalytics, type Analytics } from '../analytics/analytics.fixtures.js';
import { acted, confirmed, defined, enrolled, made, promoted, type Happened } from '../program-facts/program-facts.fixtures.js';
import { SealReportCommand, SealReportHandler } from './seal-report/seal-report.command.js';
import { SealedReportsHandler, SealedReportsQuery } from './sealed-report/sealed-report.query.js';

let analytics: Analytics;
beforeAll(async () => { analytics = await openAnalytics(); }, 120_000);
afterAll(() => analytics.close());

const period = { from: '2025-01-01', to: '2025-12-31' };
const lead = (tenant: TenantId, ...leads: string[]): Actor => ({ ...anActor(tenant, 'lin', 'PROGRAM_LEAD'), leads: new Set(leads) });
const seal = (tenant: TenantId, requestKey: string, { title = 'The year', leads = 'p1' } = {}) =>
  new SealReportHandler(analytics.ledger.store, analytics.ledger.readModels, new SystemClock()).execute(new SealReportCommand(tenant, lead(tenant, leads), { requestKey, programId: 'p1', title, period }));
const shelf = (tenant: TenantId, leads = 'p1') => new SealedReportsHandler(analytics.ledger.store).execute(new SealedReportsQuery(tenant, lead(tenant, leads), 'p1'));

const pair = (id: string): Happened[] => [enrolled(id, '2025-01-10', 'PROTEGE', { programId: 'p1', cohortId: 'co1' }), made(`c-${id}`, id, '2025-02-01', { cohortId: 'co1' })];
const told = async (): Promise<TenantId> => {
  const tenant = analytics.aTenant();
  await analytics.tell(tenant, [...defined(), ...pair('ana'), ...pair('bo'), acted('c-ana', 'a1', 'BOOST', '2025-03-01'), confirmed('c-ana', 'a1', '2025-03-02')]);
  return tenant;
};

it('reads the same bytes whatever is learned afterwards, and the next one tells of it', async () => {
  const tenant = await told();
  expect(await seal(tenant, 'seal 1')).toMatchObject({ accepted: true });
  const [before] = await shelf(tenant);
  await analytics.tell(tenant, [...pair('cy'), promoted('o1', 'ana', '2025-09-01'), acted('c-bo', 'a2', 'DEFEND', '2025-04-01')]);
  expect(await shelf(tenant)).toEqual([before]);
  expect(await seal(tenant, 'seal 2')).toMatchObject({ accepted: true });
  const [after, still] = await shelf(tenant);
  expect(still).toEqual(before);
  expect(after!.figures).not.toBe(before!.figures);
  expect(after!.inputsDigest).not.toBe(before!.inputsDigest);
  const made = (figures: string) => (JSON.parse(figures) as { funnel: { steps: { sponsorships: { value: number } }[] } }).funnel.steps[0]!.sponsorships.value;
  expect([made(before!.figures), made(after!.figures)]).toEqual([2, 3]);
});

it('names what it was computed from: the chain of the log at its position, the facts and the figures by their digests', async () => {
  const tenant = await told();
  await seal(tenant, 'seal 1');
  const [report] = await shelf(tenant);
  const [event] = await analytics.ledger.store.readProven(tenant, { after: Number(report!.position) - 1, max: 1 });
  expect(report).toMatchObject({ title: 'The year', chain: event!.chain, rules: [{ programId: 'p1', version: 1 }], period, inputsDigest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(report!.figuresDigest).toBe(createHash('sha256').update(report!.figures).digest('hex'));
  expect(report!.figures).not.toMatch(/ana|c-bo/); // nobody
});

it('is sealed once, by whoever leads the programme, and read by nobody else', async () => {
  const tenant = await told();
  expect(await seal(tenant, 'seal 1')).toMatchObject({ accepted: true });
  expect(await seal(tenant, 'seal 1')).toMatchObject({ accepted: true });
  expect(await shelf(tenant)).toHaveLength(1);
  expect(await seal(tenant, 'seal 2', { leads: 'p2' })).toMatchObject({ accepted: false, rejection: { reason: 'ProgramIsNotDefined' } });
  expect(await shelf(tenant, 'p2')).toEqual([]);
  for (const title of ['', ' ', 'two\nlines', 'x'.repeat(201)]) expect(await seal(tenant, `bad ${title.length}`, { title })).toMatchObject({ accepted: false, rejection: { reason: 'TitleIsNotOneLine' } });
});
