import type { Table } from '../table/table.js';
import { knowledgeOf } from './constraints.js';
import { rangesInThread, type RangeSolver } from './feasible-ranges.js';
import { recoverable } from './row-space.js';

export interface AuditVerdict {
  readonly passed: boolean;
  /** How many cells were hidden. */
  readonly hidden: number;
  /** Guarded cells that follow exactly from what is shown. */
  readonly recovered: readonly string[];
  /** Guarded cells that what is shown places within less than k. */
  readonly narrowed: readonly { readonly cell: string; readonly least: number; readonly greatest: number }[];
}

const SOLVED_TO = 1e-6;

/** Tries to find out what is hidden, by all totals together: exactly, by elimination, and within bounds, by linear programming over counts that are not negative.
 * Written apart from what hides, and sharing nothing with it but the table, so that one mistake does not pass twice.
 * @param k how far apart the least and the greatest value of a hidden cell must be, in whole people
 * @throws Error for a table whose sums do not hold */
export const audit = async (table: Table, hidden: ReadonlySet<string>, k: number, ranges: RangeSolver = rangesInThread): Promise<AuditVerdict> => {
  const knowledge = knowledgeOf(table, hidden);
  const guarded = new Set(table.cells.filter((cell) => cell.guarded).map(({ id }) => id));
  const recovered = recoverable(knowledge).filter((cell) => guarded.has(cell));
  const narrowed = (await ranges(knowledge)).flatMap(({ least, greatest }, at) => {
    const cell = knowledge.cells[at]!;
    const range = { cell, least: Math.max(0, Math.ceil(least - SOLVED_TO)), greatest: Math.floor(greatest + SOLVED_TO) };
    return guarded.has(cell) && range.greatest - range.least < k ? [range] : [];
  });
  return { passed: recovered.length === 0 && narrowed.length === 0, hidden: knowledge.cells.length, recovered, narrowed };
};
