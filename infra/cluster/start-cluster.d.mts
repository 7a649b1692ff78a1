import type { EmbeddedPostgres } from '../../libs/embedded-postgres/src/index.js';
import type { RunningKafka } from '../kafka/start.mjs';

export declare class ProcessFailed extends Error {}

/** One process of the cluster. */
export interface ClusterProcess {
  readonly name: string;
  readonly origin: string;
  readonly admin: string;
  readonly pid: number | undefined;
  readonly isRunning: boolean;
  readonly ended: Promise<number | string>;
  launch(env?: Readonly<Record<string, string>>): void;
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  ready(): Promise<void>;
  signal(signal: NodeJS.Signals): Promise<number | string | undefined>;
  stop(): Promise<number | string>;
}

export interface Cluster {
  readonly url: string;
  readonly brokers: readonly string[];
  readonly postgres: EmbeddedPostgres | undefined;
  readonly kafka: RunningKafka | undefined;
  readonly processes: Readonly<Record<string, ClusterProcess>>;
  stop(): Promise<void>;
}

export interface StartClusterOptions {
  readonly home: string;
  readonly ports: Readonly<Record<string, readonly [port: number, adminPort: number]>>;
  readonly databaseUrl?: string;
  readonly kafkaBrokers?: readonly string[];
  readonly layout?: readonly (readonly [name: string, app: string])[];
  readonly env?: Readonly<Record<string, string>>;
  readonly envOf?: (name: string, addresses: { readonly url: string; readonly kafka: RunningKafka | undefined }) => Readonly<Record<string, string>>;
  readonly listeners?: Readonly<Record<string, readonly string[]>>;
  readonly quick?: boolean;
  readonly prepare?: (url: string) => Promise<void>;
  readonly onProgress?: (text: string) => void;
}

export declare const LAYOUT: readonly (readonly [name: string, app: string])[];
export function startCluster(options: StartClusterOptions): Promise<Cluster>;
