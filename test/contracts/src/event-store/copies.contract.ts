import { verifyLog } from '@vouchsafe/event-store';
import { anAppend, anEvent, aWrite, freshLog, type FreshLog } from '@vouchsafe/event-store/testing';
import { copyIn, copyOut } from './copy.js';
import { range, wholeLog } from './event-store.contract.js';
import { verifyExport } from './independent-verifier.js';
import { ACME, GLOBEX, logUnderTest } from './log-under-test.js';
import { anEmbeddedServer, type OwnServer } from './servers.js';

/** A log is its rows: nothing of the cluster that they were written in, no transaction's number for one, is needed to read them elsewhere. */
export const copies = (server: () => string | undefined): void => describe('copies', () => {
  const under = logUnderTest(server);
  let elsewhere: OwnServer;
  let copy: FreshLog;
  beforeAll(async () => {
    elsewhere = await anEmbeddedServer({ fsync: 'off' });
    copy = await freshLog({ server: elsewhere.url });
  });
  afterAll(async () => {
    await copy?.close();
    await elsewhere?.stop();
  });

  it('into a fresh cluster are whole and in order, their chains hold, and they go on there', async () => {
    const { store, admin, database } = under.log;
    for (const n of range(1, 200)) await store.append(n % 3 ? ACME : GLOBEX, anAppend([aWrite(`s${n % 7}`, [anEvent({ n, text: 'a\\b\t"c"\n\\.' })]), aWrite('both')], n % 2 ? { causation: `cause ${n}` } : {}));
    const repeated = anAppend(aWrite('s', [anEvent('once')]));
    const result = await store.append(ACME, repeated);
    const transactions = async (of: FreshLog) => Number((await of.admin.query(`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next`)).rows[0]!.next);
    expect(await transactions(under.log)).toBeGreaterThan(await transactions(copy)); // what is ordered by those would lie in the future there

    for (const table of ['tenant_log', 'stream', 'event', 'request']) await copyIn(copy.admin, `log.${table}`, await copyOut(admin, `SELECT * FROM log.${table} ORDER BY md5(t::text)`.replace(' ORDER', ' AS t ORDER')));
    for (const tenant of [ACME, GLOBEX]) {
      const [events, original] = [await wholeLog(copy.store, tenant, 37), await wholeLog(store, tenant)];
      expect(events).toEqual(original);
      expect(await verifyLog(copy.database, tenant)).toEqual(await verifyLog(database, tenant));
      expect(verifyExport(tenant, events)).toEqual({ chain: (await store.head(tenant)).chain });
      await copy.store.append(tenant, anAppend(aWrite('s', [anEvent('there')], { expected: 'some' })));
      expect(await verifyLog(copy.database, tenant)).toMatchObject({ ok: true, head: original.length + 1 });
    }
    expect(await copy.store.append(ACME, repeated)).toEqual({ ...result, replayed: true });
  });
});
