import type { Cell, Sum, Table } from '../table/table.js';
import { changed } from './renewal.js';
import type { PastRelease, Snapshot } from './snapshot.js';

/** Several releases as one table. A cell behind which the same people stand in two of them is one cell: whoever learns it of one knows it of the other. */
export interface Together {
  readonly table: Table;
  /** The cells of this table, by the ids of the newest release. */
  readonly nowAs: ReadonlyMap<string, string>;
  /** Cells that a past release showed, afresh. */
  readonly known: ReadonlySet<string>;
  /** Cells of past releases that none of them showed. */
  readonly hidden: ReadonlySet<string>;
}

export const together = (past: readonly PastRelease[], now: Snapshot): Together => {
  const snapshots = [...past.map(({ snapshot }) => snapshot), now];
  const cells = new Map<string, Cell>();
  const sums = new Map<string, Sum>();
  const names: Map<string, string>[] = [];
  for (const [release, snapshot] of snapshots.entries()) {
    const named = new Map<string, string>();
    names.push(named);
    for (const [id, { people }] of snapshot.cells) {
      const last = snapshots.slice(0, release).findLastIndex((earlier) => earlier.cells.has(id));
      const isTheSame = last >= 0 && changed(snapshots[last]!.cells.get(id)!.people, people) === 0;
      named.set(id, isTheSame ? names[last]!.get(id)! : `${release}:${id}`);
    }
    for (const [id, { people, guarded, follows }] of snapshot.cells) {
      const name = named.get(id)!;
      const follow = follows === undefined ? undefined : named.get(follows)!;
      cells.set(name, { id: name, count: people.size, guarded: guarded || (cells.get(name)?.guarded ?? false), ...(follow === undefined ? {} : { follows: follow }) });
    }
    for (const { total, parts } of snapshot.sums) {
      const sum = { total: named.get(total)!, parts: parts.map((part) => named.get(part)!) };
      sums.set(JSON.stringify(sum), sum);
    }
  }
  const nowAs = names.at(-1)!;
  const known = new Set(past.flatMap(({ fresh }, release) => [...fresh].map((id) => names[release]!.get(id)!)));
  const ofNow = new Set(nowAs.values());
  const hidden = new Set([...cells.keys()].filter((name) => !ofNow.has(name) && !known.has(name)));
  return { table: { cells: [...cells.values()], sums: [...sums.values()] }, nowAs, known, hidden };
};
