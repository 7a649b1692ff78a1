import { LocalWakeups, MemoryEventStore } from '@vouchsafe/event-store';
import { tenantId } from '@vouchsafe/event-schema';
import { grantRole, revokeRole, roles } from '@vouchsafe/tenancy-domain';
import { openAgenda } from './agenda.js';
import { openLedger, openStream } from './ledger.js';
import { midnight, officeHours } from './moments.js';
import { randomAt } from '../random/random.js';

const TENANT = tenantId('acaeacae-0000-4000-8000-000000000001');
const grant = { personId: 'p1', role: 'EXECUTIVE', programId: null } as const;
const monday = midnight('2025-03-03');

const aStore = async (now = () => midnight('2026-01-01')) => {
  const store = new MemoryEventStore(new LocalWakeups(), now);
  await store.openLog(TENANT, { sample: true });
  return store;
};

it('records a decision at its moment, with its actor, and the next one on top of it', async () => {
  const store = await aStore();
  const ledger = openLedger(store, TENANT, 'seed', 'acme');
  const stream = openStream(roles, 'p1');
  ledger.decide(stream, { at: monday, actor: 'person:p9' }, (state) => grantRole(grant, state));
  ledger.decide(stream, { at: monday + 1, actor: 'system:desk', occurredOn: '2025-03-01' }, (state) => revokeRole(grant, state));
  await ledger.finish();
  expect(await store.read(TENANT, { after: 0, max: 10 })).toMatchObject([
    { type: 'RoleGranted', version: 1, actor: 'person:p9', recordedAt: '2025-03-03T00:00:00.000Z', occurredOn: '2025-03-03', requestKey: 'sample:seed:1' },
    { type: 'RoleRevoked', version: 2, actor: 'system:desk', recordedAt: '2025-03-03T00:00:00.001Z', occurredOn: '2025-03-01', requestKey: 'sample:seed:2' },
  ]);
});

it('throws with seed and place where a decision says no', async () => {
  const ledger = openLedger(await aStore(), TENANT, 'seed-7', 'acme');
  expect(() => ledger.decide(openStream(roles, 'p1'), { at: monday, actor: 'system:desk' }, (state) => revokeRole(grant, state)))
    .toThrow('Seed seed-7, acme, role-p1, 2025-03-03T00:00:00.000Z: {"reason":"RoleIsNotGranted","role":"EXECUTIVE"}');
});

it('says so where the log holds another history, and where the history would lie in the future', async () => {
  const store = await aStore(() => monday);
  const one = openLedger(store, TENANT, 'seed', 'acme');
  one.decide(openStream(roles, 'p1'), { at: monday, actor: 'system:desk' }, (state) => grantRole(grant, state));
  await one.finish();
  const other = openLedger(store, TENANT, 'seed', 'acme');
  other.decide(openStream(roles, 'p1'), { at: monday, actor: 'system:desk' }, (state) => grantRole({ ...grant, role: 'OPERATOR' }, state));
  await expect(other.finish()).rejects.toThrow('it holds another history');
  const early = openLedger(store, TENANT, 'seed-2', 'acme');
  early.decide(openStream(roles, 'p2'), { at: monday + 1, actor: 'system:desk' }, (state) => grantRole({ ...grant, personId: 'p2' }, state));
  await expect(early.finish()).rejects.toThrow('lies in the future');
});

it('lets things happen in the order of time, those of one moment as they were planned, and nothing after the end', () => {
  const agenda = openAgenda(100);
  const happened: string[] = [];
  const then = (name: string) => () => void happened.push(name);
  for (const at of [50, 10, 30, 100, 20, 101]) agenda.plan(at, then(String(at)));
  agenda.plan(30, then('30 again'));
  agenda.plan(20, (now) => agenda.plan(now + 1, then('21')));
  while (agenda.next());
  expect(happened).toEqual(['10', '20', '21', '30', '30 again', '50']);
});

it('works in office hours, after the moment it starts from, and never at weekends', () => {
  const random = randomAt('hours');
  for (let day = 0; day < 14; day += 1) {
    const at = new Date(officeHours(random, monday, day));
    expect(at.getTime()).toBeGreaterThan(monday);
    expect([1, 2, 3, 4, 5]).toContain(at.getUTCDay());
    expect(at.getUTCHours()).toBeGreaterThanOrEqual(8);
    expect(at.getUTCHours()).toBeLessThan(18);
  }
});
