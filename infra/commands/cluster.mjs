// npm run cluster: the distributed shape as processes on this machine: PostgreSQL, Kafka, two apis, two projectors, a relay, a reactor.
import { install } from './install.mjs';
import { build } from './build.mjs';
import { home, Refused, steps } from './steps.mjs';

const number = (name, fallback) => {
  const value = Number(process.env[name]?.trim() || fallback);
  if (!Number.isInteger(value) || value < 1 || value > 65_520) throw new Refused(`${name} is ${JSON.stringify(process.env[name])}, but it must be a whole number from 1 to 65520: the parts take the ports behind it.`);
  return value;
};

/** PORT and ADMIN_PORT are the first api's; the other parts take the ports behind the greater of the two. */
const portsOf = (layout) => {
  const [port, adminPort] = [number('PORT', 4000), number('ADMIN_PORT', 4001)];
  let next = Math.max(port, adminPort) + 1;
  return Object.fromEntries(layout.map(([name], index) => [name, index === 0 ? [port, adminPort] : [next++, next++]]));
};

await steps(async () => {
  await install();
  await build({ log: console.log });
  const { LAYOUT, startCluster } = await import('../cluster/start-cluster.mjs');
  const { prepareSample } = await import('../../dist/apps/standalone/src/index.js');
  const ports = portsOf(LAYOUT);
  const list = (text) => text?.split(',').map((one) => one.trim()).filter(Boolean);
  const brokers = list(process.env.KAFKA_BROKERS);
  let cluster;
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    process.stdout.write('\nstopping\n');
    await cluster?.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void leave()).on('SIGTERM', () => void leave());
  const known = ['KafkaUnavailable', 'EmbeddedPostgresUnavailable', 'ProcessFailed'];
  cluster = await startCluster({
    home: home(), ports, onProgress: (text) => process.stdout.write(`${text}\n`),
    ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}), ...(brokers?.length ? { kafkaBrokers: brokers } : {}),
    prepare: (url) => (process.env.VOUCHSAFE_SAMPLE === 'off' ? undefined : prepareSample(url, home())),
  }).catch((error) => { throw known.includes(error.name) ? new Refused(error.message) : error; });
  if (leaving) return cluster.stop();
  const lines = Object.values(cluster.processes).map(({ name, origin, admin, pid }) => `    ${name.padEnd(13)} process ${String(pid).padEnd(8)} ${name.startsWith('api') ? `${origin}/graphql   ` : ''}${admin}/health`);
  process.stdout.write(['', '  Vouchsafe is ready.', '', ...lines, '', `    PostgreSQL    ${process.env.DATABASE_URL ? 'the one of DATABASE_URL' : home()}`, `    Kafka         ${cluster.brokers.join(', ')}`, `    Logs          ${home()}/logs`, '',
    '  Sign in at the first api; both serve the same. "kill -9" a part and see the others go on.', '  Ctrl-C stops everything.', '', ''].join('\n'));
});
