import { IncompatibleBroker, openKafka, type KafkaClient } from '@vouchsafe/messaging';
import { fakeBroker, KAFKA_4, type Ranges } from './fake-broker.js';

const OLDER: Ranges = { ...KAFKA_4, 0: [0, 5], 1: [0, 10] };
const [PRODUCE, FETCH, INIT_PRODUCER_ID] = [0, 1, 22];

/** What opening a transport to such a broker comes to, and what was asked of the broker. */
const opening = async (client: KafkaClient, ranges: Ranges, answer?: (bytes: Buffer) => Buffer) => {
  const { broker, requests, close } = await fakeBroker(ranges, answer);
  const fault = await openKafka({ client, clientId: 'spec', brokers: [broker] }).then((transport) => transport.close(), (error: Error) => error);
  await close();
  return { fault, broker, requests };
};

describe('K18: before a client connects', () => {
  it.each<KafkaClient>(['kafkajs', 'platformatic'])('%s may talk to a broker 4.2', async (client) => {
    expect(await opening(client, KAFKA_4)).toMatchObject({ fault: undefined, requests: [18] });
  });

  it('refuses a broker that has become too new, with one sentence, and asks nothing else of it', async () => {
    const { fault, broker, requests } = await opening('kafkajs', { ...KAFKA_4, [FETCH]: [12, 18] });
    expect(fault).toBeInstanceOf(IncompatibleBroker);
    expect(fault!.message).toBe(
      `The Kafka broker ${broker} is too new for kafkajs 2.2.4: of Fetch it accepts versions 12 to 18, and the client sends versions 0 to 11; run an older broker, or let the other client speak (platformatic).`);
    expect(requests).toEqual([18]);
  });

  it('refuses a broker that is too old', async () => {
    const { fault, broker, requests } = await opening('platformatic', OLDER);
    expect(fault!.message).toBe(`The Kafka broker ${broker} is too old for @platformatic/kafka 1.35.0: of Produce it accepts versions 0 to 5, and the client sends versions 7 to 11; upgrade the broker.`);
    expect(requests).toEqual([18]);
  });

  it('refuses a broker without a request that is needed', async () => {
    const { [INIT_PRODUCER_ID]: _without, ...ranges } = KAFKA_4;
    expect((await opening('kafkajs', ranges)).fault!.message).toMatch(/does not know the request InitProducerId, which kafkajs 2.2.4 needs/);
  });

  it('asks for what signing in needs only where one signs in', async () => {
    const { broker, close } = await fakeBroker({ ...KAFKA_4, 36: [3, 4] });
    const options = { clientId: 'spec', brokers: [broker] };
    await (await openKafka(options)).close();
    await expect(openKafka({ ...options, sasl: { mechanism: 'plain', username: 'u', password: 'p' } })).rejects.toThrow(/too new for kafkajs 2.2.4: of SaslAuthenticate it accepts versions 3 to 4/);
    await close();
  });

  it('refuses as soon as one of several brokers will not do, and does without those that are away', async () => {
    const [good, bad, gone] = [await fakeBroker(KAFKA_4), await fakeBroker({ ...KAFKA_4, [PRODUCE]: [8, 13] }), await fakeBroker(KAFKA_4)];
    await gone.close();
    await (await openKafka({ clientId: 'spec', brokers: [gone.broker, good.broker] })).close();
    await expect(openKafka({ clientId: 'spec', brokers: [gone.broker, good.broker, bad.broker] })).rejects.toThrow(`The Kafka broker ${bad.broker} is too new`);
    await expect(openKafka({ clientId: 'spec', brokers: [gone.broker] })).rejects.toThrow(/ECONNREFUSED/);
    await Promise.all([good.close(), bad.close()]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['another protocol', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['the answer to another question', (bytes) => { bytes.writeInt32BE(7, 4); return bytes; }],
    ['an error', (bytes) => { bytes.writeInt16BE(35, 8); return bytes; }],
    ['a list that is longer than the answer', (bytes) => { bytes.writeInt32BE(1_000, 10); return bytes; }],
    ['a negative size', (bytes) => { bytes.writeInt32BE(-1, 0); return bytes; }],
  ])('says so where what answers is no broker, or makes no sense: %s', async (_what, answer) => {
    expect((await opening('kafkajs', KAFKA_4, answer)).fault!.message).toMatch(/is no Kafka broker|does not say which requests it accepts/);
  });

  it('does not wait for ever for the rest of an answer', async () => {
    const { broker, close } = await fakeBroker(KAFKA_4, (bytes) => bytes.subarray(0, 3));
    await expect(openKafka({ clientId: 'spec', brokers: [broker] })).rejects.toThrow(/has not answered within 5 s/);
    await close();
  }, 30_000);
});
