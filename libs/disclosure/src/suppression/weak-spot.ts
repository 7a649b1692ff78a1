import type { Sum, Table } from '../table/table.js';
import { anyIsNarrow } from './leeway.js';

/** Where a choice of hidden cells fails, and the cells of which at least one more would have to be hidden: every better choice contains one of them. */
export interface WeakSpot { readonly hideOneOf: readonly string[] }

/** Looks for weak spots, and remembers what it found of groups of cells that hang together. */
export class WeakSpots {
  /** Cells of dictionaries gone through so far: the same for the same questions, unlike time. */
  work = 0;
  private readonly judged = new Map<string, boolean>();
  private readonly guarded: ReadonlySet<string>;
  private readonly sumsOf = new Map<string, Sum[]>();

  constructor(private readonly table: Table, private readonly k: number) {
    this.guarded = new Set(table.cells.filter((cell) => cell.guarded).map(({ id }) => id));
    for (const sum of table.sums) for (const id of [sum.total, ...sum.parts]) this.sumsOf.set(id, [...(this.sumsOf.get(id) ?? []), sum]);
  }

  /** @returns undefined if no guarded cell of `hidden` can be placed within less than k */
  first(hidden: ReadonlySet<string>): WeakSpot | undefined {
    for (const sum of this.table.sums) {
      const members = [sum.total, ...sum.parts];
      const inIt = members.filter((id) => hidden.has(id));
      if (inIt.length === 1 && this.guarded.has(inIt[0]!)) return { hideOneOf: members.filter((id) => id !== inIt[0]) };
    }
    for (const group of this.groups(hidden)) {
      // A choice that mends this group must first reach it: by a cell that stands in a sum with one of its own.
      if (!this.holds(group)) return { hideOneOf: [...new Set(group.flatMap((id) => this.sumsOf.get(id) ?? []).flatMap(({ total, parts }) => [total, ...parts]))].filter((id) => !hidden.has(id)) };
    }
    return undefined;
  }

  private holds(group: readonly string[]): boolean {
    const key = JSON.stringify(group);
    const known = this.judged.get(key);
    if (known !== undefined) return known;
    const { answer, work } = anyIsNarrow(this.table, group, this.k);
    this.work += work;
    this.judged.set(key, !answer);
    return !answer;
  }

  /** Hidden cells that stand in sums with each other, directly or over others. */
  private groups(hidden: ReadonlySet<string>): string[][] {
    const seen = new Set<string>();
    const found: string[][] = [];
    for (const { id: start } of this.table.cells) {
      if (!hidden.has(start) || seen.has(start)) continue;
      const group = [start];
      seen.add(start);
      for (let at = 0; at < group.length; at += 1) {
        for (const { total, parts } of this.sumsOf.get(group[at]!) ?? []) {
          for (const id of [total, ...parts]) {
            if (!hidden.has(id) || seen.has(id)) continue;
            seen.add(id);
            group.push(id);
          }
        }
      }
      found.push(group.sort());
    }
    return found;
  }
}
