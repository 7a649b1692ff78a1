import { RelayDatabase } from '@vouchsafe/access';
import { PostgresWakeups } from '@vouchsafe/event-store';
import { IncompatibleBroker, WrongTopic } from '@vouchsafe/messaging';
import { runService, WrongEnvironment } from '@vouchsafe/telemetry';
import { migrateRelay, openTopic, startRelay } from './index.js';

await runService('relay', async ({ environment: { databaseUrl, kafkaBrokers }, log, part, later }) => {
  if (databaseUrl === undefined) throw new WrongEnvironment('DATABASE_URL is empty, but a relay needs the address of the server that the api uses.');
  if (kafkaBrokers.length === 0) throw new WrongEnvironment('KAFKA_BROKERS is empty, but a relay needs the brokers that it publishes to, as host:port, separated by commas.');
  await migrateRelay(databaseUrl);
  const database = RelayDatabase.open(databaseUrl);
  later('database', () => database.close());
  const wakeups = await PostgresWakeups.open(database);
  later('wake-ups', () => wakeups.close());

  // A broker or a topic that will not do is somebody's mistake, and ends the start; one that is away comes back.
  let first = await openTopic(kafkaBrokers).catch((error: unknown) => {
    if (error instanceof IncompatibleBroker || error instanceof WrongTopic) throw error;
    log.warn({ err: error }, 'no broker answers yet');
    return undefined;
  });
  const open = async () => {
    const opened = first ?? await openTopic(kafkaBrokers);
    first = undefined;
    return opened;
  };
  const relay = startRelay({ database, wakeups, open });
  later('relay', () => relay.stop());

  part('database', async () => void await database.query('alive', 'SELECT 1'));
  part('broker', async () => {
    const { ok, reason } = await relay.health();
    if (!ok) throw new Error(reason);
  });
  part('relay', async () => {
    const { trouble, buckets, relays } = relay.state;
    if (trouble !== undefined) throw new Error(trouble);
    return { buckets, relays };
  });
  log.info('publishing');
}, { refusals: [IncompatibleBroker, WrongTopic] });
