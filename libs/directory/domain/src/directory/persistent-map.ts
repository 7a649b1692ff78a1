// A map that is never changed: setting a key makes a new map that shares all but a few small arrays with the old one. The fold of a
// directory of 100,000 people takes several hundred thousand steps, each of which must leave the state before it as it was.
// It is a trie over a hash of the key, sixteen branches to a level; keys that share a whole hash share a leaf.

interface Leaf<V> { readonly hash: number; readonly entries: readonly (readonly [string, V])[] }
type Branch<V> = readonly (Node<V> | undefined)[];
type Node<V> = Leaf<V> | Branch<V>;

export interface PersistentMap<V> { readonly size: number; readonly root: Node<V> | undefined }

const BITS = 4;
const { imul } = Math;
const isBranch = <V>(node: Node<V>): node is Branch<V> => !('hash' in node);
const slot = (hash: number, shift: number): number => (hash >>> shift) & 0xf;

const hashOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};

const withSlot = <V>(branch: Branch<V>, at: number, node: Node<V> | undefined): Branch<V> => {
  const copy = branch.slice();
  copy[at] = node;
  return copy;
};
const emptyBranch = <V>(): Branch<V> => new Array<Node<V> | undefined>(1 << BITS).fill(undefined);

const put = <V>(node: Node<V> | undefined, leaf: Leaf<V>, shift: number): Node<V> => {
  if (node === undefined) return leaf;
  if (isBranch(node)) return withSlot(node, slot(leaf.hash, shift), put(node[slot(leaf.hash, shift)], leaf, shift + BITS));
  if (node.hash !== leaf.hash) return put(withSlot(emptyBranch<V>(), slot(node.hash, shift), node), leaf, shift);
  const others = node.entries.filter(([key]) => key !== leaf.entries[0]![0]);
  return { hash: leaf.hash, entries: [...others, ...leaf.entries] };
};

const remove = <V>(node: Node<V> | undefined, key: string, hash: number, shift: number): Node<V> | undefined => {
  if (node === undefined) return undefined;
  if (isBranch(node)) return withSlot(node, slot(hash, shift), remove(node[slot(hash, shift)], key, hash, shift + BITS));
  const entries = node.entries.filter(([other]) => other !== key);
  return entries.length === 0 ? undefined : { hash: node.hash, entries };
};

export const emptyMap = <V>(): PersistentMap<V> => ({ size: 0, root: undefined });

export const valueAt = <V>({ root }: PersistentMap<V>, key: string): V | undefined => {
  const hash = hashOf(key);
  let node = root;
  for (let shift = 0; node !== undefined && isBranch(node); shift += BITS) node = node[slot(hash, shift)];
  return node?.entries.find(([other]) => other === key)?.[1];
};

export const withValue = <V>(map: PersistentMap<V>, key: string, value: V): PersistentMap<V> => ({
  size: map.size + (valueAt(map, key) === undefined ? 1 : 0),
  root: put(map.root, { hash: hashOf(key), entries: [[key, value]] }, 0),
});

export const withoutKey = <V>(map: PersistentMap<V>, key: string): PersistentMap<V> =>
  valueAt(map, key) === undefined ? map : { size: map.size - 1, root: remove(map.root, key, hashOf(key), 0) };

/** A map of these entries; of two with one key the later stands. */
export const mapOf = <V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> => {
  let map = emptyMap<V>();
  for (const [key, value] of entries) map = withValue(map, key, value);
  return map;
};

/** Every key and value, in an order that depends only on the keys. */
export function* entriesOf<V>({ root }: PersistentMap<V>): Generator<readonly [string, V]> {
  const ahead: (Node<V> | undefined)[] = [root];
  while (ahead.length > 0) {
    const node = ahead.pop();
    if (node === undefined) continue;
    if (isBranch(node)) ahead.push(...node);
    else yield* node.entries;
  }
}
