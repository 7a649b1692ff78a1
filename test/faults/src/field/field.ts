import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort, newHome, ourOrganization, type Installation, type OurOrganization } from '@vouchsafe/test-support';
import pg from 'pg';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the commands of a checkout are no project; only their types are taken here
import type * as clusters from '../../../../infra/cluster/start-cluster.mjs';

/** The distributed shape with three organizations in it, to be ill-treated. */
export interface Field {
  readonly cluster: clusters.Cluster;
  readonly home: string;
  /** Both of them. */
  readonly apis: readonly clusters.ClusterProcess[];
  readonly organizations: readonly OurOrganization[];
  /** A superuser's questions, past the product. Connects anew for each: faults break connections. */
  ask<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** What `vouchsafe` is run with. */
  readonly installation: Pick<Installation, 'env'>;
  close(): Promise<void>;
}

/** Starts it with data of its own, in a folder that `close` removes. */
export const openField = async (progress: (text: string) => void): Promise<Field> => {
  const { LAYOUT, startCluster } = (await import(pathToFileURL(resolve('infra/cluster/start-cluster.mjs')).href)) as typeof clusters;
  const layout = [...LAYOUT, ['relay-2', 'relay'] as const]; // a second relay stands by for the first
  const home = await newHome();
  const ports: Record<string, [number, number]> = {};
  for (const [name] of layout) ports[name] = [await freePort(), await freePort()];
  const cluster = await startCluster({ home, ports, layout, env: { VOUCHSAFE_SAMPLE: 'off', LOG_LEVEL: 'info' }, onProgress: progress });
  const apis = [cluster.processes['api-1']!, cluster.processes['api-2']!];
  const [port, adminPort] = ports['api-1']!;
  const env = { VOUCHSAFE_HOME: home, PORT: String(port), ADMIN_PORT: String(adminPort), VOUCHSAFE_URL: apis[0]!.origin };
  const close = async (): Promise<void> => {
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const organizations: OurOrganization[] = [];
    for (const handle of ['brightwater', 'calder', 'dunmore']) {
      progress(`founding ${handle}`);
      organizations.push(await ourOrganization({ home, env, origin: apis[0]!.origin }, handle));
    }
    return {
      cluster, home, apis, organizations, installation: { env }, close,
      ask: async <Row>(text: string, values: readonly unknown[] = []) => {
        const client = new pg.Client({ connectionString: cluster.url, connectionTimeoutMillis: 5_000 });
        client.on('error', () => undefined);
        await client.connect();
        try {
          return (await client.query(text, values as unknown[])).rows as Row[];
        } finally {
          await client.end().catch(() => undefined);
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
