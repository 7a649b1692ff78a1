import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { RelayDatabase } from '@vouchsafe/access';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { PostgresRelayStore, type BucketStatus } from '@vouchsafe/messaging';
import { migrateLedger, openLedger, type Ledger } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';
import { migrateRelay } from '@vouchsafe/relay';
import pg from 'pg';

jest.setTimeout(400_000);
const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
let fresh: FreshDatabase;
let ledger: Ledger;
let admin: pg.Client;
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  await migrateLedger(fresh.url, contexts);
  admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  await admin.query(`UPDATE read.build SET state = 'LIVE'`); // as after a projector's first run
  ledger = await openLedger(fresh.url);
  for (const tenant of [ACME, GLOBEX]) {
    await ledger.store.openLog(tenant);
    await ledger.store.append(tenant, anAppend(aWrite('s', [anEvent(), anEvent(), anEvent()])));
  }
});
afterAll(async () => {
  await ledger?.close();
  await admin?.end();
  await fresh?.drop();
});

const vouchsafe = (...args: string[]) => new Promise<{ status: number; out: string; errors: string }>((resolve) => {
  execFile(process.execPath, [join(__dirname, '../../../../dist/apps/cli/src/main.js'), ...args], { env: { PATH: process.env['PATH'], DATABASE_URL: fresh.url, VOUCHSAFE_ACCEPT_DATA_LOSS: 'yes' } },
    (error, out, errors) => resolve({ status: error ? Number(error.code) : 0, out, errors }));
});
const json = async <Answer>(...args: string[]) => JSON.parse((await vouchsafe(...args, '--json')).out) as Answer;

it('says that there are no marks where no relay has run; then what waits, and sets marks back to the reader furthest behind', async () => {
  expect(await vouchsafe('relay', 'status')).toMatchObject({ status: 3, errors: expect.stringMatching(/^NoRelayHasRun: No relay has ever run/) });

  await migrateRelay(fresh.url);
  const database = RelayDatabase.open(fresh.url);
  const relays = new PostgresRelayStore(database);
  const { held } = await relays.tend('spec', 3_600_000);
  await relays.advance([{ tenant: ACME, from: 0, to: 3, epoch: 1 }, { tenant: GLOBEX, from: 0, to: 2, epoch: 1 }]);
  const status = await json<BucketStatus[]>('relay', 'status');
  expect(status.length).toBe(held.length);
  expect(status.filter(({ tenantsBehind }) => tenantsBehind > 0)).toEqual([expect.objectContaining({ owner: 'spec', epoch: 1, tenantsBehind: 1, eventsBehind: 1 })]);
  expect((await vouchsafe('relay', 'status')).out).toMatch(/1 relay looks after 64 of 64 buckets\. 1 organization is behind, by 1 event; the oldest has waited \d/);

  await database.close();
  expect(await json('relay', 'rewind', '--organization', GLOBEX)).toEqual([{ organization: GLOBEX, from: 2, to: 0 }]); // no read model has begun
  expect((await admin.query('SELECT FROM relay.lease WHERE owner IS NULL')).rowCount).toBe(1); // its bucket was taken from whoever had it, and no other
  expect(await json('relay', 'rewind')).toEqual([{ organization: ACME, from: 3, to: 0 }]);
  expect((await vouchsafe('relay', 'rewind')).out).toMatch(/^No mark stood further on/);
  expect(await vouchsafe('relay', 'rewind', '--organization', 'nobody')).toMatchObject({ status: 3 });
});

it('sets a mark back to where the readers stand, not further', async () => {
  const database = RelayDatabase.open(fresh.url);
  const relays = new PostgresRelayStore(database);
  try {
    await relays.tend('spec', 3_600_000);
    await relays.advance([{ tenant: ACME, from: 0, to: 3, epoch: 1_000 }]);
    // All read models have come to 3 but one, which is rebuilt beside itself: what is being built reads the log.
    await admin.query('INSERT INTO read.position (tenant_id, projection, version, build, position) SELECT $1, projection, version, build, 3 FROM read.build', [ACME]);
    await admin.query(`UPDATE read.position SET position = 2 WHERE tenant_id = $1 AND projection = (SELECT min(projection) FROM read.build)`, [ACME]);
    await admin.query(`INSERT INTO read.build (projection, version, build, state) SELECT projection, version, 99, 'BUILDING' FROM read.build`);
    expect(await json('relay', 'rewind')).toEqual([{ organization: ACME, from: 3, to: 2 }]);
  } finally {
    await database.close();
  }
});
