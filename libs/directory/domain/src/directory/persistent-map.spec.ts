import fc from 'fast-check';
import { emptyMap, entriesOf, valueAt, withoutKey, withValue } from './persistent-map.js';

// Two of these share their hash's low bits for several levels; the empty key is a key.
const key = fc.oneof(fc.constantFrom('', 'a', 'b', 'costarring', 'liquid'), fc.string({ maxLength: 3 }));
const step = fc.oneof(fc.record({ set: key, to: fc.nat(9) }), fc.record({ remove: key }));

it('holds what a plain map holds after the same steps, and leaves every earlier map as it was', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    let map = emptyMap<number>();
    const plain = new Map<string, number>();
    const earlier: { map: typeof map; entries: (readonly [string, number])[] }[] = [];
    for (const one of steps) {
      earlier.push({ map, entries: [...entriesOf(map)] });
      if ('set' in one) {
        map = withValue(map, one.set, one.to);
        plain.set(one.set, one.to);
      } else {
        map = withoutKey(map, one.remove);
        plain.delete(one.remove);
      }
      expect(map.size).toBe(plain.size);
    }
    expect(new Map(entriesOf(map))).toEqual(plain);
    for (const name of plain.keys()) expect(valueAt(map, name)).toBe(plain.get(name));
    for (const before of earlier) expect([...entriesOf(before.map)]).toEqual(before.entries);
  }));
});

it('keeps keys apart whose hashes are the same', () => {
  const map = withValue(withValue(emptyMap<number>(), 'costarring', 1), 'liquid', 2);
  expect([valueAt(map, 'costarring'), valueAt(map, 'liquid'), map.size]).toEqual([1, 2, 2]);
  expect([...entriesOf(withoutKey(map, 'liquid'))]).toEqual([['costarring', 1]]);
});
