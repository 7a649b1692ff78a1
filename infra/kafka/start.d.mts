export class KafkaUnavailable extends Error {}

export interface KafkaNode {
  readonly id: number;
  /** Of the broker itself, while it runs. */
  readonly pid: number | undefined;
  /** By listener: INTERNAL, CONTROLLER and those asked for. */
  readonly ports: Readonly<Record<string, number>>;
  readonly isRunning: boolean;
  start(): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningKafka {
  readonly brokers: readonly string[];
  readonly nodes: readonly KafkaNode[];
  ready(): Promise<void>;
  stop(options?: { fast?: boolean }): Promise<void>;
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

/** @throws KafkaUnavailable with one sentence; see start.mjs for the options */
export function startKafka(options: StartKafkaOptions): Promise<RunningKafka>;
