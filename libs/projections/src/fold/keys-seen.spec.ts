import fc from 'fast-check';
import { KeysSeen } from './keys-seen.js';
import type { TableShape } from './tables.js';

const shape: TableShape = {
  table: 'read.thing_fact', key: ['thingId', 'knownFrom'],
  columns: [{ column: 'thing_id', property: 'thingId', type: 'text' }, { column: 'known_from', property: 'knownFrom', type: 'bigint' }, { column: 'data', property: 'data', type: 'jsonb' }],
};
type Thing = { thingId: string };
const cells = (property: string) => (thing: Thing) => (thing as Record<string, unknown>)[property];
const look = (seen: KeysSeen, ...ids: string[]) => seen.worthALook(shape, ['thingId'], ids.map((thingId) => ({ thingId })), ({ thingId }) => [thingId]).map(({ thingId }) => thingId);
const write = (seen: KeysSeen, ...ids: string[]) => seen.note(shape, ids.map((thingId) => ({ thingId })), cells);

it('never keeps a key from being looked for that was written, however many there are', () => fc.assert(fc.property(
  fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 30 }), { maxLength: 30 }), (batches) => {
    const seen = new KeysSeen();
    look(seen);
    for (const batch of batches) write(seen, ...batch);
    const written = batches.flat();
    expect(look(seen, ...written)).toEqual(written);
  })));

it('spares the look for nearly all that were not, when it has grown as well', () => {
  const seen = new KeysSeen();
  look(seen);
  write(seen, ...Array.from({ length: 20_000 }, (_, at) => `old ${at}`));
  expect(look(seen, ...Array.from({ length: 1_000 }, (_, at) => `new ${at}`)).length).toBeLessThan(100);
});

it('knows nothing of a table that was written before the first look', () => {
  const seen = new KeysSeen();
  write(seen, 'early');
  expect(look(seen, 'early', 'new')).toEqual(['early', 'new']);
});

it('knows nothing any more once somebody else wrote', () => {
  const seen = new KeysSeen();
  look(seen);
  seen.lose();
  expect(look(seen, 'perhaps')).toEqual(['perhaps']);
});

it('does not trust a column whose values have several spellings', () =>
  expect(new KeysSeen().worthALook(shape, ['data'], [{ data: { a: 1 } }], ({ data }) => [data])).toHaveLength(1));
