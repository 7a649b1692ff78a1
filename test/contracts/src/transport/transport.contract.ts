import type { LogTransport, TopicSpec } from '@vouchsafe/messaging';
import { ownTopic } from '@vouchsafe/messaging/testing';
import { membership, slowCall } from './membership.contract.js';
import { publishing } from './publishing.contract.js';
import { PATIENT, type Subject, type TransportUnderTest } from './subject.js';
import { subscribing } from './subscribing.contract.js';

/** What every transport of the log must do, whatever carries it: run it on each. The numbers are those of the cases in the design of Kafka's part. */
export const transportContract = (name: string, make: () => Promise<TransportUnderTest>): void => describe(`${name} as a transport of the log`, () => {
  jest.setTimeout(2 * PATIENT);
  let made: TransportUnderTest;
  const opened: LogTransport[] = [];
  beforeAll(async () => { made = await make(); }, PATIENT);
  afterAll(async () => {
    await Promise.all(opened.map((transport) => transport.close()));
    await made?.close();
  }, PATIENT);
  const open: Subject['open'] = async (options) => {
    const transport = await made.open(options);
    opened.push(transport);
    return transport;
  };
  const topic = async (partitions = 1): Promise<TopicSpec> => {
    const spec = ownTopic({ topic: 'contract', partitions });
    await (await open()).ensureTopics([spec]);
    return spec;
  };
  const subject: Subject = { open, topic, under: () => made, group: () => ownTopic({ topic: 'group', partitions: 0 }).topic };
  const slow = slowCall(subject);
  beforeAll(() => slow.begin(), PATIENT);
  publishing(subject);
  subscribing(subject);
  membership(subject, slow);
});
