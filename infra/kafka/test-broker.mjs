// One broker for a whole run of jest, whose workers are processes of their own: the first that needs one starts it, the others find it.
//   node test-broker.mjs ask    prints {"brokers": […]} or {"missing": "a sentence"}; starts the broker if nobody has
//   node test-broker.mjs serve  runs it until its owner is gone
//   node test-broker.mjs stop   ends it, at once and with its data
// VOUCHSAFE_TEST_BROKER is a folder for the run, which does not exist until then; VOUCHSAFE_TEST_BROKER_OWNER the process it ends with.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const folder = process.env.VOUCHSAFE_TEST_BROKER;
const owner = Number(process.env.VOUCHSAFE_TEST_BROKER_OWNER);
const [answerFile, serverFile] = [join(folder, 'answer.json'), join(folder, 'server.pid')];
const GIVES_UP_AFTER = 600_000; // ms: the first time, Kafka is fetched

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const write = (file, text) => {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
};

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const isFirst = () => {
  try {
    mkdirSync(folder); // the lock: one process can make it
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

const ask = async () => {
  if (isFirst()) {
    const server = spawn(process.execPath, [fileURLToPath(import.meta.url), 'serve'], { detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
    write(serverFile, String(server.pid));
    server.unref();
  }
  for (const end = performance.now() + GIVES_UP_AFTER; performance.now() < end; await sleep(50)) {
    const [server, answer] = [Number(read(serverFile)), read(answerFile)];
    if (answer) return answer;
    if (server && !isAlive(server)) break;
  }
  return read(answerFile) || JSON.stringify({ missing: 'the process that should have started Kafka ended without a word' });
};

/** What a machine has, in this order: a broker that somebody names, a container engine, Java. */
const provide = async () => {
  const given = process.env.KAFKA_BROKERS?.trim();
  if (given) return { brokers: given.split(','), stop: async () => {} };
  const { startKafkaForTests } = await import('./start-for-tests.mjs');
  const kafka = await startKafkaForTests(join(folder, 'kafka'), (text) => process.stderr.write(`Kafka for the tests: ${text}.\n`));
  return { brokers: kafka.brokers, stop: () => kafka.stop({ fast: true }) };
};

const serve = async () => {
  let ending = false;
  process.on('SIGTERM', () => { ending = true; });
  const provided = await provide().catch((error) => ({ missing: error.name === 'KafkaUnavailable' ? error.message : error.stack, stop: async () => {} }));
  const { stop, ...answer } = provided;
  write(answerFile, JSON.stringify({ brokers: answer.brokers, missing: answer.missing }));
  while (!ending && answer.brokers && isAlive(owner)) await sleep(200);
  await stop();
  if (answer.brokers) rmSync(folder, { recursive: true, force: true });
};

const stop = async () => {
  const server = Number(read(serverFile));
  if (server && isAlive(server)) {
    process.kill(server, 'SIGTERM');
    while (isAlive(server)) await sleep(20);
  }
  rmSync(folder, { recursive: true, force: true });
};

switch (process.argv[2]) {
  case 'ask': process.stdout.write(await ask()); break;
  case 'serve': await serve(); break;
  case 'stop': await stop(); break;
  default: throw new Error('Say ask, serve or stop.');
}
