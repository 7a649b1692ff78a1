import type { IHeaders, KafkaMessage, TopicMessages } from 'kafkajs';
import type { InRecord, OutRecord } from '../log-transport.js';

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Our records in the client's words, by topic. */
export const toKafkajs = (records: readonly OutRecord[]): TopicMessages[] => {
  const byTopic = new Map<string, TopicMessages>();
  for (const { topic, partition, key, value, headers } of records) {
    if (!byTopic.has(topic)) byTopic.set(topic, { topic, messages: [] });
    byTopic.get(topic)!.messages.push({ partition, key: asBuffer(key), value: asBuffer(value), headers: { ...headers } });
  }
  return [...byTopic.values()];
};

const lastText = (value: IHeaders[string]): string => String((Array.isArray(value) ? value.at(-1) : value) ?? '');

/** What the client read, whoever wrote it: without a header, with one twice, with bytes that are no text. */
export const fromKafkajs = ({ key, value, headers, offset }: KafkaMessage): InRecord =>
  ({ key, value, headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, lastText(text)])), offset });
