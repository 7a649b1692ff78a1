import { totalsOf, type Table } from '../table/table.js';

const isFew = (count: number, k: number): boolean => count > 0 && count < k;

/** The cells that may not be shown for what they are themselves: those of 1 … k − 1 people, and those that leave so few of a total they are part of.
 * Nobody at all is shown: an empty cell is what an audit of access looks for.
 * @param hiddenToo cells that are hidden for a reason of their own, such as all or none of a group having a trait
 * @see Centers for Medicare & Medicaid Services, cell size suppression policy */
export const thinCells = (table: Table, k: number, hiddenToo: readonly string[] = []): ReadonlySet<string> => {
  const counts = new Map(table.cells.map(({ id, count }) => [id, count]));
  const guarded = new Set(table.cells.filter((cell) => cell.guarded).map(({ id }) => id));
  const totals = totalsOf(table);
  const leavesFew = (id: string, count: number): boolean => [...totals.get(id)!].some((total) => guarded.has(total) && isFew(counts.get(total)! - count, k));
  const thin = new Set(hiddenToo);
  for (const { id, count } of table.cells) if (guarded.has(id) && (isFew(count, k) || leavesFew(id, count))) thin.add(id);
  return withFollowers(table, thin);
};

/** What is hidden, and what means nothing without it.
 * @param known what is known already: it stays so */
export const withFollowers = ({ cells }: Table, hidden: ReadonlySet<string>, known: ReadonlySet<string> = new Set()): Set<string> => {
  const all = new Set(hidden);
  for (let size = -1; size !== all.size;) {
    size = all.size;
    for (const { id, follows } of cells) if (follows !== undefined && all.has(follows) && !known.has(id)) all.add(id);
  }
  return all;
};

/** A rate of which all or none have the thing counted tells of each of them: hidden where that is a trait, an answer to a pulse or a concern. */
export const isAllOrNone = (part: number, whole: number): boolean => whole > 0 && (part === 0 || part === whole);
