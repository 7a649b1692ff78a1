import { configuredIssuer, UnusableSetting } from '@vouchsafe/access';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { runService, WrongEnvironment } from '@vouchsafe/telemetry';
import { contexts } from './contexts.js';
import { readApiLimits, serveApi } from './index.js';

await runService('api', async ({ environment: { databaseUrl, port, production, home }, health, log, later }) => {
  if (databaseUrl === undefined) throw new WrongEnvironment('DATABASE_URL is empty, but an api of its own needs the address of a server; npm start brings one along.');
  const signIn = configuredIssuer(process.env);
  const limits = readApiLimits(process.env);
  await migrateLedger(databaseUrl, contexts.map(({ context }) => context));
  const ledger = await openLedger(databaseUrl, { application: 'vouchsafe api' });
  later('ledger', () => ledger.close());
  const app = await serveApi(ledger, { port, production, home, signIn, health, limits });
  later('requests', () => app.close());
  log.info({ port }, 'serving');
}, { refusals: [UnusableSetting] });
