export declare class KafkaUnavailable extends Error {}

/** One node of a cluster. */
export interface KafkaNode {
  readonly id: number;
  readonly pid: number | undefined;
  readonly isRunning: boolean;
  /** Where each listener really is. */
  readonly ports: Readonly<Record<string, number>>;
  start(): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningKafka {
  readonly brokers: readonly string[];
  readonly nodes: readonly KafkaNode[];
  /** Waits until all nodes are there again. */
  ready(): Promise<void>;
  stop(options?: { readonly fast?: boolean }): Promise<void>;
}

export interface StartKafkaOptions {
  readonly folder: string;
  readonly nodes?: 1 | 3;
  readonly heap?: string;
  readonly listeners?: Readonly<Record<string, readonly string[]>>;
  readonly temporary?: boolean;
  readonly quick?: boolean;
  readonly onProgress?: (text: string) => void;
}

export function startKafka(options: StartKafkaOptions): Promise<RunningKafka>;
