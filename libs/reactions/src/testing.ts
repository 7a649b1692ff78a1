import { Database, frontMigration, migrate } from '@vouchsafe/access';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { tenantId, type AnyEvent, type IsoDate, type Recorded } from '@vouchsafe/event-schema';
import { eventStoreMigrations, LocalWakeups, PostgresEventStore } from '@vouchsafe/event-store';
import pg from 'pg';
import { follow, followAlarms, type AlarmRow, type Changes } from './policy/follow.js';
import type { CommandDue, EffectDue } from './policy/consequence.js';
import type { Policy } from './policy/policy.js';
import { reactionsMigration } from './schema/react.migration.js';

/** An event of a spec, with those of its circumstances that matter there. */
export type SpecEvent = AnyEvent & { readonly occurredOn?: IsoDate; readonly recordedAt?: string };

const TENANT = tenantId('00000000-0000-4000-8000-000000000001');
/** When the policy of a spec was born. */
export const BORN = '2025-01-01T00:00:00.000Z';
const LATER = '2025-02-01T12:00:00.000Z';

/** Tells a policy what happened, on nothing but itself. Each answer is what followed from that telling alone. */
export const reacting = (policy: Policy) => {
  const memory = new Map<string, object>();
  const alarms = new Map<string, AlarmRow>();
  let position = 0;
  const keep = ({ memory: remembered, alarms: set, reactions }: Changes): (CommandDue | EffectDue)[] => {
    for (const [key, value] of remembered) if (value) memory.set(key, JSON.parse(JSON.stringify(value)) as object); else memory.delete(key); // as the database gives it back
    for (const [key, row] of set) if (row) alarms.set(key, row); else alarms.delete(key);
    return reactions.map(({ due }) => due);
  };
  const recalled = (keys: readonly string[]) => new Map(keys.flatMap((key) => (memory.has(key) ? [[key, memory.get(key)!] as const] : [])));
  return {
    /** What follows from those of these events that it reads; of earlier ones it knows what it remembered. */
    on: (...events: readonly SpecEvent[]) => {
      const recorded = events.filter(({ type }) => policy.reads.byName.has(type)).map(({ occurredOn = '2025-02-01', recordedAt = LATER, ...event }) => ({
        ...event, tenant: TENANT, position: (position += 1), stream: 's', version: 1, occurredOn, recordedAt, actor: 'person:spec', requestKey: 'k', correlation: 'c', causation: null,
      }) as Recorded<AnyEvent>);
      return keep(follow(policy, TENANT, BORN, recorded, recalled(recorded.flatMap((event) => policy.recalls(event as never)))));
    },
    /** What follows when the clock of the database says so, in UTC. */
    at: (instant: string) => {
      const ringing = [...alarms.values()].filter(({ ringsAt }) => Date.parse(ringsAt) <= Date.parse(instant)).sort((a, b) => a.ringsAt.localeCompare(b.ringsAt));
      const today = instant.slice(0, 10);
      return keep(followAlarms(policy, TENANT, today, ringing, recalled(ringing.flatMap(({ key, data }) => policy.recallsFor({ key, data, today } as never)))));
    },
    /** When which alarm will ring. */
    alarms: () => Object.fromEntries([...alarms].map(([key, { ringsAt }]) => [key, ringsAt])),
  };
};

/** A database of its own with logs and policies. `admin` is a superuser, who sees all rows. */
export const freshReactions = async () => {
  const fresh = await freshDatabase({ empty: true });
  await migrate(fresh.url, [frontMigration, ...eventStoreMigrations, reactionsMigration]);
  const admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  const database = Database.open(fresh.url, { poolSize: 6 });
  const wakeups = new LocalWakeups();
  const close = async () => {
    await database.close();
    await admin.end();
    await fresh.drop();
  };
  return { url: fresh.url, admin, database, wakeups, store: new PostgresEventStore(database, wakeups), close };
};
export type FreshReactions = Awaited<ReturnType<typeof freshReactions>>;
