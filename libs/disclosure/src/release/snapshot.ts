import type { Sum, Table } from '../table/table.js';

/** A cell with the people behind it. Ids are only compared. */
export interface PeopledCell { readonly people: ReadonlySet<string>; readonly guarded: boolean; readonly follows?: string }

/** Everything that a release could show, as of its freeze day. */
export interface Snapshot { readonly cells: ReadonlyMap<string, PeopledCell>; readonly sums: readonly Sum[] }

/** A release made before: what it counted, and the cells that it showed afresh. */
export interface PastRelease { readonly snapshot: Snapshot; readonly fresh: ReadonlySet<string> }

export const tableOf = ({ cells, sums }: Snapshot): Table => ({
  cells: [...cells].map(([id, { people, guarded, follows }]) => ({ id, count: people.size, guarded, ...(follows === undefined ? {} : { follows }) })), sums,
});
