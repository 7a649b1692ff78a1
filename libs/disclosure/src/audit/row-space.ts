import type { Knowledge } from './constraints.js';
import { fraction, isZero, minus, over, times, type Fraction } from './fraction.js';

type SparseRow = Map<number, Fraction>;

/** The hidden cells that follow exactly from what is shown: those whose unit vector lies in the row space of the constraints. In reduced row echelon form that
 * is a row with a single entry. In exact rationals. */
export const recoverable = ({ cells, constraints }: Knowledge): string[] => {
  const reduced: { readonly pivot: number; readonly row: SparseRow }[] = [];
  const subtract = (row: SparseRow, factor: Fraction, other: SparseRow): void => {
    for (const [cell, entry] of other) {
      const left = minus(row.get(cell) ?? fraction(0n), times(factor, entry));
      if (isZero(left)) row.delete(cell);
      else row.set(cell, left);
    }
  };
  for (const { terms } of constraints) {
    const row: SparseRow = new Map();
    for (const [cell, sign] of terms) subtract(row, fraction(-1n), new Map([[cell, fraction(BigInt(sign))]]));
    for (const known of reduced) {
      const factor = row.get(known.pivot);
      if (factor) subtract(row, factor, known.row);
    }
    const [pivot] = [...row.keys()];
    if (pivot === undefined) continue;
    const by = row.get(pivot)!;
    for (const [cell, entry] of row) row.set(cell, over(entry, by));
    for (const known of reduced) {
      const factor = known.row.get(pivot);
      if (factor) subtract(known.row, factor, row);
    }
    reduced.push({ pivot, row });
  }
  return reduced.filter(({ row }) => row.size === 1).map(({ pivot }) => cells[pivot]!);
};
