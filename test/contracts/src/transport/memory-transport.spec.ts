import { MemoryBroker, MemoryLogTransport } from '@vouchsafe/messaging';
import { transportContract } from './transport.contract.js';

const asText = (headers: Record<string, Uint8Array | string>) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value as string).toString()]));

transportContract('the twin in memory', async () => {
  const broker = new MemoryBroker();
  return {
    session: 500,
    open: async () => new MemoryLogTransport(broker),
    put: async (ref, record) => broker.put(ref, { ...record, headers: asText(record.headers) }),
    deleteTopic: async (topic) => broker.deleteTopic(topic),
    async frail() {
      const frail = new MemoryBroker();
      return { open: async () => new MemoryLogTransport(frail), stop: async () => frail.stop(), start: async () => frail.start(), close: async () => {} };
    },
    close: async () => {},
  };
});
