// The same broker from its official image, for machines that have a container engine and no Java.
import { randomBytes } from 'node:crypto';
import { capture, KAFKA, KafkaUnavailable } from './provide.mjs';
import { becomesReady, freePort } from './start.mjs';
import { serverProperties } from './settings.mjs';

/** Whether an engine answers, not merely its command. */
export const dockerAnswers = async () => (await capture('docker', ['info'], { timeout: 10_000 })).status === 0;

/** Properties as the image takes them: KAFKA_NODE_ID for node.id. */
const asEnvironment = (properties) => properties.trim().split('\n').filter((line) => !line.startsWith('log.dirs='))
  .map((line) => line.replace(/^[^=]+/, (name) => `KAFKA_${name.toUpperCase().replaceAll('.', '_')}`)).flatMap((setting) => ['-e', setting]);

/** Starts one node in a container, on data that go with it.
 * @returns as `startKafka` does, without the numbers of processes
 * @throws KafkaUnavailable with one sentence */
export const startKafkaInDocker = async ({ heap = '512m', onProgress = () => {} } = {}) => {
  const taken = new Set();
  const ports = { INTERNAL: await freePort(taken), CONTROLLER: await freePort(taken) };
  const name = `vouchsafe-kafka-${randomBytes(4).toString('hex')}`;
  const settings = asEnvironment(serverProperties({ id: 1, nodes: [{ id: 1, ports }], data: '', host: '0.0.0.0' }));
  onProgress('starting Kafka in a container');
  await docker(['run', '-d', '--name', name, '-p', `127.0.0.1:${ports.INTERNAL}:${ports.INTERNAL}`, '-e', `KAFKA_HEAP_OPTS=-Xmx${heap}`, ...settings, `apache/kafka:${KAFKA}`]);
  const stop = async () => { await docker(['rm', '-f', '-v', name]); };
  const node = {
    id: 1, ports, isRunning: true,
    kill: (signal = 'SIGKILL') => docker(['kill', '-s', signal, name]),
    start: () => docker(['start', name]),
    said: async () => (await capture('docker', ['logs', '--tail', '5', name])).said,
  };
  const ready = () => becomesReady([node]);
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return { brokers: [`127.0.0.1:${ports.INTERNAL}`], nodes: [node], ready, stop };
};

const docker = async (args) => {
  const { status, said } = await capture('docker', args);
  if (status !== 0) throw new KafkaUnavailable(`docker ${args[0]} failed: ${said.trim().split('\n').at(-1)}`);
};
