import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { actionOf, EVENT_TYPE, type EventLog } from '../append/event-log.js';
import type { Template } from '../server/server.js';

/** Emmett with its default settings and the schema that it makes for itself. */
export const emmett: Template = {
  name: '@event-driven-io/emmett-postgresql',
  async prepare(url) {
    const store = getPostgreSQLEventStore(url);
    await store.schema.migrate();
    await store.close();
  },
};

/** Runs one query on a connection of its own: how a peer's tables are read back. */
export const queryOnce = async <Row>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values as unknown[])).rows as Row[];
  } finally {
    await client.end();
  }
};

export const openEmmettLog = async (url: string): Promise<EventLog> => {
  const store = getPostgreSQLEventStore(url);
  return {
    async append(tenant, client, sequence) {
      await store.appendToStream(`commitment-${tenant}-${client}`, [{ type: EVENT_TYPE, data: { ...actionOf(client, sequence) } }], { expectedStreamVersion: BigInt(sequence - 1) });
    },
    async readBack(tenant) {
      const rows = await queryOnce<{ id: string }>(url, `SELECT message_data->>'actionId' AS id FROM emt_messages WHERE stream_id LIKE $1 ORDER BY global_position`, [`commitment-${tenant}-%`]);
      return rows.map(({ id }) => id);
    },
    close: () => store.close(),
  };
};
