import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { logger, readEnvironment, WrongEnvironment } from '@vouchsafe/telemetry';
import { contexts, startProjector } from './index.js';

const refuse = (error: unknown): never => {
  if (!(error instanceof WrongEnvironment)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
};

const begin = async (): Promise<void> => {
  const { databaseUrl } = readEnvironment(process.env);
  if (databaseUrl === undefined) throw new WrongEnvironment('DATABASE_URL is empty, but a projector of its own needs the address of the server that the api uses.');
  await migrateLedger(databaseUrl, contexts);
  const ledger = await openLedger(databaseUrl, { application: 'vouchsafe projector' });
  const runner = await startProjector(ledger, contexts);
  logger('projector').info('folding');
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await runner.stop();
    await ledger.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop()).on('SIGTERM', () => void stop());
};

await begin().catch(refuse);
