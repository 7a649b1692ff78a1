import { LogIsHeld } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { range } from './event-store.contract.js';
import { ACME, GLOBEX, logUnderTest } from './log-under-test.js';

const codeOf = (work: Promise<unknown>) => work.then(() => 'allowed', ({ code }: { code?: string }) => code);

/** What PostgreSQL itself forbids and bounds, from the wrong side. */
export const walls = (server: () => string | undefined): void => describe('walls', () => {
  const under = logUnderTest(server);
  /** Appends one event in a transaction that stays open. */
  const stuckAppend = async (tenant: TenantId, timeout = '0') => {
    const stuck = await under.client();
    await stuck.query(`BEGIN; SET LOCAL ROLE vouchsafe_app; SET LOCAL idle_in_transaction_session_timeout = '${timeout}'`);
    await stuck.query(`SELECT * FROM log.append($1, '{stuck}', '{x}', '{system:spec}', '{c}', '{NULL}', '{NULL}', '{t}', '{1}', '{1}', '{-3}', '{f}', '{1}', '{stuck}', '{T}', '{1}', '{2026-01-01}', '1')`, [tenant]);
    return stuck;
  };

  describe('nobody changes an event', () => {
    const changes = [
      `UPDATE log.event SET actor = 'system:other'`, `UPDATE log.event SET data = data WHERE false`, 'DELETE FROM log.event', 'TRUNCATE log.event', 'TRUNCATE log.event CASCADE',
      `MERGE INTO log.event AS e USING (SELECT 1) AS o ON true WHEN MATCHED THEN DELETE`,
      `INSERT INTO log.event SELECT * FROM log.event ON CONFLICT (tenant_id, position) DO UPDATE SET actor = 'system:other'`, 'SET session_replication_role = replica',
    ];
    const ALL = `SELECT count(*), md5(string_agg(encode(chain, 'hex'), ' ' ORDER BY tenant_id, position)) AS chains FROM log.event`;
    it.each(['vouchsafe_app', 'vouchsafe_log_writer', 'vouchsafe_owner'])('not %s', async (role) => {
      const before = (await under.log.admin.query(ALL)).rows;
      for (const change of changes) {
        await under.log.admin.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL app.tenant_id = '${ACME}'`);
        expect([change, await codeOf(under.log.admin.query(change))]).toEqual([change, '42501']);
        await under.log.admin.query('ROLLBACK');
      }
      expect((await under.log.admin.query(ALL)).rows).toEqual(before);
    });

    it('and the application neither inserts one, nor moves a head, nor takes the guards off', async () => {
      for (const attempt of [
        'INSERT INTO log.event SELECT tenant_id, position + 100, stream, version + 100, type, schema_version, data, occurred_on, recorded_at, actor, request_key, correlation, causation, digest, chain FROM log.event',
        'UPDATE log.tenant_log SET position = 0', 'UPDATE log.stream SET version = 0', 'DELETE FROM log.request', 'INSERT INTO log.request SELECT * FROM log.request',
        'ALTER TABLE log.event DISABLE TRIGGER append_only', 'ALTER TABLE log.event DISABLE ROW LEVEL SECURITY', 'DROP TRIGGER append_only ON log.event', 'SET ROLE vouchsafe_log_writer', 'CREATE TABLE log.mine ()',
      ]) {
        expect([attempt, await codeOf(under.log.database.withTenant(ACME, (tx) => tx.query(attempt)))]).toEqual([attempt, '42501']);
      }
    });
  });

  describe('a tenant', () => {
    it('cannot append to another from inside its own transaction, nor open its log', async () => {
      const into = (tenant: TenantId) => under.log.database.withTenant(ACME, (tx) => tx.query(`SELECT * FROM log.append($1, '{k${tenant}}', '{x}', '{system:spec}', '{c}', '{NULL}', '{NULL}', '{t}', '{1}', '{1}', '{-3}', '{f}', '{1}', '{t}', '{T}', '{1}', '{2026-01-01}', '1')`, [tenant]));
      expect(await codeOf(into(GLOBEX))).toBe('42501');
      expect(await codeOf(under.log.database.withTenant(ACME, (tx) => tx.query('SELECT log.open_log($1, false)', [aTenant(77)])))).toBe('42501');
      expect(await codeOf(into(ACME))).toBe('allowed');
    });

    it('sees nothing of another’s log, whatever it asks for', async () => {
      for (const table of ['event', 'stream', 'tenant_log', 'request']) {
        const { rows } = await under.log.database.withTenant(ACME, (tx) => tx.query<{ tenant: string }>(`SELECT DISTINCT tenant_id AS tenant FROM log.${table}`));
        expect(rows).toEqual([{ tenant: ACME }]);
      }
      expect((await under.log.database.withTenant(ACME, (tx) => tx.query('SELECT log.position_at($1, now()) AS position', [GLOBEX]))).rows).toEqual([{ position: 0 }]);
      expect(await under.log.database.call('nobody', 'SELECT * FROM log.event', [])).toEqual([]);
    });
  });

  describe('a stuck append', () => {
    it('holds up its own tenant only', async () => {
      const { store } = under.open('?options=-c%20lock_timeout%3D0');
      const stuck = await stuckAppend(ACME);
      let isWaiting = true;
      const waiting = store.append(ACME, anAppend(aWrite('s'))).finally(() => { isWaiting = false; });
      for (let n = 0; n < 20; n += 1) {
        await store.append(GLOBEX, anAppend(aWrite('s')));
        await store.read(ACME, { after: 0, max: 10 }); // readers wait for nobody
      }
      expect(isWaiting).toBe(true);
      await stuck.query('ROLLBACK');
      expect(await waiting).toMatchObject({ outcome: 'appended' });
    });

    it('is waited for no longer than a lock may be', async () => {
      const { store } = under.open('?options=-c%20lock_timeout%3D300');
      const stuck = await stuckAppend(ACME);
      await expect(store.append(ACME, anAppend(aWrite('s')))).rejects.toThrow(LogIsHeld);
      await stuck.query('ROLLBACK');
      expect(await store.append(ACME, anAppend(aWrite('s')))).toMatchObject({ outcome: 'appended' });
    });

    it('is ended by the server when its owner falls silent', async () => {
      await stuckAppend(ACME, '200ms');
      expect(await under.open().store.append(ACME, anAppend(aWrite('s')))).toMatchObject({ outcome: 'appended' });
      const { rows } = await under.log.admin.query(`SELECT unnest(setconfig) AS setting FROM pg_db_role_setting WHERE setrole = 'vouchsafe_app'::regrole`);
      expect(rows.map(({ setting }) => setting as string)).toEqual(expect.arrayContaining(['lock_timeout=5s', 'idle_in_transaction_session_timeout=15s']));
    });

    it('delays neither who polls that tenant’s log nor other tenants’ appends', async () => {
      const { store } = under.open();
      const stuck = await stuckAppend(ACME); // until it is let go below: whoever waited for it would wait for ever
      let reads = 0;
      const polling = setInterval(() => void store.read(ACME, { after: 0, max: 100 }).then(() => { reads += 1; }), 10);
      let appends = 0;
      while (reads < 50 || appends < 50) {
        await store.append(GLOBEX, anAppend(aWrite('s')));
        appends += 1;
      }
      clearInterval(polling);
      expect((await stuck.query('SELECT 1 AS still')).rows).toEqual([{ still: 1 }]);
      await stuck.query('ROLLBACK');
    });
  });

  describe('very long logs', () => {
    const INITECH = aTenant(3);
    const jumpTo = async (position: string) => {
      await under.log.store.openLog(INITECH);
      await under.log.admin.query('UPDATE log.tenant_log SET position = $2 WHERE tenant_id = $1', [INITECH, position]);
    };

    it('go on beyond 2^31', async () => {
      await jumpTo('2147483646');
      expect(await under.log.store.append(INITECH, anAppend(aWrite('s', range(1, 3).map((n) => anEvent(n)))))).toMatchObject({ position: 2_147_483_649 });
      expect((await under.log.store.read(INITECH, { after: 2_147_483_646, max: 9 })).map(({ position }) => position)).toEqual([2_147_483_647, 2_147_483_648, 2_147_483_649]);
    });

    it('end at 2^53 with a refusal, and never round', async () => {
      await jumpTo('9007199254740989');
      expect(await under.log.store.append(INITECH, anAppend(aWrite('t', [anEvent(1), anEvent(2)])))).toMatchObject({ position: Number.MAX_SAFE_INTEGER });
      expect((await under.log.store.readBackwards(INITECH, { max: 2 })).map(({ position }) => position)).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1]);
      expect(await codeOf(under.log.store.append(INITECH, anAppend(aWrite('t'))))).toBe('23514');
      expect((await under.log.store.head(INITECH)).position).toBe(Number.MAX_SAFE_INTEGER);
    });
  });
});
