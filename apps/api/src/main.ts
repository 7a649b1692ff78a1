import { configuredIssuer, UnusableSetting } from '@vouchsafe/access';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { logger, readEnvironment, WrongEnvironment } from '@vouchsafe/telemetry';
import { contexts } from './contexts.js';
import { serveApi } from './index.js';

const refuse = (error: unknown): never => {
  if (!(error instanceof WrongEnvironment || error instanceof UnusableSetting)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
};

const begin = async (): Promise<void> => {
  const { databaseUrl, port, adminPort, production, home } = readEnvironment(process.env);
  if (databaseUrl === undefined) throw new WrongEnvironment('DATABASE_URL is empty, but an api of its own needs the address of a server; npm start brings one along.');
  const signIn = configuredIssuer(process.env);
  await migrateLedger(databaseUrl, contexts.map(({ context }) => context));
  const ledger = await openLedger(databaseUrl, { application: 'vouchsafe api' });
  const app = await serveApi(ledger, { port, adminPort, production, home, signIn });
  logger('api').info({ port }, 'serving');
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    await ledger.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop()).on('SIGTERM', () => void stop());
};

await begin().catch(refuse);
