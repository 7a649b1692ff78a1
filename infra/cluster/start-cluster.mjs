// The distributed shape on this machine: PostgreSQL, a Kafka broker, and one process for every part, as in docker-compose.yml.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startKafka } from '../kafka/start.mjs';
import { ClusterProcess } from './process.mjs';

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);

/** Parts by name. */
export const LAYOUT = [['api-1', 'api'], ['api-2', 'api'], ['projector-1', 'projector'], ['projector-2', 'projector'], ['relay', 'relay'], ['reactor', 'reactor']];

/** Starts the cluster on what `home` holds, or on new data, and waits until every part is ready. It ends with this process, however that ends.
 * @param options.home everything is kept below it
 * @param options.ports a port for each of PORT and ADMIN_PORT of each part: `{ 'api-1': [4000, 4001], … }`
 * @param options.databaseUrl a server of somebody else's; by default the embedded PostgreSQL is started
 * @param options.kafkaBrokers brokers of somebody else's, as a list; by default one of our own is started
 * @param options.layout other parts than the usual ones
 * @param options.env further variables of every part
 * @param options.envOf further variables of one part, once the addresses are known: `(name, { url, kafka }) => ({ … })`
 * @param options.listeners of our own broker, beside the usual one, and options.quick: see `startKafka`
 * @param options.prepare called with the database's address before the first part starts
 * @returns `{ url, brokers, postgres, kafka, processes, stop }`, where `processes` maps a name to its ClusterProcess
 * @throws KafkaUnavailable, EmbeddedPostgresUnavailable, ProcessFailed, each with one sentence */
export const startCluster = async ({ home, ports, databaseUrl, kafkaBrokers, layout = LAYOUT, env = {}, envOf = () => ({}), listeners = {}, quick = false, prepare = async () => {}, onProgress = () => {} }) => {
  const logs = join(home, 'logs');
  await mkdir(logs, { recursive: true });
  const opened = [];
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    let postgres;
    if (!databaseUrl) {
      const { startEmbeddedPostgres } = await built('libs/embedded-postgres/src/index.js');
      postgres = await startEmbeddedPostgres({ home, onProgress });
      opened.push(() => postgres.stop());
    }
    let kafka;
    if (!kafkaBrokers) {
      kafka = await startKafka({ folder: join(home, 'kafka'), listeners, quick, onProgress });
      opened.push(() => kafka.stop());
    }
    const url = databaseUrl ?? postgres.url;
    const brokers = kafkaBrokers ?? kafka.brokers;
    await prepare(url);

    const first = `http://127.0.0.1:${ports['api-1'][0]}`;
    const processes = Object.fromEntries(layout.map(([name, app]) => {
      const [port, adminPort] = ports[name];
      // One development sign-in for all: the first api's. The others know it as they would know any provider.
      const signIn = name === 'api-1' ? {} : { OIDC_ISSUER: `${first}/oidc`, OIDC_AUDIENCE: 'api' };
      return [name, new ClusterProcess({
        name, app, logs,
        env: { ...process.env, ...signIn, ...env, DATABASE_URL: url, KAFKA_BROKERS: brokers.join(','), VOUCHSAFE_HOME: home, PORT: String(port), ADMIN_PORT: String(adminPort), ...envOf(name, { url, kafka }) },
      })];
    }));
    opened.push(() => Promise.all(Object.values(processes).map((one) => one.retire())));
    // All at once, as an orchestrator does: none may need another to be up first, and an api is ready when a projector has folded.
    onProgress(`starting ${Object.keys(processes).join(', ')}`);
    for (const one of Object.values(processes)) one.launch();
    for (const one of Object.values(processes)) await one.ready();
    return { url, brokers, postgres, kafka, processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
