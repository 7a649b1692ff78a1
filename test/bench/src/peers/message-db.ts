import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { actionOf, EVENT_TYPE, type EventLog } from '../append/event-log.js';
import type { Template } from '../server/server.js';
import { queryOnce } from './emmett.js';

// In the order of its install.sh, which needs psql; views and privileges of other roles are left out.
const FILES = [
  'schema/message-store', 'extensions/pgcrypto', 'tables/messages', 'types/message',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id', 'stream-version', 'write-message', 'get-stream-messages', 'get-category-messages', 'get-last-stream-message'].map((name) => `functions/${name}`),
  ...['messages-id', 'messages-stream', 'messages-category'].map((name) => `indexes/${name}`),
];
const SEARCH_PATH = 'message_store, public';

/** message-db is functions of the server; a client brings its own driver, here ours. */
export const messageDb: Template = {
  name: '@eventide/message-db',
  async prepare(url) {
    const folder = join(dirname(createRequire(import.meta.url).resolve('@eventide/message-db/package.json')), 'database');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`SET search_path = ${SEARCH_PATH}; SET client_min_messages = error`);
    for (const file of FILES) await client.query(readFileSync(join(folder, `${file}.sql`), 'utf8'));
    await client.end();
  },
};

export const openMessageDbLog = async (url: string): Promise<EventLog> => {
  const pool = new pg.Pool({ connectionString: url, options: `-c search_path=${SEARCH_PATH.replace(' ', '')}` });
  pool.on('error', () => {});
  return {
    async append(tenant, client, sequence) {
      await pool.query({
        name: 'write', text: 'SELECT write_message($1, $2, $3, $4, NULL, $5)',
        values: [randomUUID(), `tenant${tenant}-${client}`, EVENT_TYPE, JSON.stringify(actionOf(client, sequence)), sequence - 2], // its first version is 0
      });
    },
    async readBack(tenant) {
      const rows = await queryOnce<{ id: string }>(url, `SELECT data->>'actionId' AS id FROM message_store.messages WHERE message_store.category(stream_name) = $1 ORDER BY global_position`, [`tenant${tenant}`]);
      return rows.map(({ id }) => id);
    },
    close: () => pool.end(),
  };
};
