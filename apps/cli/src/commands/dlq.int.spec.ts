import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { aTenant } from '@vouchsafe/event-store/testing';
import { migrateLedger, openLedger, type Ledger } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';

jest.setTimeout(400_000);
const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
let fresh: FreshDatabase;
let ledger: Ledger;

const letter = (tenant: TenantId, id: string, name: string, state = 'DEAD') => ledger.database.withTenant(tenant, (tx) => tx.query(
  `INSERT INTO react.reaction (tenant_id, reaction_id, policy, position, ordinal, kind, name, lane, payload, correlation, state, attempts, due_at, recorded_at, ended_at, note)
    VALUES ($1, $2, 'when-something-happened', 7, 0, 'effect', $3, 'e1', '{}', 'c', $4, 3, now(), now(), now(), 'answered 500')`, [tenant, id, name, state]));
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  await migrateLedger(fresh.url, contexts);
  ledger = await openLedger(fresh.url);
  for (const tenant of [ACME, GLOBEX]) await ledger.store.openLog(tenant);
  await letter(ACME, 'a1', 'mail');
  await letter(ACME, 'a2', 'webhook');
  await letter(ACME, 'a3', 'webhook', 'DONE');
  await letter(GLOBEX, 'g1', 'webhook');
});
afterAll(async () => {
  await ledger?.close();
  await fresh?.drop();
});

const vouchsafe = (...args: string[]) => new Promise<{ status: number; out: string; errors: string }>((resolve) => {
  execFile(process.execPath, [join(__dirname, '../../../../dist/apps/cli/src/main.js'), 'dlq', ...args], { env: { PATH: process.env['PATH'], DATABASE_URL: fresh.url, VOUCHSAFE_ACCEPT_DATA_LOSS: 'yes' } },
    (error, out, errors) => resolve({ status: error ? Number(error.code) : 0, out, errors }));
});
const listed = async (...args: string[]) => (JSON.parse((await vouchsafe('list', '--json', ...args)).out) as { organization: string; id: string; reason: string }[]);
const ids = async (...args: string[]) => (await listed(...args)).map(({ id }) => id).sort();

it('lists what was given up, and makes it due again: what was named, of whom it was named, and nothing else', async () => {
  expect(await ids()).toEqual(['a1', 'a2', 'g1']);
  expect(await listed('--organization', GLOBEX)).toEqual([expect.objectContaining({ organization: GLOBEX, id: 'g1', policy: 'when-something-happened', position: 7, attempts: 3, reason: 'answered 500' })]);
  expect((await vouchsafe('list', '--organization', ACME)).out).toMatch(/a1 .*mail .*answered 500/);

  expect(await vouchsafe('replay', '--organization', ACME)).toMatchObject({ status: 2, errors: 'Say which: --id, --policy, --name, or --all.\n' });
  expect(await vouchsafe('replay', '--organization', ACME, '--id', 'g1')).toMatchObject({ status: 3, errors: expect.stringMatching(/^NoSuchDeadLetter/) });
  expect(await vouchsafe('replay', '--organization', 'nobody', '--all')).toMatchObject({ status: 3, errors: expect.stringMatching(/^NoSuchOrganization/) });
  expect(await ids()).toEqual(['a1', 'a2', 'g1']);

  expect(JSON.parse((await vouchsafe('replay', '--organization', ACME, '--name', 'webhook', '--json')).out)).toEqual({ organization: ACME, replayed: 1 });
  expect(await ids()).toEqual(['a1', 'g1']);
  expect((await vouchsafe('replay', '--organization', ACME, '--all')).out).toMatch(/^1 is due again/);
  expect(await ids()).toEqual(['g1']);
  const states = await ledger.database.withTenant(ACME, async (tx) => (await tx.query('SELECT reaction_id AS id, state, attempts FROM react.reaction ORDER BY 1')).rows);
  expect(states).toEqual([{ id: 'a1', state: 'DUE', attempts: 0 }, { id: 'a2', state: 'DUE', attempts: 0 }, { id: 'a3', state: 'DONE', attempts: 3 }]);
});
