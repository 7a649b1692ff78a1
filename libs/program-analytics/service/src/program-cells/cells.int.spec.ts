import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { newEvent } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { addDays, type TenantId } from '@vouchsafe/event-schema';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, type Ledger } from '@vouchsafe/projections';
import { programsEvents } from '@vouchsafe/programs-contracts';
import { commitmentEvents, outcomeEvents } from '@vouchsafe/sponsorship-contracts';
import fc from 'fast-check';
import { programAnalytics } from '../program-analytics.context.js';
import { acted, confirmed, corrected, enrolled, kept, left, linked, made, missed, paused, promoted, retracted, type Happened } from '../program-facts/program-facts.fixtures.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import { reportAsOf, reportNow } from '../program-report/compute-report.js';
import { cellsAsOf, cellsNow } from './read-cells.js';

let ledger: Ledger;
let runner: ProjectionRunner;
let drop: () => Promise<void>;
let tenants = 100;
let keys = 0;

beforeAll(async () => {
  const fresh = await freshDatabase({ empty: true });
  ({ drop } = fresh);
  await migrateLedger(fresh.url, [programAnalytics]);
  ledger = await openLedger(fresh.url);
  const known = knownEvents([programAnalytics, { ...programAnalytics, events: [commitmentEvents, outcomeEvents, programsEvents], projections: [] }]);
  runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections: programAnalytics.projections, known, batch: 7 });
  await runner.start();
});
afterAll(async () => {
  await runner.stop();
  await ledger.close();
  await drop();
});

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

const tell = async (tenant: TenantId, history: readonly Happened[]): Promise<number> => {
  await ledger.store.openLog(tenant);
  for (const { stream, on, event, catalogue } of history) {
    await ledger.store.append(tenant, {
      requestKey: `k${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes: [{ stream, expected: 'any', events: [newEvent({ catalogue }, event, on)] }],
    });
  }
  return history.length;
};
const sorted = (cells: readonly object[]) => cells.map((cell) => JSON.stringify(cell, Object.keys(cell).sort())).sort();

it('keeps the cells that the facts add up to, whatever happened and in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 60 }), async (history) => {
    const tenant = aTenant((tenants += 1));
    const position = await tell(tenant, history);
    const [now, asOf] = await ledger.readModels.within(tenant, [programFacts], position, async (tx) => [await cellsNow(tx, 'p1', ALL_YEARS), await cellsAsOf(tx, 'p1', ALL_YEARS, position)]);
    expect(sorted(now)).toEqual(sorted(asOf));
  }), { numRuns: 25 });
});

it('reports the present from its cells as it will report it from the facts later', async () => {
  const tenant = aTenant((tenants += 1));
  const asked = { tenant, programId: 'p1', period: { from: '2025-01-01', to: '2025-12-31' }, withholding: { fewest: 0 } };
  await tell(tenant, [
    enrolled('ben', '2025-01-10'), enrolled('cleo', '2025-01-10'), made('c1', 'ben', '2025-01-15'), made('c2', 'cleo', '2025-02-15'), acted('c1', 'a1', 'BOOST', '2025-03-03'),
    confirmed('c1', 'a1', '2025-03-10'), kept('c1', 's1', '2025-06-01'), promoted('o1', 'ben', '2025-09-01'), acted('c2', 'a2', 'DEFEND', '2025-09-09'),
  ]);
  const present = (await reportNow(ledger.readModels, ledger.store, asked, 9))!;
  expect(present).toMatchObject({ coverage: { part: 2, whole: 2 }, confirmed: { part: 1, whole: 2 }, funnel: [{ sponsorships: { value: 2 } }, { sponsorships: { value: 2 } }, { sponsorships: { value: 1 } }, { sponsorships: { value: 1 } }] });
  await tell(tenant, [retracted('c2', 'a2', '2025-10-01')]);
  const position = await ledger.store.positionAt(tenant, present.asKnownAt);
  expect(await reportAsOf(ledger.readModels, asked, { asKnownAt: present.asKnownAt, position })).toEqual(present);
  expect(await reportNow(ledger.readModels, ledger.store, asked, 10)).not.toEqual(present);
});

it('counts the days of a period that cuts months', async () => {
  const tenant = aTenant((tenants += 1));
  const asked = (from: string, to: string) => ({ tenant, programId: 'p1', period: { from, to }, withholding: { fewest: 0 } });
  await tell(tenant, [enrolled('ben', '2025-01-10'), made('c1', 'ben', '2025-01-15'), acted('c1', 'a1', 'BOOST', '2025-03-03'), acted('c1', 'a2', 'BOOST', '2025-03-20')]);
  expect((await reportNow(ledger.readModels, ledger.store, asked('2025-03-04', '2025-03-20'), 4))!.confirmed).toMatchObject({ whole: 1 });
  expect((await reportNow(ledger.readModels, ledger.store, asked('2025-01-01', '2025-01-14'), 4))!.coverage).toMatchObject({ part: 0, whole: 1 });
  expect((await reportNow(ledger.readModels, ledger.store, asked('2025-01-01', '2025-01-15'), 4))!.coverage).toMatchObject({ part: 1, whole: 1 });
});
