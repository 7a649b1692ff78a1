import { Counted, Forgotten, Moved, tally } from '../tally.fixtures.js';
import { folding } from '../testing.js';

const events = [
  Counted.of({ key: 'a', by: 1 }), Moved.of({ key: 'a', to: 'Leeds' }), Counted.of({ key: 'b', by: 5 }), Moved.of({ key: 'b', to: 'Hull' }), Counted.of({ key: 'a', by: 2 }),
  Moved.of({ key: 'a', to: 'York' }), Forgotten.of({ key: 'b' }), Counted.of({ key: 'b', by: 7 }), Moved.of({ key: 'a', to: 'Ripon' }), Forgotten.of({ key: 'a' }), Moved.of({ key: 'a', to: 'Leeds' }),
];
const cut = () => folding(tally(), ...events).inBatchesOf(1, 2, 3, 7, 1_000);

it('leaves the same rows however the log is cut into batches', () => cut().leaves({ key: 'b', total: 7, seen: [8] }));

it('leaves the same beliefs however the log is cut into batches', () => cut().leavesIn('place',
  { key: 'a', place: 'Leeds', knownFrom: 2, knownTo: 6 }, { key: 'a', place: 'York', knownFrom: 6, knownTo: 9 }, { key: 'a', place: 'Ripon', knownFrom: 9, knownTo: 10 },
  { key: 'a', place: 'Leeds', knownFrom: 11, knownTo: null }, { key: 'b', place: 'Hull', knownFrom: 4, knownTo: 7 }));

it('folds an event once into a row, however often that names it', async () => {
  const projection = tally({ version: 3, keysOf: ({ data }) => [data.key, 'all', data.key, 'all'] });
  const cuts = folding(projection, Counted.of({ key: 'a', by: 1 }), Moved.of({ key: 'a', to: 'Leeds' }), Counted.of({ key: 'b', by: 5 })).inBatchesOf(1, 3);
  await cuts.leaves({ key: 'a', total: 1, seen: [1] }, { key: 'all', total: 6, seen: [1, 3] }, { key: 'b', total: 5, seen: [3] });
  await cuts.leavesIn('place', { key: 'a', knownFrom: 2, knownTo: null }, { key: 'all', knownFrom: 2, knownTo: null });
});

it('would notice a fold that depends on the cut', async () => {
  let batches = 0;
  const careless = tally({ version: 2, around: async (batch, tables) => { await tables.put('tally', [{ key: `batch ${batch[0]!.position}`, total: (batches += 1), seen: [] }]); } });
  await expect(folding(careless, ...events).inBatchesOf(1, 2).leaves()).rejects.toThrow(/toEqual/);
});

it('lets pass what the projection does not read', () =>
  folding(tally(), { type: 'Other', data: {} }, Counted.of({ key: 'a', by: 1 }), { type: 'Other', data: {} }).inBatchesOf(1, 2, 3).leaves({ key: 'a', total: 1, seen: [2] }));
