import { configuredIssuer, UnusableSetting } from '@vouchsafe/access';
import { serveApi } from '@vouchsafe/api';
import { EmbeddedPostgresUnavailable, startEmbeddedPostgres } from '@vouchsafe/embedded-postgres';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { contexts, startProjector } from '@vouchsafe/projector';
import { logger, readEnvironment, WrongEnvironment } from '@vouchsafe/telemetry';
import { examples } from './examples.js';
import { offered } from './offered.js';
import { seedSample } from './seed-sample.js';
import { welcome } from './welcome.js';

/** What a person can put right: one sentence, status 1. */
const refuse = (error: unknown): never => {
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') process.stderr.write(`Port ${port} is taken by another program: stop it, or set PORT and ADMIN_PORT to free ones.\n`);
  else if (error instanceof WrongEnvironment || error instanceof EmbeddedPostgresUnavailable || error instanceof UnusableSetting) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exit(1);
};

/** Closes what was opened, the newest first, once; a step that fails does not keep the others from theirs. */
const closing = () => {
  const steps: (() => Promise<unknown>)[] = [];
  let stopped: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const step of steps.reverse()) await step().catch((error: unknown) => logger('standalone').error({ err: error }, 'while stopping'));
  };
  // The terminal signals the whole group, and npm passes it on once more: the second caller waits for the same end as the first.
  return { later: (step: () => Promise<unknown>) => void steps.push(step), stop: () => (stopped ??= closeAll()) };
};

const begin = async (): Promise<void> => {
  const { port, adminPort, home, databaseUrl, production, sample } = readEnvironment(process.env);
  const signIn = configuredIssuer(process.env);
  const log = logger('standalone');
  const { later, stop } = closing();
  const end = () => void stop().then(() => process.exit(0));
  process.on('SIGINT', end).on('SIGTERM', end);
  try {
    let url = databaseUrl;
    if (url === undefined) {
      const lost = (reason: Error) => {
        process.stderr.write(`${reason.message}\n`);
        void stop().then(() => process.exit(1));
      };
      const postgres = await startEmbeddedPostgres({ home, onProgress: (step) => log.info(step), onLost: lost });
      later(() => postgres.stop());
      url = postgres.url;
    }
    const ran = await migrateLedger(url, contexts);
    if (ran.length > 0) log.info({ migrations: ran.length }, 'the schema is new');
    const ledger = await openLedger(url, { application: 'vouchsafe' });
    later(() => ledger.close());
    const runner = await startProjector(ledger, contexts);
    later(() => runner.stop());
    if (sample && !production) await seedSample(ledger, home);
    const app = await serveApi(ledger, { port, adminPort, production, home, signIn, examples, offered: sample ? offered : [] });
    later(() => app.close());
    process.stdout.write(welcome({ port, adminPort, home, embedded: databaseUrl === undefined, development: signIn === 'development', sample }));
  } catch (error) {
    await stop();
    throw error;
  }
};

await begin().catch(refuse);
