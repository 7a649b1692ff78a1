import { findRunning } from '@vouchsafe/embedded-postgres';
import { Client } from 'pg';
import type { Installation } from './installation.js';

/** How long every log of an installation is, read past the product: what a refusal must leave as it was. */
export interface LogHeads {
  /** By tenant. */
  heads(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

export const logHeads = async ({ home }: Installation): Promise<LogHeads> => {
  const client = new Client({ connectionString: (await findRunning(home))! });
  await client.connect();
  return {
    heads: async () => {
      const { rows } = await client.query<{ tenant: string; position: string }>('SELECT tenant_id AS tenant, position FROM log.tenant_log ORDER BY tenant_id');
      return Object.fromEntries(rows.map(({ tenant, position }) => [tenant, Number(position)]));
    },
    close: () => client.end(),
  };
};

/** Events in all logs together. */
export const total = (heads: Readonly<Record<string, number>>): number => Object.values(heads).reduce((sum, position) => sum + position, 0);
