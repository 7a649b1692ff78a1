import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import pg from 'pg';

export default async function globalTeardown() {
  if (existsSync(process.env.VOUCHSAFE_TEST_BROKER)) spawnSync(process.execPath, [process.env.VOUCHSAFE_TEST_BROKER_COMMAND, 'stop'], { stdio: 'inherit' });
  if (globalThis.vouchsafeTestServer) await globalThis.vouchsafeTestServer.stop();
  else await dropWhatSpecsLeft();
}

/** On a server that outlives the run: databases of specs that failed before they could drop theirs, and the template. */
async function dropWhatSpecsLeft() {
  const admin = new pg.Client({ connectionString: process.env.VOUCHSAFE_TEST_ADMIN_URL });
  await admin.connect();
  const { rows } = await admin.query(`select datname from pg_database where datname ~ $1`, [`^(test|vouchsafe_template)_${process.env.VOUCHSAFE_TEST_RUN}`]);
  for (const { datname } of rows) await admin.query(`drop database if exists "${datname}" with (force)`);
  await admin.end();
}
