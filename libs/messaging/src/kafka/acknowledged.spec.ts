import type { OutRecord } from '../log-transport.js';
import { mustBeAcknowledged } from './acknowledged.js';

const sent = [0, 1, 1].map((partition): OutRecord => ({ topic: 't', partition, key: new Uint8Array(0), value: new Uint8Array(0), headers: {} }));

it('does not take for acknowledged what only its neighbours were', () => {
  expect(() => mustBeAcknowledged(sent, [{ topic: 't', partition: 0 }, { topic: 't', partition: 1 }])).not.toThrow();
  expect(() => mustBeAcknowledged(sent, [{ topic: 't', partition: 0 }])).toThrow('Kafka did not acknowledge what was sent to t/1.');
  expect(() => mustBeAcknowledged(sent, [{ topic: 't', partition: 0 }, { topic: 'u', partition: 1 }])).toThrow();
});
