import type { TenantId } from '@vouchsafe/event-schema';
import DataLoader from 'dataloader';

const MOST_KEYS_AT_ONCE = 100;

export type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/** Asks for the value of one key; what is asked in one tick travels in one batch. */
export type Loader = <Key extends string | number, Value>(name: string, tenant: TenantId, batch: Batch<Key, Value>) => DataLoader<Key, Value>;

/** The loaders of one request: one for each name and tenant, at most 100 keys a batch. */
export const loadersOfOneRequest = (): Loader => {
  const loaders = new Map<string, DataLoader<string | number, unknown>>();
  return <Key extends string | number, Value>(name: string, tenant: TenantId, batch: Batch<Key, Value>) => {
    const known = loaders.get(`${tenant} ${name}`) as DataLoader<Key, Value> | undefined;
    if (known) return known;
    const loader = new DataLoader<Key, Value>(batch, { maxBatchSize: MOST_KEYS_AT_ONCE });
    loaders.set(`${tenant} ${name}`, loader as unknown as DataLoader<string | number, unknown>);
    return loader;
  };
};
