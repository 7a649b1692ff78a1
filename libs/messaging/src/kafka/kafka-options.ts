import type { ConnectionOptions } from 'node:tls';
import type { TransportLog } from '../held-partition.js';

export interface KafkaOptions {
  /** `host:port` of some of the brokers; they name the others. */
  readonly brokers: readonly string[];
  /** What the broker's own logs call us. */
  readonly clientId: string;
  /** Encrypts; without it, everything travels in clear, which is for one machine only. */
  readonly tls?: ConnectionOptions;
  readonly sasl?: { readonly mechanism: 'scram-sha-256' | 'scram-sha-512' | 'plain'; readonly username: string; readonly password: string };
  readonly log?: TransportLog;
  /** A member that has not been heard of for so long has lost its partitions; milliseconds. */
  readonly sessionTimeout?: number;
}

export const SESSION_TIMEOUT = 10_000;

/** A fetch that finds nothing waits so long at the broker. It bounds how long a stop waits, not how long a record does. */
export const LONG_POLL = 500;

/** So long a call of `records` may hold up the fetches of its neighbours; after that it goes on by itself. */
export const PATIENCE = 500;

export const LARGEST_FETCH = 1_048_576; // bytes, of one partition

/** A member learns by its next heartbeat that the group is being divided anew: the others wait for it that long. */
export const heartbeatInterval = (sessionTimeout: number): number => Math.min(1_000, Math.floor(sessionTimeout / 6));

export const replicas = (wanted: number | undefined, brokers: number): number => wanted ?? Math.min(3, brokers);

/** The settings of a new topic: an acknowledgement stands for a majority of three. Since Kafka 4.1, such a setting of the broker no longer counts for new clusters. */
export const settingsOf = (settings: Readonly<Record<string, string>> = {}, replicationFactor: number): { name: string; value: string }[] =>
  Object.entries({ 'min.insync.replicas': String(Math.max(1, replicationFactor - 1)), ...settings }).map(([name, value]) => ({ name, value }));
