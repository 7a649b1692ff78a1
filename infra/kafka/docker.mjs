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
 * @throws KafkaUnavailable with one sentence */
export const startKafkaInDocker = async ({ heap = '512m', onProgress = () => {} } = {}) => {
  const taken = new Set();
  const ports = { INTERNAL: await freePort(taken), CONTROLLER: await freePort(taken) };
  const name = `vouchsafe-kafka-${randomBytes(4).toString('hex')}`;
  const settings = asEnvironment(serverProperties({ id: 1, nodes: [{ id: 1, ports }], data: '', host: '0.0.0.0', advertised: { INTERNAL: `127.0.0.1:${ports.INTERNAL}` } }));
  onProgress('starting Kafka in a container');
  const { status, said } = await capture('docker', [
    'run', '-d', '--rm', '--name', name, '-p', `127.0.0.1:${ports.INTERNAL}:${ports.INTERNAL}`, '-e', `KAFKA_HEAP_OPTS=-Xmx${heap}`, ...settings, `apache/kafka:${KAFKA}`,
  ]);
  if (status !== 0) throw new KafkaUnavailable(`Docker could not start Kafka ${KAFKA}: ${said.trim().split('\n').at(-1)}`);
  const stop = async () => { await capture('docker', ['rm', '-f', name]); };
  const node = { id: 1, ports, isRunning: true, said: async () => (await capture('docker', ['logs', '--tail', '5', name])).said };
  try {
    await becomesReady([node]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { brokers: [`127.0.0.1:${ports.INTERNAL}`], container: name, stop };
};
