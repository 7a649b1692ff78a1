import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, vouchsafeJson } from '@vouchsafe/test-support';
import pg from 'pg';
import type { Field } from '../field/field.js';
import { factsTable, sleepsIn, withTrigger } from '../field/gather.js';
import { kafkaOf } from '../field/topic.js';
import type { Violation } from '../history/history.js';
import type { Fault } from './fault.js';

const FACTS = 'program-facts';
const violation = (check: string, what: string, ...shown: unknown[]): Violation => ({ check, what, shown });

interface Standing { readonly projection: string; readonly tenant: string; readonly position: number; readonly parked: number | null; readonly reason: string | null }

const standings = ({ ask }: Field): Promise<Standing[]> => ask<Standing>(
  `SELECT p.projection, p.tenant_id AS tenant, p.position::int, p.parked_at::int AS parked, p.parked_reason AS reason FROM read.position AS p JOIN read.build AS b USING (projection, version, build) WHERE b.state = 'LIVE'`);

/** One organization's events cannot be folded by one projection; then they can. */
const poison: Fault = {
  fault: 'F20', what: 'poison one organization for one projection', cycles: { short: 1, full: 20 },
  async inflict(field, load) {
    const found: Violation[] = [];
    const victim = load.tenants[0]!; // the one that most happens in
    await withTrigger(field, await factsTable(field), { each: 'ROW', does: `IF NEW.tenant_id = '${victim}' THEN RAISE EXCEPTION 'poisoned'; END IF;` }, async () => {
      const isParked = ({ parked }: Standing): boolean => parked !== null;
      await eventually('the poisoned one to be parked', async () => (await standings(field)).some(isParked));
      const before = await standings(field);
      await load.moves(30);
      const others = before.filter((one) => !isParked(one));
      for (const { projection, tenant, parked, reason } of before.filter(isParked)) {
        if (tenant !== victim || projection !== FACTS) found.push(violation('F20', `${projection} of ${tenant} was parked as well`, { parked, reason }));
        if (!reason?.includes('poisoned')) found.push(violation('F20', `it was parked without its reason`, { projection, tenant, parked, reason }));
      }
      await eventually('the others to go on', async () => {
        const now = await standings(field);
        return others.filter(({ tenant }) => load.tenants.includes(tenant)).every(({ projection, tenant, position }) => now.some((one) => one.projection === projection && one.tenant === tenant && one.position > position));
      });
    });
    await eventually('the poisoned one to go on by itself', async () => (await standings(field)).every(({ parked }) => parked === null));
    return found;
  },
};

/** A read model is built anew beside the live one, and whoever builds it is killed in the middle, twice. */
const killedRebuild: Fault = {
  fault: 'F28', what: 'rebuild a read model, and kill -9 both projectors twice in the middle of it', cycles: { short: 1, full: 5 },
  async inflict(field, load) {
    const building = () => field.ask<{ build: number }>(`SELECT build FROM read.build WHERE projection = $1 AND state = 'BUILDING'`, [FACTS]);
    const projectors = ['projector-1', 'projector-2'].map((name) => field.cluster.processes[name]!);
    await vouchsafeJson(field.installation, ['projections', 'status']); // warm: the next one has to be quick
    await Promise.all(projectors.map((each) => each.signal('SIGSTOP'))); // nobody builds until the brake is on
    let kills = 0;
    try {
      await vouchsafeJson(field.installation, ['projections', 'rebuild', FACTS]);
      const [{ build } = {}] = await building();
      const table = await factsTable(field, `_b${build!}`);
      await withTrigger(field, table, { each: 'STATEMENT', does: 'PERFORM pg_sleep(2);' }, async () => {
        for (; kills < 2; kills += 1) {
          await Promise.all(projectors.map((each) => each.signal('SIGCONT')));
          await eventually('somebody to be in the middle of it', () => sleepsIn(field, table));
          await Promise.all(projectors.map((each) => each.signal('SIGKILL')));
          await load.moves(5);
          for (const each of projectors) each.launch();
        }
      });
    } finally {
      await Promise.all(projectors.map((each) => each.signal('SIGCONT')));
    }
    for (const each of projectors) await each.ready();
    await eventually('the new one to take over', async () => (await building()).length === 0);
    await load.moves(10);
  },
};

/** Members of the group go and come while records flow. */
const comingAndGoing: Fault = {
  fault: 'F18', what: 'let a projector leave the group and join it, again and again', cycles: { short: 2, full: 60 },
  async inflict(field, load, cycle) {
    const folded = async (): Promise<number> => (await standings(field)).reduce((sum, { position }) => sum + position, 0);
    const [before, one] = [await folded(), field.cluster.processes[`projector-${1 + (cycle % 2)}`]!];
    const status = await one.stop();
    await load.moves(5);
    await one.start();
    await load.moves(5);
    const hasMoved = await eventually('something to be folded', async () => (await folded()) > before, { patience: 30_000 }).catch(() => false);
    return [
      ...(hasMoved ? [] : [violation('F18', 'nothing was folded for half a minute', { cycle })]),
      ...(status === 0 ? [] : [violation('F18', `${one.name} ended with ${status}`)]),
    ];
  },
};

/** Whoever folds is kept waiting for longer than the broker waits for a member. */
const slowHandler: Fault = {
  fault: 'F19', what: 'keep a fold waiting beyond the group\'s session', cycles: { short: 1, full: 5 },
  async inflict(field, load) {
    const admin = kafkaOf(field).admin();
    const locker = new pg.Client({ connectionString: field.cluster.url });
    locker.on('error', () => undefined);
    await Promise.all([admin.connect(), locker.connect()]);
    const members = async (): Promise<string> => (await admin.describeGroups(['vouchsafe.projector'])).groups[0]!.members.map(({ memberId }) => memberId).sort().join();
    try {
      await eventually('the group to be whole', async () => (await members()).split(',').length === 2);
      const before = await members();
      await locker.query(`BEGIN; LOCK TABLE ${await factsTable(field)} IN EXCLUSIVE MODE`);
      for (let seconds = 0; seconds < 15; seconds += 1) await Promise.all([sleep(1_000), load.moves(1)]);
      await locker.query('ROLLBACK');
      const after = await members();
      return before === after ? [] : [violation('F19', 'the group was divided anew because one of its members was slow', { before, after })];
    } finally {
      await Promise.all([admin.disconnect(), locker.end().catch(() => undefined)]);
    }
  },
};

export const projectionFaults: readonly Fault[] = [poison, killedRebuild, comingAndGoing, slowHandler];
