// node infra/kafka/run.mjs [--nodes 1|3] [--folder DIR] [--heap 512m] [--for-tests]
// Runs a broker, or three, until Ctrl-C or until its standard input ends. The first line that it prints is {"brokers": […], "nodes": […]}.
// It takes lines: `kill N [SIGNAL]`, `start N`, `ready`; each is answered by a line `ok`, or `failed: …`.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startKafkaForTests } from './start-for-tests.mjs';
import { startKafka } from './start.mjs';

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '1' }, folder: { type: 'string' }, heap: { type: 'string' }, 'for-tests': { type: 'boolean', default: false } } });
const onProgress = (text) => process.stderr.write(`Kafka: ${text}.\n`);
const say = (text) => process.stdout.write(`${text}\n`);

const start = async () => {
  const folder = values.folder ? resolve(values.folder) : await mkdtemp(join(tmpdir(), 'vouchsafe-kafka-'));
  if (values['for-tests']) return startKafkaForTests(folder, onProgress);
  return startKafka({ folder, nodes: Number(values.nodes), temporary: !values.folder, onProgress, ...(values.heap ? { heap: values.heap } : {}) });
};

const obey = async (kafka, line) => {
  const [what, id, signal] = line.trim().split(/\s+/);
  const node = kafka.nodes.find((each) => String(each.id) === id);
  if (what === 'ready') return kafka.ready();
  if (!node || !['kill', 'start'].includes(what)) throw new Error(`"${line}" is no command: kill N [SIGNAL], start N, ready`);
  return what === 'start' ? node.start() : node.kill(signal);
};

try {
  const kafka = await start();
  const lines = createInterface({ input: process.stdin });
  process.once('SIGINT', () => lines.close()).once('SIGTERM', () => lines.close());
  say(JSON.stringify({ brokers: kafka.brokers, nodes: kafka.nodes.map(({ id, pid, ports }) => ({ id, pid, ports })) }));
  for await (const line of lines) await obey(kafka, line).then(() => say('ok'), (error) => say(`failed: ${error.message}`));
  await kafka.stop({ fast: values['for-tests'] });
} catch (error) {
  process.stderr.write(`${error.name === 'KafkaUnavailable' ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
process.exit();
