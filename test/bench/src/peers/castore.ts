import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import { actionOf, EVENT_TYPE, type EventLog } from '../append/event-log.js';
import type { Template } from '../server/server.js';
import { queryOnce } from './emmett.js';

/** castore's adapter with its default table; ids of aggregates are text, as everybody's. */
export const castore: Template = {
  name: '@castore/event-storage-adapter-postgres',
  async prepare(url) {
    await PostgresEventStorageAdapter.createEventTable({ connectionString: url, aggregateId: { type: 'VARCHAR', length: 64 } });
  },
};

export const openCastoreLog = async (url: string): Promise<EventLog> => {
  const adapter = new PostgresEventStorageAdapter({ connectionString: url });
  return {
    async append(tenant, client, sequence) {
      await adapter.pushEvent({ aggregateId: `commitment-${client}`, version: sequence, type: EVENT_TYPE, payload: actionOf(client, sequence) }, { eventStoreId: `tenant-${tenant}` });
    },
    async readBack(tenant) {
      const rows = await queryOnce<{ id: string }>(url, `SELECT data->>'actionId' AS id FROM event WHERE aggregate_name = $1 ORDER BY event.id`, [`tenant-${tenant}`]);
      return rows.map(({ id }) => id);
    },
    // The adapter keeps its connections to itself and offers no way to end them.
    close: () => (adapter as unknown as { _sql: { end(): Promise<void> } })._sql.end(),
  };
};
