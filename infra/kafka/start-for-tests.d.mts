import type { KafkaNode, RunningKafka } from './start.mjs';

/** @throws KafkaUnavailable with one sentence; see start-for-tests.mjs */
export function startKafkaForTests(folder: string, onProgress?: (text: string) => void):
  Promise<Pick<RunningKafka, 'brokers' | 'ready' | 'stop'> & { readonly nodes: readonly Pick<KafkaNode, 'kill' | 'start'>[] }>;
