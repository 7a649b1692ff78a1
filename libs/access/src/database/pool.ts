import pg from 'pg';
import { showUse } from './pool-use.js';

// int8 as a number: positions are safe integers, and the log refuses to grow beyond them. Days stay text: a Date has a zone.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** Connections of one login, which send a statement without waiting for the answer to the one before.
 * @param max how many at most */
export const openPool = (url: string, max: number, application: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max, types, application_name: application, connectionTimeoutMillis: 5_000, pipeline: true });
  pool.on('error', () => {}); // an idle connection that breaks is replaced at the next use, which reports what is wrong
  // One that breaks between two statements of a transaction says so to nobody, which would end the process; the next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  showUse(pool, url);
  return pool;
};

/** A connection of its own for LISTEN and NOTIFY, outside any transaction. */
export const openSideConnection = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: 'vouchsafe side connection', keepAlive: true });
  client.on('error', () => {}); // its owner sees the `end` that follows
  await client.connect();
  return client;
};
