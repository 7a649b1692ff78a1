import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { runService, WrongEnvironment } from '@vouchsafe/telemetry';
import { contexts, startProjector } from './index.js';

await runService('projector', async ({ environment: { databaseUrl }, log, part, later }) => {
  if (databaseUrl === undefined) throw new WrongEnvironment('DATABASE_URL is empty, but a projector of its own needs the address of the server that the api uses.');
  await migrateLedger(databaseUrl, contexts);
  const ledger = await openLedger(databaseUrl, { application: 'vouchsafe projector' });
  later('ledger', () => ledger.close());
  part('log', async () => ({ organizations: (await ledger.database.heads()).length }));
  const runner = await startProjector(ledger, contexts);
  later('projections', () => runner.stop());
  log.info('folding');
});
