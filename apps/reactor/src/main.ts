import { IncompatibleBroker, WrongTopic } from '@vouchsafe/messaging';
import { readNotificationSettings } from '@vouchsafe/notifications-service';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { policyStatus } from '@vouchsafe/reactions';
import { runService, WrongEnvironment } from '@vouchsafe/telemetry';
import { contexts, openFeed, startReactor } from './index.js';

await runService('reactor', async ({ environment: { databaseUrl, kafkaBrokers, home, port }, log, part, later }) => {
  if (databaseUrl === undefined) throw new WrongEnvironment('DATABASE_URL is empty, but a reactor of its own needs the address of the server that the api uses.');
  const settings = readNotificationSettings(process.env, { port });
  await migrateLedger(databaseUrl, contexts);
  const ledger = await openLedger(databaseUrl, { application: 'vouchsafe reactor' });
  later('ledger', () => ledger.close());
  part('log', async () => ({ organizations: (await ledger.database.heads()).length }));

  const feed = kafkaBrokers.length > 0 ? await openFeed(ledger.store, kafkaBrokers) : undefined;
  const reactor = await startReactor(ledger, { home, settings, ...(feed ? { feed } : {}) });
  later('reactions', () => reactor.stop());
  if (feed) {
    part('broker', async () => {
      const { ok, reason } = await feed.health();
      if (!ok) throw new Error(reason);
    });
  }
  part('reactions', async () => {
    const all = await policyStatus(ledger.database);
    const sum = (of: 'due' | 'dead' | 'lagEvents') => all.reduce((total, status) => total + status[of], 0);
    return { due: sum('due'), dead: sum('dead'), unread: sum('lagEvents'), parked: all.filter(({ state }) => state === 'PARKED').length };
  });
  log.info({ from: feed ? 'the topic' : 'the logs', mails: settings.smtpUrl === null ? 'into the outbox' : 'by the mail server' }, 'reacting');
}, { refusals: [IncompatibleBroker, WrongTopic] });
