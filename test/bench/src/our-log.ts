import { randomUUID } from 'node:crypto';
import { Database, migrate } from '@vouchsafe/access';
import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import { eventStoreMigrations, PostgresEventStore, PostgresWakeups } from '@vouchsafe/event-store';
import { prepareReadModels, projectionsMigrations } from '@vouchsafe/projections';
import { actionOf, EVENT_TYPE, type ActionData, type EventLog } from './append/event-log.js';
import { actionFacts } from './facts/action-facts.projection.js';
import type { Template } from './server/server.js';

/** Our side as it ships: migrated, with the tables of the projection that the rows below fold. */
export const ourLog: Template = {
  name: 'ours',
  async prepare(url) {
    await migrate(url, [...eventStoreMigrations, ...projectionsMigrations]);
    await prepareReadModels(url, [actionFacts]);
  },
};

export interface OurParts {
  readonly database: Database;
  readonly wakeups: PostgresWakeups;
  readonly store: PostgresEventStore;
  close(): Promise<void>;
}

/** The event store of one process, with its own connections. */
export const openOurParts = async (url: string): Promise<OurParts> => {
  const database = Database.open(url);
  const wakeups = await PostgresWakeups.open(database);
  return {
    database, wakeups, store: new PostgresEventStore(database, wakeups),
    async close() {
      await wakeups.close();
      await database.close();
    },
  };
};

export const newTenants = async (store: PostgresEventStore, count: number): Promise<TenantId[]> => {
  const tenants = Array.from({ length: count }, () => tenantId(randomUUID()));
  for (const tenant of tenants) await store.openLog(tenant);
  return tenants;
};

const PAGE = 5_000;

/** The whole log of a tenant. @throws Error if its positions are not 1, 2, 3 … */
export const readAll = async (store: PostgresEventStore, tenant: TenantId): Promise<ActionData[]> => {
  const all: ActionData[] = [];
  for (;;) {
    const page = await store.read(tenant, { after: all.length, max: PAGE });
    for (const { position, data } of page) {
      all.push(data as ActionData);
      if (position !== all.length) throw new Error(`The log holds position ${position} where ${all.length} belongs.`);
    }
    if (page.length < PAGE) return all;
  }
};

export const openOurLog = async (url: string, tenantCount: number): Promise<EventLog> => {
  const { store, close } = await openOurParts(url);
  const tenants = await newTenants(store, tenantCount);
  return {
    async append(tenant, client, sequence) {
      const requestKey = `${client}:${sequence}`;
      const result = await store.append(tenants[tenant]!, {
        requestKey, actor: 'system:bench', correlation: requestKey,
        writes: [{ stream: `commitment-${client}`, expected: sequence - 1, events: [{ type: EVENT_TYPE, schemaVersion: 1, occurredOn: '2025-03-14', data: actionOf(client, sequence) }] }],
      });
      if (result.outcome !== 'appended') throw new Error(`An append ended as ${result.outcome}.`);
    },
    async readBack(tenant) {
      return (await readAll(store, tenants[tenant]!)).map(({ actionId }) => actionId);
    },
    close,
  };
};
