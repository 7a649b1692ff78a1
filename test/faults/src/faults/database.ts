import pg from 'pg';
import type { Violation } from '../history/history.js';
import type { Fault } from './fault.js';

const HELD_MS = 15_000;
const ANSWERED_WITHIN = 10_000; // ms: generous, for a machine that many share

/** Somebody holds the head of one organization's log. */
const heldHead: Fault = {
  fault: 'F9', what: 'hold the head of one organization\'s log for 15 s', cycles: { short: 1, full: 10 },
  async inflict({ cluster, organizations }, load) {
    const holder = new pg.Client({ connectionString: cluster.url });
    holder.on('error', () => undefined);
    await holder.connect();
    const found: Violation[] = [];
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM log.tenant_log WHERE tenant_id = $1 FOR UPDATE', [load.tenants[0]]);
      for (const end = performance.now() + HELD_MS; performance.now() < end;) {
        for (const organization of organizations.slice(1)) {
          const { type, milliseconds } = await load.once(organization);
          if (type !== 'ok' || milliseconds > ANSWERED_WITHIN) found.push({ check: 'F9', what: `${organization.handle} was answered ${type} after ${Math.round(milliseconds)} ms, while another organization was held up`, shown: [] });
        }
      }
      await holder.query('ROLLBACK');
    } finally {
      await holder.end().catch(() => undefined);
    }
    return found;
  },
};

/** PostgreSQL chooses victims, as it may whenever transactions meet. */
const chosenAsVictim: Fault = {
  fault: 'F13', what: 'fail a third of all appends by 40001 and 40P01', cycles: { short: 1, full: 10 },
  async inflict({ ask }, load) {
    await ask(`CREATE FUNCTION log.ill() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF random() < 0.17 THEN RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001'; END IF;
        IF random() < 0.2 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ill AFTER INSERT ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.ill()`);
    try {
      await load.moves(60);
    } finally {
      await ask('DROP FUNCTION log.ill() CASCADE');
    }
  },
};

export const databaseFaults: readonly Fault[] = [heldHead, chosenAsVictim];
