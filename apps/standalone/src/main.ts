import { configuredIssuer, UnusableSetting } from '@vouchsafe/access';
import { serveApi } from '@vouchsafe/api';
import { EmbeddedPostgresUnavailable, startEmbeddedPostgres } from '@vouchsafe/embedded-postgres';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { contexts, startProjector } from '@vouchsafe/projector';
import { runService, type Service } from '@vouchsafe/telemetry';
import { examples } from './examples.js';
import { offered } from './offered.js';
import { seedSample } from './seed-sample.js';
import { welcome } from './welcome.js';

// PostgreSQL stops here too, and writes first what it holds: nobody is served by cutting that short.
const DRAIN_LIMIT = 60_000;

/** The embedded PostgreSQL, where no other is named. */
const databaseOf = async ({ environment: { databaseUrl, home }, log, later, giveUp }: Service): Promise<string> => {
  if (databaseUrl !== undefined) return databaseUrl;
  const postgres = await startEmbeddedPostgres({ home, onProgress: (step) => log.info(step), onLost: giveUp });
  later('PostgreSQL', () => postgres.stop());
  return postgres.url;
};

await runService('standalone', async (service) => {
  const { environment: { port, adminPort, home, databaseUrl, production, sample }, health, log, later } = service;
  const signIn = configuredIssuer(process.env);
  const url = await databaseOf(service);
  const ran = await migrateLedger(url, contexts);
  if (ran.length > 0) log.info({ migrations: ran.length }, 'the schema is new');
  const ledger = await openLedger(url, { application: 'vouchsafe' });
  later('ledger', () => ledger.close());
  const runner = await startProjector(ledger, contexts);
  later('projector', () => runner.stop());
  if (sample && !production) await seedSample(ledger, home);
  const app = await serveApi(ledger, { port, production, home, signIn, health, examples, offered: sample ? offered : [] });
  later('requests', () => app.close());
  process.stdout.write(welcome({ port, adminPort, home, embedded: databaseUrl === undefined, development: signIn === 'development', sample }));
}, { refusals: [EmbeddedPostgresUnavailable, UnusableSetting], drainLimit: DRAIN_LIMIT });
