import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort, newHome, ourOrganization, type Installation, type OurOrganization } from '@vouchsafe/test-support';
import pg from 'pg';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the commands of a checkout are no project; only their types are taken here
import type * as clusters from '../../../../infra/cluster/start-cluster.mjs';
import { layNetworks, type Networks } from './networks.js';

/** The distributed shape with organizations in it, to be ill-treated. */
export interface Field {
  readonly cluster: clusters.Cluster;
  readonly networks: Networks;
  readonly home: string;
  /** Both of them. */
  readonly apis: readonly clusters.ClusterProcess[];
  readonly organizations: readonly OurOrganization[];
  /** A superuser's questions, past the product. Connects anew for each: faults break connections. */
  ask<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** What `vouchsafe` is run with. */
  readonly installation: Pick<Installation, 'env'>;
  /** Whatever a fault has left broken is whole again: everything runs, is ready, and can be reached.
   * @returns the parts that did not become ready by themselves, and were started anew */
  mend(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const asker = (url: string): Field['ask'] => async <Row>(text: string, values: readonly unknown[] = []) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, statement_timeout: 60_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(text, values as unknown[])).rows as Row[];
  } finally {
    await client.end().catch(() => undefined);
  }
};

const BECOMES_READY_WITHIN = 60_000; // ms, on a machine that many share

const mended = async ({ cluster, networks }: Pick<Field, 'cluster' | 'networks'>): Promise<string[]> => {
  await Promise.all(Object.values(networks).map((proxy: Networks[keyof Networks]) => proxy.heal()));
  for (const node of cluster.kafka!.nodes) if (!node.isRunning) await node.start();
  await cluster.kafka!.ready();
  const parts = Object.values(cluster.processes);
  for (const part of parts) {
    if (part.isRunning) await part.signal('SIGCONT');
    else part.launch();
  }
  const ill: string[] = [];
  await Promise.all(parts.map(async (part) => {
    if (await Promise.race([part.ready().then(() => true, () => false), sleep(BECOMES_READY_WITHIN, false, { ref: false })])) return;
    ill.push(part.name);
    await part.signal('SIGKILL');
    await part.start();
  }));
  return ill;
};

/** Of the parts, those without which nothing is recorded, published and folded. */
const FEW = new Set(['api-1', 'api-2', 'projector-1', 'relay']);

/** Starts it with data of its own, in a folder that `close` removes, as does whatever fails on the way.
 * @param isSmall with as few parts and organizations as will do for some of the faults: for a look that must be quick */
export const openField = async ({ isSmall, progress }: { isSmall: boolean; progress: (text: string) => void }): Promise<Field> => {
  const { LAYOUT, startCluster } = (await import(pathToFileURL(resolve('infra/cluster/start-cluster.mjs')).href)) as typeof clusters;
  const layout = isSmall ? LAYOUT.filter(([name]) => FEW.has(name)) : [...LAYOUT, ['relay-2', 'relay'] as const]; // a second relay stands by for the first
  const handles = isSmall ? ['brightwater', 'calder'] : ['brightwater', 'calder', 'dunmore'];
  const [home, laid] = [await newHome(), await layNetworks()];
  let cluster: clusters.Cluster | undefined;
  let closing: Promise<void> | undefined; // whoever asks again waits for the same end
  const close = (): Promise<void> => (closing ??= (async () => {
    await cluster?.stop();
    laid.close();
    await rm(home, { recursive: true, force: true });
  })());
  try {
    const ports: Record<string, [number, number]> = {};
    for (const [name] of layout) ports[name] = [await freePort(), await freePort()];
    cluster = await startCluster({ home, ports, layout, env: { VOUCHSAFE_SAMPLE: 'off', LOG_LEVEL: 'info' }, envOf: laid.envOf, listeners: laid.listeners, quick: isSmall, onProgress: progress });
    const running = cluster;
    const apis = [running.processes['api-1']!, running.processes['api-2']!];
    const [port, adminPort] = ports['api-1']!;
    const env = { VOUCHSAFE_HOME: home, PORT: String(port), ADMIN_PORT: String(adminPort), VOUCHSAFE_URL: apis[0]!.origin };
    progress(`founding ${handles.join(', ')}`);
    const organizations = await Promise.all(handles.map((handle) => ourOrganization({ home, env, origin: apis[0]!.origin }, handle)));
    return {
      cluster: running, networks: laid.networks, home, apis, organizations, installation: { env }, close, ask: asker(running.url),
      mend: () => mended({ cluster: running, networks: laid.networks }),
    };
  } catch (error) {
    await close();
    throw error;
  }
};
