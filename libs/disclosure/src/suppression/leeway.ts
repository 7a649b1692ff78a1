import type { Table } from '../table/table.js';

const EPSILON = 1e-9;

/** How the hidden counts may move together while every sum stays true: a basis of the null space, one row per hidden cell, one column per freedom. */
const freedoms = (equations: readonly (readonly number[])[], cells: number): number[][] => {
  const rows = equations.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < cells && pivots.length < rows.length; column += 1) {
    const at = pivots.length;
    let best = at;
    for (let row = at + 1; row < rows.length; row += 1) if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
    if (Math.abs(rows[best]![column]!) < EPSILON) continue;
    [rows[at], rows[best]] = [rows[best]!, rows[at]!];
    const pivot = rows[at]!;
    const by = pivot[column]!;
    for (let index = column; index < cells; index += 1) pivot[index]! /= by;
    for (const row of rows) {
      const factor = row === pivot ? 0 : row[column]!;
      if (factor !== 0) for (let index = column; index < cells; index += 1) row[index]! -= factor * pivot[index]!;
    }
    pivots.push(column);
  }
  const free = Array.from({ length: cells }, (_, column) => column).filter((column) => !pivots.includes(column));
  const basis = Array.from({ length: cells }, () => new Array<number>(free.length).fill(0));
  for (const [index, column] of free.entries()) {
    basis[column]![index] = 1;
    for (const [row, pivot] of pivots.entries()) basis[pivot]![index] = -rows[row]![column]! || 0;
  }
  return basis;
};

/** The simplex method by dictionaries, from the true counts, which are a feasible point: the freedoms start outside the basis and may go either way, each
 * hidden count is basic and may not fall below 0. Bland's rule, so that it ends.
 * @returns how far the objective can rise, at most `enough`; and the cells of the dictionaries gone through */
const rise = (basis: readonly (readonly number[])[], counts: readonly number[], objective: readonly number[], enough: number): { risen: number; work: number } => {
  const width = objective.length;
  const rows = basis.map((row) => [...row]);
  const values = [...counts];
  const gains = [...objective];
  // Variables by number: freedoms first, then the hidden counts.
  const outside = Array.from({ length: width }, (_, index) => index);
  const inside = Array.from({ length: rows.length }, (_, index) => width + index);
  const isFree = (variable: number): boolean => variable < width;
  const size = rows.length * width;
  let risen = 0;
  for (let work = size; ; work += size) {
    let entering = -1;
    for (let j = 0; j < width; j += 1) {
      const helps = isFree(outside[j]!) ? Math.abs(gains[j]!) > EPSILON : gains[j]! > EPSILON;
      if (helps && (entering < 0 || outside[j]! < outside[entering]!)) entering = j;
    }
    if (entering < 0) return { risen, work };
    const way = Math.sign(gains[entering]!);
    let leaving = -1;
    let step = Infinity;
    for (let i = 0; i < rows.length; i += 1) {
      const slope = rows[i]![entering]! * way;
      if (isFree(inside[i]!) || slope > -EPSILON) continue;
      const reach = Math.max(0, values[i]!) / -slope;
      if (reach < step - EPSILON || (reach < step + EPSILON && inside[i]! < inside[leaving]!)) [leaving, step] = [i, reach];
    }
    if (leaving < 0) return { risen: enough, work };
    risen += Math.abs(gains[entering]!) * step;
    if (risen > enough - EPSILON) return { risen: enough, work };
    const row = rows[leaving]!;
    const by = row[entering]!;
    for (let j = 0; j < width; j += 1) row[j] = j === entering ? 1 / by : -row[j]! / by;
    const value = -values[leaving]! / by;
    values[leaving] = value;
    for (let i = 0; i < rows.length; i += 1) {
      if (i === leaving) continue;
      const other = rows[i]!;
      const factor = other[entering]!;
      if (factor === 0) continue;
      values[i]! += factor * value;
      for (let j = 0; j < width; j += 1) other[j] = j === entering ? factor * row[j]! : other[j]! + factor * row[j]!;
    }
    const gain = gains[entering]!;
    for (let j = 0; j < width; j += 1) gains[j] = j === entering ? gain * row[j]! : gains[j]! + gain * row[j]!;
    [outside[entering], inside[leaving]] = [inside[leaving]!, outside[entering]!];
  }
};

/** Whether a reader of the rest could place one of these hidden cells within less than `k`, by how far it may rise and fall in whole people.
 * @param hidden ids, all that is hidden in sums with each other
 * @returns the answer, and how much work it was in cells of dictionaries */
export const anyIsNarrow = (table: Table, hidden: readonly string[], k: number): { answer: boolean; work: number } => {
  const at = new Map(hidden.map((id, index) => [id, index]));
  const known = new Map(table.cells.map((cell) => [cell.id, cell]));
  const equations = table.sums.flatMap(({ total, parts }) => {
    if (!at.has(total) && !parts.some((part) => at.has(part))) return [];
    const row = new Array<number>(hidden.length).fill(0);
    if (at.has(total)) row[at.get(total)!]! += 1;
    for (const part of parts) if (at.has(part)) row[at.get(part)!]! -= 1;
    return [row];
  });
  const basis = freedoms(equations, hidden.length);
  const counts = hidden.map((id) => known.get(id)!.count);
  let work = equations.length * hidden.length;
  const wholeRise = (direction: readonly number[]): number => {
    const found = rise(basis, counts, direction, k);
    work += found.work;
    return Math.floor(found.risen + 1e-6);
  };
  const answer = hidden.some((id, index) => {
    if (!known.get(id)!.guarded) return false;
    const direction = basis[index]!;
    const up = wholeRise(direction);
    return up < k && up + wholeRise(direction.map((entry) => -entry || 0)) < k;
  });
  return { answer, work };
};
