// One PostgreSQL for the whole run: ours, in a temporary folder, or the one that TEST_DATABASE_URL names. One Kafka likewise, when asked for.
// Runs outside jest's transform, so it takes the launcher from dist/.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../infra/commands/build.mjs';

const launcher = new URL('../../dist/libs/embedded-postgres/src/index.js', import.meta.url);

export default async function globalSetup() {
  await build().catch((error) => {
    if (!existsSync(fileURLToPath(launcher))) throw error;
    process.stderr.write(`Some files do not compile, which fails the specs that load them:\n${error.message}\n`);
  });
  process.env.VOUCHSAFE_TEST_RUN = randomBytes(4).toString('hex');
  // Not started here: the first suite that needs a broker does that, and most runs have none.
  process.env.VOUCHSAFE_TEST_BROKER_COMMAND = fileURLToPath(new URL('../../infra/kafka/test-broker.mjs', import.meta.url));
  process.env.VOUCHSAFE_TEST_BROKER = join(tmpdir(), `vouchsafe-test-kafka-${process.env.VOUCHSAFE_TEST_RUN}`);
  process.env.VOUCHSAFE_TEST_BROKER_OWNER = String(process.pid);
  process.env.VOUCHSAFE_ACCEPT_DATA_LOSS = 'yes'; // for speed: what is below goes with the run
  process.env.VOUCHSAFE_TEST_ADMIN_URL = process.env.TEST_DATABASE_URL || await startOurs();
}

async function startOurs() {
  const { startEmbeddedPostgres } = await import(launcher.href);
  const home = await mkdtemp(join(tmpdir(), 'vouchsafe-test-'));
  const server = await startEmbeddedPostgres({
    home, temporary: true, // goes with its folder, even if jest is killed
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  globalThis.vouchsafeTestServer = server;
  return server.url.replace(/\/[^/]*$/, '/postgres');
}
