import { addDays, type TenantId } from '@vouchsafe/event-schema';
import fc from 'fast-check';
import { field, openAnalytics, type Analytics, type Answer } from '../analytics/analytics.fixtures.js';
import { acted, confirmed, corrected, defined, enrolled, kept, left, linked, made, missed, paused, promoted, retracted, type Happened } from '../program-facts/program-facts.fixtures.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import { cellsAsOf, cellsNow } from './read-cells.js';

let analytics: Analytics;
beforeAll(async () => { analytics = await openAnalytics({ batch: 7 }); });
afterAll(() => analytics?.close());

const ALL_YEARS = { from: '2024-01-01', to: '2026-12-31' };
const people = ['ben', 'cleo', 'dev'] as const;

const person = fc.constantFrom(...people);
const commitment = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const action = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5');
const day = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2024-11-01', days));
const act = fc.constantFrom('AMPLIFY', 'BOOST', 'CONNECT', 'DEFEND');
/** Whatever may stand in a log, sensible or not, as the deciders see to: the cells shall follow it all the same. */
const happening: fc.Arbitrary<Happened> = fc.oneof(
  fc.tuple(person, day).map(([who, on]) => enrolled(who, on)), fc.tuple(person, day).map(([who, on]) => left(who, on)),
  fc.tuple(commitment, day).map(([id, on]) => made(id, people[Number(id[1]) % 3]!, on)), fc.tuple(commitment, day).map(([id, on]) => paused(id, on)),
  fc.tuple(commitment, fc.constantFrom('s1', 'b1'), day).map(([id, pledge, on]) => kept(id, pledge, on)), fc.tuple(commitment, fc.constantFrom('s1', 'b1'), day).map(([id, pledge, on]) => missed(id, pledge, on)),
  fc.tuple(commitment, action, act, day).map(([id, a, what, on]) => acted(id, `${id}${a}`, what, on)), fc.tuple(commitment, action, day).map(([id, a, on]) => confirmed(id, `${id}${a}`, on)),
  fc.tuple(commitment, action, act, day, day).map(([id, a, what, to, on]) => corrected(id, `${id}${a}`, what, to, on)), fc.tuple(commitment, action, day).map(([id, a, on]) => retracted(id, `${id}${a}`, on)),
  fc.tuple(fc.constantFrom('o1', 'o2'), person, day).map(([id, who, on]) => promoted(`${id}${who}`, who, on)),
  fc.tuple(fc.constantFrom('o1', 'o2'), person, commitment, action, day).map(([id, who, c, a, on]) => linked(`${id}${who}`, c, `${c}${a}`, on)),
);

/** One append an event: the cells are kept from batch to batch. */
const oneByOne = async (tenant: TenantId, history: readonly Happened[]): Promise<number> => {
  let position = 0;
  for (const happened of history) position = await analytics.tell(tenant, [happened]);
  return position;
};
const sorted = (cells: readonly object[]) => cells.map((cell) => JSON.stringify(cell, Object.keys(cell).sort())).sort();

it('keeps the cells that the facts add up to, whatever happened and in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 60 }), async (history) => {
    const tenant = analytics.aTenant();
    const position = await oneByOne(tenant, history);
    const [now, asOf] = await analytics.ledger.readModels.within(tenant, [programFacts], position, async (tx) => [await cellsNow(tx, ['p1'], ALL_YEARS), await cellsAsOf(tx, ['p1'], ALL_YEARS, position)]);
    expect(sorted(now)).toEqual(sorted(asOf));
  }), { numRuns: 25 });
});

/** What the cells answer, as text: equal texts are equal bytes. */
const answered = async ({ parts }: Answer): Promise<string> => JSON.stringify([parts[0]!['position'], await field(parts[0]!, 'advocacy'), await field(parts[0]!, 'keeping'), await field(parts[0]!, 'outcomes')]);

it('answers the present from its cells as it will answer it from the facts later', async () => {
  const tenant = analytics.aTenant();
  const after = await analytics.tell(tenant, [
    ...defined(), enrolled('ben', '2025-01-10'), enrolled('cleo', '2025-01-10'), made('c1', 'ben', '2025-01-15'), made('c2', 'cleo', '2025-02-15'), acted('c1', 'a1', 'BOOST', '2025-03-03'),
    confirmed('c1', 'a1', '2025-03-10'), kept('c1', 's1', '2025-06-01'), promoted('o1', 'ben', '2025-09-01'), acted('c2', 'a2', 'DEFEND', '2025-09-09'),
  ]);
  const asked = analytics.asLead(tenant);
  const present = await asked({ after });
  const first = await answered(present);
  expect(first).toContain('"PROMOTION"');
  const later = await analytics.tell(tenant, [retracted('c2', 'a2', '2025-10-01')]);
  expect(await answered(await asked({ asKnownAt: present.parts[0]!['asKnownAt'] as string, after: later }))).toBe(first);
  expect(await answered(await asked({ after: later }))).not.toBe(first);
});

it('counts the days of a period that cuts months', async () => {
  const tenant = analytics.aTenant();
  const after = await analytics.tell(tenant, [...defined(), enrolled('ben', '2025-01-10'), made('c1', 'ben', '2025-01-15'), acted('c1', 'a1', 'BOOST', '2025-03-03'), acted('c1', 'a2', 'BOOST', '2025-03-20')]);
  const of = async (from: string, to: string, name: string) => field<Record<string, { count: number[]; n: number[] }>>((await analytics.asLead(tenant)({ period: { from, to }, after })).parts[0]!, name);
  expect((await of('2025-03-04', '2025-03-20', 'advocacy'))['confirmation']).toMatchObject({ count: [0], n: [1] });
  expect((await of('2025-01-01', '2025-01-14', 'coverage'))['ofEnrolled']).toMatchObject({ count: [0], n: [1] });
  expect((await of('2025-01-01', '2025-01-15', 'coverage'))['ofEnrolled']).toMatchObject({ count: [1], n: [1] });
});
