// A real Apache Kafka on this machine: one node or three, for tests, fault runs and `npm run cluster`.
import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka } from 'kafkajs';
import { KafkaNode, prepareNode } from './node.mjs';
import { KafkaUnavailable, provideKafka } from './provide.mjs';

export { KafkaUnavailable } from './provide.mjs';

const READY_WITHIN = 180_000; // ms, on a loaded machine

const isFree = (port) => new Promise((answer) => {
  const probe = createServer().once('error', () => answer(false)).listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
});

/** A free port below those that a system hands out for outgoing connections: none of these can take it in the meantime. */
export const freePort = async (taken) => {
  for (;;) {
    const port = 20_000 + randomInt(12_000);
    if (!taken.has(port) && await isFree(port)) return taken.add(port) && port;
  }
};

/** The ports of a cluster: those it had, where they are still free. */
const choosePorts = async (record, nodes, listeners) => {
  const taken = new Set();
  const earlier = JSON.parse(await readFile(record, 'utf8').catch(() => '[]'));
  const chosen = [];
  for (let id = 1; id <= nodes; id += 1) {
    const ports = {};
    for (const name of [...listeners, 'INTERNAL', 'CONTROLLER']) {
      const before = earlier.find((node) => node.id === id)?.ports[name];
      ports[name] = before && !taken.has(before) && await isFree(before) ? taken.add(before) && before : await freePort(taken);
    }
    chosen.push({ id, ports });
  }
  await writeFile(record, JSON.stringify(chosen));
  return chosen;
};

/** 16 bytes in URL-safe base64, as Kafka's own tool makes them. */
const clusterId = async (record) => {
  const known = await readFile(record, 'utf8').catch(() => '');
  if (known) return known;
  const made = `V${randomBytes(16).toString('base64url').slice(1)}`; // a leading dash would be taken for an option
  await writeFile(record, made);
  return made;
};

const adminAt = ({ ports }) => new Kafka({
  brokers: [`127.0.0.1:${ports.INTERNAL}`], logLevel: 0, connectionTimeout: 1_000, requestTimeout: 5_000, retry: { retries: 0 },
}).admin();

/** Whether each node, asked itself, sees all of them: the others may still list one that has just died. */
const allSeeAll = async (nodes) => {
  for (const node of nodes) {
    const admin = adminAt(node);
    try {
      await admin.connect();
      if ((await admin.describeCluster()).brokers.length < nodes.length) return false;
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
  return true;
};

const canCreateATopic = async (nodes) => {
  const admin = adminAt(nodes[0]);
  const topic = `vouchsafe.ready.${randomBytes(4).toString('hex')}`;
  try {
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: nodes.length }], timeout: 4_000 });
    await admin.deleteTopics({ topics: [topic], timeout: 4_000 });
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

/** Ready means that every node is seen and a topic can be created: an open port is not enough. */
export const becomesReady = async (nodes) => {
  let last = 'not every node was seen';
  for (const end = performance.now() + READY_WITHIN; performance.now() < end; await sleep(50)) {
    const dead = nodes.find((node) => !node.isRunning);
    if (dead) throw new KafkaUnavailable(`Kafka did not start: ${await dead.said()}`);
    try {
      if (await allSeeAll(nodes)) return void await canCreateATopic(nodes);
    } catch (error) {
      last = error.message;
    }
  }
  throw new KafkaUnavailable(`Kafka was not ready within ${READY_WITHIN / 1_000} s: ${last}`);
};

/** Starts a cluster on the data in `folder`, or on new data, and waits until it is ready. It stops with this process, however that ends.
 * @param options.folder everything is kept below it; the same folder brings the same topics back
 * @param options.nodes 1 or 3
 * @param options.heap of each node, in Java's notation; about 150 MB come on top
 * @param options.listeners further listeners for clients, each a list of what its nodes advertise in its place, for one the ports of
 *   fault proxies: `{ RELAY: ['127.0.0.1:5001'] }`. Clients follow the advertised address: a proxy that is not advertised is bypassed.
 * @param options.quick starts in half the time and needs less memory, but tops out sooner: for tests, not for measuring
 * @param options.temporary the folder is removed by `stop`
 * @returns `brokers` to give to a client; `nodes`, each `{ id, pid, ports, kill(signal), start(), stop() }`, where `ports.RELAY` is where
 *   that listener really is; `ready()` waits until all nodes are there again; `stop({ fast })`
 * @throws KafkaUnavailable with one sentence */
export const startKafka = async ({ folder, nodes: count = 1, heap = count === 1 ? '512m' : '384m', listeners = {}, temporary = false, quick = false, onProgress = () => {} }) => {
  const programs = await provideKafka({ onProgress });
  await mkdir(folder, { recursive: true });
  const home = await realpath(folder);
  onProgress('starting Kafka');
  const [cluster, layout] = [await clusterId(join(home, 'cluster-id')), await choosePorts(join(home, 'ports.json'), count, Object.keys(listeners))];
  const nodes = layout.map(({ id, ports }) => new KafkaNode({ id, ports, folder: join(home, `node-${id}`), programs, heap, quick }));
  const stop = async ({ fast = false } = {}) => {
    await Promise.all(nodes.map((node) => (fast ? node.kill('SIGKILL') : node.stop())));
    if (temporary) await rm(home, { recursive: true, force: true });
  };
  try {
    await Promise.all(nodes.map((node) => prepareNode({
      programs, cluster, id: node.id, nodes: layout, folder: join(home, `node-${node.id}`),
      advertised: Object.fromEntries(Object.entries(listeners).map(([name, addresses]) => [name, addresses[node.id - 1]])),
    })));
    await Promise.all(nodes.map((node) => node.start()));
    await becomesReady(nodes);
  } catch (error) {
    await stop({ fast: true });
    throw error;
  }
  return { brokers: nodes.map(({ ports }) => `127.0.0.1:${ports.INTERNAL}`), nodes, ready: () => becomesReady(nodes), stop };
};
