import type { TableShape } from './tables.js';

const BITS_A_KEY = 10;
const HASHES = 4;
const FIRST_LAYER = 1_024; // keys
const MOST_KEYS = 1_000_000; // some 1.6 MB

/** Types whose values have one text each: of others, one that was written might be asked for in another spelling. */
const PLAIN = new Set(['text', 'integer', 'bigint', 'smallint', 'date', 'boolean']);

/** A set that says "perhaps" of some that are not in it, and "no" only of those: see Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (1970).
 * Grows by layers. With ten bits a key and four hashes about one in a hundred is taken for another. */
class PerhapsSet {
  private readonly layers: { readonly words: Int32Array; readonly room: number; keys: number }[] = [];
  private keys = 0;

  get isFull(): boolean {
    return this.keys > MOST_KEYS;
  }

  add(values: readonly unknown[]): void {
    let layer = this.layers.at(-1);
    if (!layer || layer.keys >= layer.room) {
      const room = layer ? layer.room * 4 : FIRST_LAYER;
      this.layers.push(layer = { words: new Int32Array(Math.ceil((room * BITS_A_KEY) / 32)), room, keys: 0 });
    }
    layer.keys += 1;
    this.keys += 1;
    const { words } = layer;
    const [a, b] = hashOf(values);
    for (let at = 0; at < HASHES; at += 1) {
      const bit = ((a + Math.imul(at, b)) >>> 0) % (words.length * 32);
      words[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  mayHold(values: readonly unknown[]): boolean {
    const [a, b] = hashOf(values);
    return this.layers.some(({ words }) => {
      for (let at = 0; at < HASHES; at += 1) {
        const bit = ((a + Math.imul(at, b)) >>> 0) % (words.length * 32);
        if ((words[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
      }
      return true;
    });
  }
}

/** Two hashes of 32 bits in one walk (FNV-1a, and the same with another prime); the second is odd, so that its multiples differ. */
const hashOf = (values: readonly unknown[]): [number, number] => {
  let [a, b] = [0x811c9dc5, 0x2545f491];
  for (const value of values) {
    const text = String(value);
    for (let at = 0; at <= text.length; at += 1) {
      const code = at === text.length ? 0x1_0000 : text.charCodeAt(at); // an end that no text holds
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
    }
  }
  return [a ^ (a >>> 15), (b ^ (b >>> 13)) | 1];
};

/** Which keys the tables of a build may hold, known from its first event on by the one runner that folds it: a key that was never written need not be looked for.
 * Whoever finds that another wrote as well lets go of it. */
export class KeysSeen {
  private readonly sets = new Map<string, Map<string, { readonly properties: readonly string[]; seen: PerhapsSet }>>();
  private readonly written = new Set<string>();
  private isLost = false;

  /** Somebody wrote what was not seen here. */
  lose(): void {
    this.isLost = true;
    this.sets.clear();
  }

  /** Those of the keys that a row may have.
   * @param valuesOf the values of `properties` of a key */
  worthALook<T>(shape: TableShape, properties: readonly string[], keys: readonly T[], valuesOf: (key: T) => readonly unknown[]): readonly T[] {
    if (this.isLost) return keys;
    const sets = this.sets.get(shape.table) ?? new Map<string, { properties: readonly string[]; seen: PerhapsSet }>();
    this.sets.set(shape.table, sets);
    const known = sets.get(properties.join());
    if (known) return known.seen.isFull ? keys : keys.filter((key) => known.seen.mayHold(valuesOf(key)));
    const isPlain = properties.every((property) => PLAIN.has(shape.columns.find((column) => column.property === property)?.type ?? ''));
    if (!isPlain || this.written.has(shape.table)) return keys; // it would not know of what was written before
    sets.set(properties.join(), { properties, seen: new PerhapsSet() });
    return [];
  }

  note<T>(shape: TableShape, items: readonly T[], cells: (property: string) => (item: T) => unknown): void {
    this.written.add(shape.table);
    for (const { properties, seen } of this.sets.get(shape.table)?.values() ?? []) {
      if (seen.isFull) continue;
      const read = properties.map(cells);
      for (const item of items) seen.add(read.map((valueOf) => valueOf(item)));
    }
  }
}
