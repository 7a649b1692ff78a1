import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort, newHome, ourOrganization, type Installation, type OurOrganization } from '@vouchsafe/test-support';
import pg from 'pg';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the commands of a checkout are no project; only their types are taken here
import type * as clusters from '../../../../infra/cluster/start-cluster.mjs';
import { layNetworks, type Networks } from './networks.js';

/** The distributed shape with three organizations in it, to be ill-treated. */
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
  /** Whatever a fault has left broken is whole again: everything runs, is ready, and can be reached. */
  mend(): Promise<void>;
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

/** Founded one after the other: each waits for the read models to have folded what it needs next. */
const foundAll = async (handles: readonly string[], installation: Parameters<typeof ourOrganization>[0], progress: (text: string) => void): Promise<OurOrganization[]> => {
  const founded: OurOrganization[] = [];
  for (const handle of handles) {
    progress(`founding ${handle}`);
    founded.push(await ourOrganization(installation, handle));
  }
  return founded;
};

const mended = async ({ cluster, networks }: Pick<Field, 'cluster' | 'networks'>): Promise<void> => {
  await Promise.all(Object.values(networks).map((proxy: Networks[keyof Networks]) => proxy.heal()));
  for (const node of cluster.kafka!.nodes) if (!node.isRunning) await node.start();
  await cluster.kafka!.ready();
  for (const part of Object.values(cluster.processes)) {
    if (part.isRunning) await part.signal('SIGCONT');
    else part.launch();
  }
  for (const part of Object.values(cluster.processes)) await part.ready();
};

/** Starts it with data of its own, in a folder that `close` removes, as does whatever fails on the way. */
export const openField = async (progress: (text: string) => void): Promise<Field> => {
  const { LAYOUT, startCluster } = (await import(pathToFileURL(resolve('infra/cluster/start-cluster.mjs')).href)) as typeof clusters;
  const layout = [...LAYOUT, ['relay-2', 'relay'] as const]; // a second relay stands by for the first
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
    cluster = await startCluster({ home, ports, layout, env: { VOUCHSAFE_SAMPLE: 'off', LOG_LEVEL: 'info' }, envOf: laid.envOf, listeners: laid.listeners, onProgress: progress });
    const running = cluster;
    const apis = [running.processes['api-1']!, running.processes['api-2']!];
    const [port, adminPort] = ports['api-1']!;
    const env = { VOUCHSAFE_HOME: home, PORT: String(port), ADMIN_PORT: String(adminPort), VOUCHSAFE_URL: apis[0]!.origin };
    const organizations = await foundAll(['brightwater', 'calder', 'dunmore'], { home, env, origin: apis[0]!.origin }, progress);
    return {
      cluster: running, networks: laid.networks, home, apis, organizations, installation: { env }, close, ask: asker(running.url),
      mend: () => mended({ cluster: running, networks: laid.networks }),
    };
  } catch (error) {
    await close();
    throw error;
  }
};
