import { configuredIssuer, UnusableSetting } from '@vouchsafe/access';
import { readApiLimits, serveApi } from '@vouchsafe/api';
import { EmbeddedPostgresUnavailable, startEmbeddedPostgres } from '@vouchsafe/embedded-postgres';
import { readNotificationSettings } from '@vouchsafe/notifications-service';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { contexts, startProjector } from '@vouchsafe/projector';
import { startReactor } from '@vouchsafe/reactor';
import { runService, type Service } from '@vouchsafe/telemetry';
import { examples } from './examples.js';
import { foldFirst } from './fold-first.js';
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
  const limits = readApiLimits(process.env);
  const settings = readNotificationSettings(process.env, { port });
  const url = await databaseOf(service);
  const ran = await migrateLedger(url, contexts);
  if (ran.length > 0) log.info({ migrations: ran.length }, 'the schema is new');
  const ledger = await openLedger(url, { application: 'vouchsafe' });
  later('ledger', () => ledger.close());
  const projector = await startProjector(ledger, contexts);
  later('projector', () => projector.stop());
  if (sample && !production) await seedSample(ledger, home);
  await foldFirst(projector);
  const reactor = await startReactor(ledger, { home, settings }); // before anybody can ask for anything, after the sample: what was made up is history
  later('reactor', () => reactor.stop());
  const app = await serveApi(ledger, { port, production, home, signIn, health, limits, examples, offered: sample ? offered : [] });
  later('requests', () => app.close());
  process.stdout.write(welcome({ port, adminPort, home, embedded: databaseUrl === undefined, development: signIn === 'development', sample }));
}, { refusals: [EmbeddedPostgresUnavailable, UnusableSetting], drainLimit: DRAIN_LIMIT });
