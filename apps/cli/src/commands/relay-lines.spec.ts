import type { BucketStatus } from '@vouchsafe/messaging';
import { relayLines, relaySummary } from './relay-lines.js';

const aBucket = (bucket: number, over: Partial<BucketStatus> = {}): BucketStatus =>
  ({ bucket, owner: 'one', epoch: 1, tenantsBehind: 0, eventsBehind: 0, oldestUnpublishedSeconds: null, ...over });

it('puts neighbours of one owner with nothing to do into one line, and nothing else', () => {
  const behind = { tenantsBehind: 1, eventsBehind: 5, oldestUnpublishedSeconds: 3.6 };
  const status = [aBucket(0), aBucket(1), aBucket(2, behind), aBucket(3, behind), aBucket(4), aBucket(5, { epoch: 2 }), aBucket(6, { owner: null, epoch: 2 }), aBucket(7, { owner: null, epoch: 2 })];
  const quiet = { 'organizations behind': 0, events: 0, 'oldest, s': '' };
  const late = { owner: 'one', epoch: 1, 'organizations behind': 1, events: 5, 'oldest, s': 4 };
  expect(relayLines(status)).toEqual([
    { bucket: '0–1', owner: 'one', epoch: 1, ...quiet }, { bucket: '2', ...late }, { bucket: '3', ...late }, { bucket: '4', owner: 'one', epoch: 1, ...quiet },
    { bucket: '5', owner: 'one', epoch: 2, ...quiet }, { bucket: '6–7', owner: 'nobody', epoch: 2, ...quiet },
  ]);
});

it('says it in a sentence', () => {
  expect(relaySummary([aBucket(0), aBucket(1)])).toBe('1 relay looks after 2 of 2 buckets. Everything is published.');
  expect(relaySummary([aBucket(0), aBucket(1, { owner: 'two', tenantsBehind: 2, eventsBehind: 1_200, oldestUnpublishedSeconds: 61.2 }), aBucket(2, { owner: null })]))
    .toBe('2 relays look after 2 of 3 buckets. 2 organizations are behind, by 1,200 events; the oldest has waited 61 s.');
});
