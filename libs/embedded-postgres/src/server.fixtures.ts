import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** The first column of what a statement answers. */
export const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // told by the query
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
};

/** Processes whose command line names a folder. Linux only: elsewhere there is nothing to count. */
export const processesOf = async (folder: string, also = ''): Promise<number[]> => {
  const numbers = (await readdir('/proc').catch(() => [])).map(Number).filter((number) => number > 0 && number !== process.pid);
  const commands = await Promise.all(numbers.map((number) => readFile(`/proc/${number}/cmdline`, 'utf8').catch(() => '')));
  return numbers.filter((_, index) => commands[index]?.includes(folder) && commands[index].includes(also));
};

/** The first process of the server of a home. */
export const postmasterOf = async (home: string): Promise<number> =>
  Number((await readFile(join(home, 'postgresql/data/postmaster.pid'), 'utf8')).split('\n')[0]);

/** What a loaded machine may take for what a quiet one does in seconds. */
export const PATIENCE_MS = 120_000;

export const eventually = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(20)) if (await isSo()) return;
  throw new Error(`It did not come to pass within ${PATIENCE_MS / 1_000} s.`);
};
