import { murmur2, partitionOf } from './partition-of.js';

// The first five are the vectors of Kafka's own tests of its Java client; a key that moves would tear a tenant's order apart.
it.each([
  ['21', -973_932_308, 12], ['foobar', -790_332_482, 30], ['a-little-bit-long-string', -985_981_536, 32], ['a-little-bit-longer-string', -1_486_304_829, 35],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971, 29], ['abc', 479_470_107, 27],
])('%s hashes to %i and lies in partition %i of 48', (key, hash, partition) => {
  expect([murmur2(Buffer.from(key)), partitionOf(key, 48), partitionOf(Buffer.from(key), 48)]).toEqual([hash, partition, partition]);
});

it('takes bytes, and a text for its bytes in UTF-8', () => {
  expect(partitionOf('protégé', 48)).toBe(partitionOf(new TextEncoder().encode('protégé'), 48));
  expect(partitionOf(new Uint8Array(0), 48)).toBe((murmur2(new Uint8Array(0)) & 0x7fffffff) % 48);
});
