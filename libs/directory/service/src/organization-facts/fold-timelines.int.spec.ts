import fc from 'fast-check';
import {
  LevelChanged, PersonJoined, PersonLeft, PersonReturned, PostClosed, PostFilled, PostOpened, PostVacated, ReportingLineChanged, UnitChanged, WorkingShareChanged, type OrganizationEvent,
} from '@vouchsafe/directory-contracts';
import { directories } from '@vouchsafe/directory-domain';
import { aTenant } from '@vouchsafe/event-store/testing';
import { newEvent } from '@vouchsafe/event-store';
import { aDirectoryThat, type ADirectory } from '../directory.fixtures.js';
import { holderFact, lineFact, organizationFacts, personFact, postFact } from './organization-facts.projection.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
type Dated = readonly [occurredOn: string, event: OrganizationEvent];

const opened = (postId: string, reportsTo: string | null = null) =>
  PostOpened.of({ postId, unit: 'Data', function: 'Policy', grade: 'SCS1', rank: 10, reportsTo, dottedTo: [], lineKnown: true });
const lineTo = (postId: string, reportsTo: string | null) => ReportingLineChanged.of({ postId, reportsTo, dottedTo: [], lineKnown: true });

let keys = 0;
const record = async ({ log }: ADirectory, tenant: typeof ACME, events: readonly Dated[]): Promise<void> => {
  await log.append(tenant, {
    requestKey: `k${(keys += 1)}`, actor: 'system:spec', correlation: 'spec',
    writes: [{ stream: 'directory-graph', expected: 'any', events: events.map(([day, event]) => newEvent(directories, event, day)) }],
  });
};
const folded = async (d: ADirectory, tenant: typeof ACME): Promise<void> => {
  await d.readModels.within(tenant, [organizationFacts], (await d.log.head(tenant)).position, async () => {});
};
const believed = (d: ADirectory, table: string, columns: string, tenant = ACME) =>
  d.rows<Record<string, unknown>>(tenant, `SELECT ${columns}, effective_from AS "from", effective_to AS "to" FROM ${table} WHERE tenant_id = $1 AND known_to IS NULL ORDER BY 1, effective_from`);

describe('timelines', () => {
  let d: ADirectory;
  beforeAll(async () => { d = await aDirectoryThat({ batch: 1_000 }, ACME, GLOBEX, ...Array.from({ length: 40 }, (_, index) => aTenant(100 + index))); });
  afterAll(() => d.close());

  it('divide a stretch where something changed, and keep what was believed before', async () => {
    await record(d, ACME, [['2020-01-01', opened('a')], ['2020-01-01', opened('b', 'a')], ['2021-01-01', LevelChanged.of({ postId: 'b', grade: 'SCS2', rank: 20 })]]);
    await folded(d, ACME);
    expect(await believed(d, postFact, 'post_id AS id, rank')).toEqual([
      { id: 'a', rank: 10, from: '2020-01-01', to: null }, { id: 'b', rank: 10, from: '2020-01-01', to: '2021-01-01' }, { id: 'b', rank: 20, from: '2021-01-01', to: null },
    ]);
    expect(await d.rows(ACME, `SELECT known_from, known_to FROM ${postFact} WHERE tenant_id = $1 AND post_id = 'b' AND effective_to IS NULL ORDER BY known_from`))
      .toEqual([{ known_from: 2, known_to: 3 }, { known_from: 3, known_to: null }]);
    expect(await believed(d, postFact, 'post_id AS id', GLOBEX)).toEqual([]);
  });

  it('take a late truth into the middle, and lose nothing that came after it', async () => {
    await record(d, ACME, [['2020-06-01', UnitChanged.of({ postId: 'b', unit: 'Estates' })]]);
    await folded(d, ACME);
    expect(await believed(d, postFact, `post_id AS id, unit, rank`)).toEqual([
      { id: 'a', unit: 'Data', rank: 10, from: '2020-01-01', to: null },
      { id: 'b', unit: 'Data', rank: 10, from: '2020-01-01', to: '2020-06-01' },
      { id: 'b', unit: 'Estates', rank: 10, from: '2020-06-01', to: '2021-01-01' },
      { id: 'b', unit: 'Estates', rank: 20, from: '2021-01-01', to: null },
    ]);
  });

  it('begin on the day someone joined, which lies before the file, and close with the post', async () => {
    await record(d, ACME, [
      ['2020-01-01', PersonJoined.of({ personId: 'p', joinedOn: '2015-05-01' })], ['2020-01-01', PostFilled.of({ postId: 'b', personId: 'p', share: null })],
      ['2022-01-01', WorkingShareChanged.of({ postId: 'b', personId: 'p', share: 0.6 })],
      ['2023-01-01', PostVacated.of({ postId: 'b', personId: 'p' })], ['2023-01-01', PostClosed.of({ postId: 'b' })], ['2023-01-01', PersonLeft.of({ personId: 'p' })],
      ['2024-01-01', PersonReturned.of({ personId: 'p' })],
    ]);
    await folded(d, ACME);
    expect(await believed(d, personFact, 'person_id AS id, joined_on')).toEqual([
      { id: 'p', joined_on: '2015-05-01', from: '2015-05-01', to: '2023-01-01' }, { id: 'p', joined_on: '2015-05-01', from: '2024-01-01', to: null },
    ]);
    expect(await believed(d, holderFact, 'person_id AS id, share')).toEqual([
      { id: 'p', share: null, from: '2020-01-01', to: '2022-01-01' }, { id: 'p', share: 0.6, from: '2022-01-01', to: '2023-01-01' },
    ]);
    expect(await believed(d, lineFact, 'above_id AS id')).toEqual([{ id: 'a', from: '2020-01-01', to: '2023-01-01' }]);
  });

  it('are of one piece: whatever is told, a post is in one state on a day, and the same however the log is cut', async () => {
    const days = ['2020-01-01', '2020-07-01', '2021-01-01', '2021-07-01'];
    const events = fc.array(fc.tuple(fc.constantFrom(...days), fc.oneof(
      fc.constant(opened('x')), fc.constant(PostClosed.of({ postId: 'x' })), fc.constantFrom('A', 'B').map((unit) => UnitChanged.of({ postId: 'x', unit })),
      fc.constantFrom('u', 'v', null).map((above) => lineTo('x', above)),
      fc.constantFrom('p', 'q').map((personId) => PostFilled.of({ postId: 'x', personId, share: 1 })), fc.constantFrom('p', 'q').map((personId) => PostVacated.of({ postId: 'x', personId })),
    )), { minLength: 1, maxLength: 8 });
    const single = await aDirectoryThat({ batch: 1 }, ...Array.from({ length: 40 }, (_, index) => aTenant(100 + index)));
    let tenants = 100;
    await fc.assert(fc.asyncProperty(events, async (told) => {
      const tenant = aTenant(tenants++);
      for (const one of [d, single]) {
        await record(one, tenant, told as Dated[]);
        await folded(one, tenant);
      }
      for (const [table, id] of [[postFact, 'post_id'], [lineFact, 'above_id'], [holderFact, 'person_id']] as const) {
        const all = `SELECT * FROM ${table} WHERE tenant_id = $1 ORDER BY effective_from, known_from, ${id}`;
        expect(await single.rows(tenant, all)).toEqual(await d.rows(tenant, all));
        const twice = `SELECT FROM ${table} AS a JOIN ${table} AS b USING (tenant_id, ${id}) WHERE a.tenant_id = $1 AND a.known_to IS NULL AND b.known_to IS NULL
          AND a.effective_from < b.effective_from AND (a.effective_to IS NULL OR a.effective_to > b.effective_from)`;
        expect(await d.rows(tenant, twice)).toEqual([]);
        expect(await d.rows(tenant, `SELECT FROM ${table} WHERE tenant_id = $1 AND (effective_to <= effective_from OR known_to <= known_from)`)).toEqual([]);
      }
    }), { numRuns: 25, endOnFailure: true });
    await single.close();
    expect(d.troubles).toEqual([]);
  });
});
