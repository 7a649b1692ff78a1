import { tenantId, type StoredEvent } from '@vouchsafe/event-schema';
import { chainStart, digestOf, extendChain, leafOf, provenBy } from './chain.js';

const TENANT = tenantId('00000000-0000-4000-8000-000000000001');
const event: Omit<StoredEvent, 'data'> = {
  tenant: TENANT, position: 41, stream: 'commitment-ä', version: 7, type: 'Told', schemaVersion: 3, occurredOn: '2026-01-01', recordedAt: '2026-01-02T03:04:05.678Z',
  actor: 'person:amara', requestKey: 'k', correlation: 'c', causation: null,
};

it.each<[string, Partial<StoredEvent>, string]>([
  ['an ordinary event', {}, '{"a":1}'],
  ['texts of two, three and four bytes a character', { stream: 'ß – 🌱'.repeat(40), causation: 'naïve' }, '{"note":"…🌱"}'],
  ['more text than ever before', { correlation: '→'.repeat(5_000) }, `"${'x'.repeat(100_000)}"`],
  ['little text after much', {}, 'null'],
])('is reckoned for %s in one go as it is step by step', (_what, change, dataText) => {
  const changed = { ...event, ...change };
  const before = chainStart(TENANT);
  const digest = digestOf(dataText);
  expect(provenBy(before.toString('hex'), changed, dataText)).toEqual({ digest: digest.toString('hex'), chain: extendChain(before, leafOf(changed, digest)).toString('hex') });
});
