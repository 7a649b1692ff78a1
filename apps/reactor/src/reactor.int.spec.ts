import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonLeft } from '@vouchsafe/directory-contracts';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import type { AnyEvent, TenantId } from '@vouchsafe/event-schema';
import { aTenant } from '@vouchsafe/event-store/testing';
import { readNotificationSettings } from '@vouchsafe/notifications-service';
import { beginRebuild, knownEvents, migrateLedger, openLedger, ProjectionRunner, type Ledger } from '@vouchsafe/projections';
import { policyStatus } from '@vouchsafe/reactions';
import { CommitmentMade, PledgeKept } from '@vouchsafe/sponsorship-contracts';
import { RoleGranted } from '@vouchsafe/tenancy-contracts';
import { contexts, policiesOf, startReactor } from './index.js';

jest.setTimeout(180_000);
const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const settings = readNotificationSettings({ PUBLIC_URL: 'https://vouchsafe.example' }, { port: 4000 });
const known = knownEvents(contexts);

let fresh: FreshDatabase;
let ledger: Ledger;
let home: string;
let running: { stop(): Promise<void> }[];
beforeEach(async () => {
  running = [];
  fresh = await freshDatabase({ empty: true });
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  await migrateLedger(fresh.url, contexts);
  ledger = await openLedger(fresh.url);
  for (const tenant of [ACME, GLOBEX]) await ledger.store.openLog(tenant);
});
afterEach(async () => {
  for (const each of running) await each.stop();
  await ledger?.close();
  await fresh?.drop();
  await rm(home, { recursive: true, force: true });
});

const reacting = async () => {
  const reactor = await startReactor(ledger, { home, settings });
  running.push(reactor);
  return reactor;
};
const until = async (what: string, holds: () => Promise<boolean>) => {
  for (const end = Date.now() + 90_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 20))) if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
};
let keys = 0;
const happened = (tenant: TenantId, stream: string, occurredOn: string, ...events: AnyEvent[]) => ledger.store.append(tenant, {
  requestKey: `k${(keys += 1)}`, actor: 'system:spec', correlation: 'spec',
  writes: [{ stream, expected: 'any', events: events.map((event) => ({ ...event, schemaVersion: known.byName.get(event.type)!.version, occurredOn })) }],
});
const card = (tenant: TenantId, personId: string) => ledger.database.withTenant(tenant, (tx) =>
  tx.query('INSERT INTO directory.person_card (tenant_id, person_id, name, work_email, email_normalised, languages) VALUES ($1, $2, $3, $4, $4, \'\')', [tenant, personId, `Name of ${personId}`, `${personId}@acme.example`]));
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const made = (commitmentId = 'c1', dueOn = dayFromNow(60)) => CommitmentMade.of({
  commitmentId, version: 1, objective: 'Lead the payments migration', cadence: { kind: 'MONTHLY' }, term: { start: dayFromNow(-30), end: dayFromNow(300) },
  pledges: [{ pledgeId: 's1', side: 'SPONSOR', promise: { kind: 'BEHAVIOUR', behaviour: 'NOMINATE' }, times: 1, dueOn }],
  programId: 'p1', cohortId: null, sponsorId: 'amara', protegeId: 'ben', madeOn: dayFromNow(-30), chain: 'CLEAR',
});
interface Mail { readonly to: string; readonly subject: string; readonly text: string }
const mails = async (): Promise<Mail[]> => {
  const files = (await readdir(join(home, 'outbox')).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const all = await Promise.all(files.map((file) => readFile(join(home, 'outbox', file), 'utf8')));
  return all.map((text) => ({ to: /^To: (.*)$/m.exec(text)![1]!, subject: /^Subject: (.*)$/m.exec(text)![1]!, text })).sort((a, b) => (a.to + a.subject).localeCompare(b.to + b.subject));
};
const addressed = async () => (await mails()).map(({ to, subject }) => `${to.split('@')[0]}: ${subject.replace('Vouchsafe: ', '')}`);
const settled = () => until('everything to be done', async () => {
  const status = await policyStatus(ledger.database);
  return status.length === 2 * policiesOf(settings).length && status.every(({ lagEvents, due }) => lagEvents === 0 && due === 0);
});

it('a sponsor leaves: the commitment is at risk in the log, and protégé and lead are told by mail, in neutral words', async () => {
  for (const person of ['amara', 'ben', 'lin']) await card(ACME, person);
  await reacting();
  await happened(ACME, 'role-lin', dayFromNow(-90), RoleGranted.of({ personId: 'lin', role: 'PROGRAM_LEAD', programId: 'p1' }));
  await happened(ACME, 'commitment-c1', dayFromNow(-30), made());
  await happened(ACME, 'directory-graph', dayFromNow(-1), PersonLeft.of({ personId: 'amara' }));
  await until('the mails', async () => (await mails()).length === 4);
  await settled();
  expect((await ledger.store.readStream(ACME, 'continuity-c1')).map(({ type, data, occurredOn, actor, causation }) => ({ type, data, occurredOn, actor, causation }))).toEqual([{
    type: 'SponsorDeparted', data: { commitmentId: 'c1', programId: 'p1', sponsorId: 'amara', protegeId: 'ben', departedOn: dayFromNow(-1), openPledges: ['s1'] }, occurredOn: dayFromNow(-1),
    actor: 'system:when-sponsor-left-flag-proteges-at-risk', causation: '3',
  }]);
  expect(await addressed()).toEqual(['amara: a first meeting is proposed', 'ben: a first meeting is proposed', 'ben: something has changed', 'lin: a pair needs you']);
  expect((await mails()).map(({ text }) => text).join()).not.toMatch(/Name of|payments|NOMINATE|sponsor/i);
});

it('a pledge is due in three days: its owner is reminded, by the clock of the database; one that was kept meanwhile is not', async () => {
  await card(ACME, 'amara');
  await reacting();
  await happened(ACME, 'commitment-c1', dayFromNow(-30), made('c1', dayFromNow(3)));
  await happened(ACME, 'commitment-c2', dayFromNow(-30), made('c2', dayFromNow(3)), PledgeKept.of({ commitmentId: 'c2', pledgeId: 's1', keptOn: dayFromNow(-1), dueOn: dayFromNow(3), onTime: true }));
  const reminders = async () => (await mails()).filter(({ subject }) => subject.includes('falls due'));
  await until('the reminder', async () => (await reminders()).length === 1);
  await settled();
  expect((await reminders()).map(({ text }) => /commitments\/(\w+)/.exec(text)?.[1])).toEqual(['c1']);
});

it('nothing is done about history, though the policies remember it', async () => {
  await card(ACME, 'ben');
  await happened(ACME, 'commitment-c1', dayFromNow(-30), made());
  await reacting(); // from now on
  await settled();
  expect(await mails()).toEqual([]);
  await happened(ACME, 'directory-graph', dayFromNow(-1), PersonLeft.of({ personId: 'amara' }));
  await until('the mail', async () => (await mails()).length === 1);
  expect(await addressed()).toEqual(['ben: something has changed']);
});

it('two reactors send what one would, and a rebuild of every read model sends nothing again', async () => {
  for (const person of ['amara', 'ben']) await card(ACME, person);
  await Promise.all([reacting(), reacting()]);
  for (let number = 1; number <= 20; number += 1) await happened(ACME, `commitment-c${number}`, dayFromNow(-30), made(`c${number}`));
  await until('the mails', async () => (await mails()).length === 40);
  await settled();
  const attempts = () => ledger.database.withTenant(ACME, async (tx) => (await tx.query<{ attempts: number; count: number }>('SELECT attempts, count(*)::int AS count FROM react.reaction GROUP BY attempts')).rows);
  expect(await attempts()).toEqual([{ attempts: 1, count: 40 }]);

  const projections = contexts.flatMap((context) => context.projections);
  const projector = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections, known, poll: 50 });
  running.push(projector);
  await projector.start();
  expect(await projector.caughtUp({ within: 90_000 })).toBe(true);
  for (const projection of projections) expect(await beginRebuild(fresh.url, projection)).toBe(true);
  await until('the rebuilds', async () => (await ledger.database.call<{ building: number }>('spec-building', `SELECT count(*)::int AS building FROM read.build WHERE state = 'BUILDING'`, []))[0]!.building === 0);
  await settled();
  expect(await attempts()).toEqual([{ attempts: 1, count: 40 }]);
});

it('each policy is a sentence, once', () => {
  const names = policiesOf(settings).map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  for (const name of names) expect(name).toMatch(/^when-[a-z-]+$/);
});
