import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { newEvent } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, type Context, type Ledger } from '@vouchsafe/projections';
import { programsEvents } from '@vouchsafe/programs-contracts';
import { commitmentEvents, outcomeEvents } from '@vouchsafe/sponsorship-contracts';
import { programAnalytics } from '../program-analytics.context.js';
import { acted, confirmed, corrected, enrolled, kept, linked, made, missed, paused, promoted, retracted, type Happened } from '../program-facts/program-facts.fixtures.js';
import { asKnown } from './as-known.js';
import { reportAsOf } from './compute-report.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
const YEAR = { from: '2025-01-01', to: '2025-12-30' };
const OPEN = { fewest: 0 };
const contexts: readonly Context[] = [programAnalytics];

let ledger: Ledger;
let runner: ProjectionRunner;
let drop: () => Promise<void>;
let keys = 0;

beforeAll(async () => {
  const fresh = await freshDatabase({ empty: true });
  ({ drop } = fresh);
  await migrateLedger(fresh.url, contexts);
  ledger = await openLedger(fresh.url);
  const known = knownEvents([...contexts, { ...programAnalytics, events: [commitmentEvents, outcomeEvents, programsEvents], projections: [] }]);
  runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections: programAnalytics.projections, known });
  await runner.start();
});
afterAll(async () => {
  await runner.stop();
  await ledger.close();
  await drop();
});

const happened = async (tenant: TenantId, ...history: readonly Happened[]): Promise<number> => {
  await ledger.store.openLog(tenant);
  let last = 0;
  for (const { stream, on, event, catalogue } of history) {
    const result = await ledger.store.append(tenant, {
      requestKey: `k${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes: [{ stream, expected: 'any', events: [newEvent({ catalogue }, event, on)] }],
    });
    if (result.outcome === 'appended') last = result.position;
  }
  return last;
};
const report = (tenant: TenantId, position: number, withholding = OPEN) =>
  reportAsOf(ledger.readModels, { tenant, programId: 'p1', period: YEAR, withholding }, { asKnownAt: '2026-01-01T00:00:00.000Z', position });

const history = [
  enrolled('ben', '2025-01-10'), enrolled('cleo', '2025-01-10'), enrolled('dev', '2025-02-01'),
  made('c1', 'ben', '2025-01-15'), made('c2', 'cleo', '2025-01-15'), paused('c2', '2025-11-01'),
  acted('c1', 'a1', 'BOOST', '2025-03-03'), confirmed('c1', 'a1', '2025-03-10'), acted('c1', 'a2', 'CONNECT', '2025-03-20'), acted('c2', 'a3', 'AMPLIFY', '2025-05-02'),
  kept('c1', 's1', '2025-06-01'), missed('c1', 'b1', '2025-07-01'), kept('c2', 's1', '2025-07-05'),
  promoted('o1', 'ben', '2025-09-01'), linked('o1', 'c1', 'a1', '2025-09-02'),
];

it('counts a programme by what is believed now', async () => {
  const found = await report(ACME, await happened(ACME, ...history));
  expect(found).toMatchObject({
    coverage: { part: 1, whole: 3, value: 0.3333 },
    confirmed: { part: 1, whole: 3 },
    pledgesKept: { sponsors: { part: 1, whole: 2 }, proteges: { part: 0, whole: 1 } },
    outcomes: [{ kind: 'PROMOTION', count: { value: 1 } }],
    funnel: [{ stage: 'PLEDGED', sponsorships: { value: 2 } }, { sponsorships: { value: 2 } }, { sponsorships: { value: 1 } }, { stage: 'OUTCOME', sponsorships: { value: 1 } }],
  });
  expect(found!.commitments.map(({ status, count }) => [status, count.value]).sort()).toEqual([['ACTIVE', 1], ['PAUSED', 1]]);
  expect(found!.advocacy.map(({ month, act, recorded, confirmed: sure }) => [month, act, recorded.value, sure.value])).toEqual([
    ['2025-03-01', 'BOOST', 1, 1], ['2025-03-01', 'CONNECT', 1, 0], ['2025-05-01', 'AMPLIFY', 1, 0],
  ]);
});

it('answers the same for what was known then, whatever is corrected later', async () => {
  const { position } = await ledger.store.head(ACME);
  const before = await report(ACME, position);
  const now = await happened(ACME, corrected('c1', 'a1', 'DEFEND', '2025-04-03', '2025-10-01'), retracted('c2', 'a3', '2025-10-02'));
  expect(await report(ACME, position)).toEqual(before);
  expect((await report(ACME, now))!.advocacy.map(({ month, act }) => [month, act])).toEqual([['2025-03-01', 'CONNECT'], ['2025-04-01', 'DEFEND']]);
});

it('knows nothing of another organization\'s programme of the same id', async () => {
  await happened(GLOBEX, enrolled('zoe', '2025-01-10'));
  expect(await report(GLOBEX, 1)).toMatchObject({ coverage: { part: 0, whole: 1 }, advocacy: [], outcomes: [] });
  expect(await report(aTenant(3), 0)).toBeNull();
});

it('withholds every figure that rests on few people from those who see no rows', async () => {
  const found = await report(ACME, (await ledger.store.head(ACME)).position, { fewest: 10 });
  const shown = JSON.stringify(found, (key, value: unknown) => (['period', 'asKnownAt', 'position', 'programId', 'month'].includes(key) ? undefined : value));
  expect(shown).not.toMatch(/"VALUE"|:\d/);
});

it('names an instant at which the same is known for ever, its own writes included', async () => {
  const after = await happened(ACME, acted('c1', 'a9', 'DEFEND', '2025-08-01'));
  const now = await asKnown(ledger.store, ACME, null, after);
  expect(now.position).toBe(after);
  const first = await reportAsOf(ledger.readModels, { tenant: ACME, programId: 'p1', period: YEAR, withholding: OPEN }, now);
  await happened(ACME, retracted('c1', 'a9', '2025-08-02'));
  const later = await asKnown(ledger.store, ACME, now.asKnownAt, null);
  expect(await reportAsOf(ledger.readModels, { tenant: ACME, programId: 'p1', period: YEAR, withholding: OPEN }, later)).toEqual(first);
});
