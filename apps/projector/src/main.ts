import { IncompatibleBroker, WrongTopic } from '@vouchsafe/messaging';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { runService, WrongEnvironment } from '@vouchsafe/telemetry';
import { contexts, openFeed, startProjector } from './index.js';

await runService('projector', async ({ environment: { databaseUrl, kafkaBrokers }, log, part, later }) => {
  if (databaseUrl === undefined) throw new WrongEnvironment('DATABASE_URL is empty, but a projector of its own needs the address of the server that the api uses.');
  await migrateLedger(databaseUrl, contexts);
  const ledger = await openLedger(databaseUrl, { application: 'vouchsafe projector' });
  later('ledger', () => ledger.close());
  part('log', async () => ({ organizations: (await ledger.database.heads()).length }));

  const feed = kafkaBrokers.length > 0 ? await openFeed(ledger.store, kafkaBrokers) : undefined;
  const runner = await startProjector(ledger, contexts, feed ? { feed } : {});
  later('projections', () => runner.stop());
  if (feed) {
    part('broker', async () => {
      const { ok, reason } = await feed.health();
      if (!ok) throw new Error(reason);
    });
  }

  let [folded, events, isThere] = [0, 0, false];
  part('read models', async () => {
    if (!isThere) throw new Error(`they are being folded: ${folded} of ${events} events that were there at the start`);
  });
  const leaving = new AbortController();
  later('catching up', async () => leaving.abort());
  void runner.caughtUp({ signal: leaving.signal, onProgress: (done, all) => { [folded, events] = [done, all]; } }).then((caughtUp) => {
    isThere = caughtUp;
    if (caughtUp) log.info({ events }, 'the read models have caught up');
  });
  log.info({ from: feed ? 'the topic' : 'the logs' }, 'folding');
}, { refusals: [IncompatibleBroker, WrongTopic] });
