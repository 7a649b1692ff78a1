import { audit } from '../audit/audit.js';
import { rangesHere } from '../solver.fixtures.js';
import { lattice, placeId, sumsOf } from '../table/lattice.js';
import type { Table } from '../table/table.js';
import { hideComplements } from './complementary.js';
import { smallestGroup } from './smallest-group.js';
import { isAllOrNone, thinCells } from './thin.js';

/** A table of counts by two dimensions, with all its totals. */
const cross = (rows: readonly string[], columns: readonly string[], counts: readonly (readonly number[])[]): Table => {
  const grid = lattice([{ name: 'row', categories: rows }, { name: 'column', categories: columns }]);
  const countAt = (place: readonly (string | null)[]): number => counts.reduce((sum, line, r) => sum + line.reduce((inLine, count, c) =>
    inLine + ((place[0] ?? rows[r]) === rows[r] && (place[1] ?? columns[c]) === columns[c] ? count : 0), 0), 0);
  return { cells: grid.places.map((place) => ({ id: placeId(place), count: countAt(place), guarded: true })), sums: sumsOf(grid, placeId) };
};
const sponsored = cross(['L3', 'L4', 'L5'], ['W', 'M'], [[12, 18], [3, 22], [9, 14]]);
const L4W = placeId(['L4', 'W']);

describe('sponsored people by level and gender', () => {
  it('hides the four cells that hide the fewest people', () => {
    const { hidden, found } = hideComplements(sponsored, thinCells(sponsored, 5), 5);
    expect([...hidden].sort()).toEqual([['L4', 'M'], ['L4', 'W'], ['L5', 'M'], ['L5', 'W']].map(placeId));
    expect(found).toBe('EXACT');
  });

  it('and its audit finds them twelve wide', async () => {
    const { hidden } = hideComplements(sponsored, thinCells(sponsored, 5), 5);
    expect(await audit(sponsored, hidden, 5)).toEqual({ passed: true, hidden: 4, recovered: [], narrowed: [] });
    expect((await audit(sponsored, hidden, 13, rangesHere)).narrowed).toEqual([
      { cell: L4W, least: 0, greatest: 12 }, { cell: placeId(['L4', 'M']), least: 13, greatest: 25 },
      { cell: placeId(['L5', 'W']), least: 0, greatest: 12 }, { cell: placeId(['L5', 'M']), least: 11, greatest: 23 },
    ]);
  });

  it('and its audit refuses what hides the thin cell alone: 25 − 22 = 3', async () =>
    expect(await audit(sponsored, new Set([L4W]), 5, rangesHere)).toEqual({ passed: false, hidden: 1, recovered: [L4W], narrowed: [{ cell: L4W, least: 3, greatest: 3 }] }));
});

describe('a thin cell', () => {
  const thinOf = (counts: number[][], k = 5) => [...thinCells(cross(['A', 'B', 'C'].slice(0, counts.length), ['X', 'Y'], counts), k)].map((id) => (JSON.parse(id) as string[]).map((category) => category ?? 'Σ').join(''));

  it('has one to k − 1 people; nobody at all is shown', () => expect(thinOf([[4, 0], [20, 20]])).toEqual(expect.arrayContaining(['AX'])));
  it('is not one of k', () => expect(thinOf([[5, 5], [20, 20]])).toEqual([]));
  it('is also one that leaves so few of a total', () => expect(thinOf([[3, 22], [20, 20], [20, 20]])).toEqual(['AX', 'AY']));
  it('is also what belongs to it', () => {
    const table: Table = { cells: [{ id: 'n', count: 3, guarded: true }, { id: 'a', count: 1, guarded: false, follows: 'n' }, { id: 'b', count: 2, guarded: false, follows: 'n' }], sums: [{ total: 'n', parts: ['a', 'b'] }] };
    expect([...thinCells(table, 5)]).toEqual(['n', 'a', 'b']);
  });
});

it('an open numerator of one is shown, and a confidential one is not', () => {
  const rate = (guarded: boolean): Table => ({
    cells: [{ id: 'n', count: 40, guarded: true }, { id: 'a', count: 1, guarded, follows: 'n' }, { id: 'b', count: 39, guarded, follows: 'n' }], sums: [{ total: 'n', parts: ['a', 'b'] }],
  });
  expect([[...thinCells(rate(false), 10)], [...thinCells(rate(true), 10)]]).toEqual([[], ['a', 'b']]);
});

it('all or none of a group tells of each of them; of nobody, nothing', () => expect([isAllOrNone(0, 12), isAllOrNone(12, 12), isAllOrNone(5, 12), isAllOrNone(0, 0)]).toEqual([true, true, false, false]));

it('a table too large to search ends hidden well enough all the same', async () => {
  const rows = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const large = cross(rows, rows, rows.map((_, r) => rows.map((__, c) => ((r * 7 + c * 13) % 9 === 0 ? 2 : 10 + ((r * 5 + c * 3) % 17)))));
  const { hidden, found } = hideComplements(large, thinCells(large, 10), 10);
  expect(found).toBe('GREEDY');
  expect((await audit(large, hidden, 10, rangesHere)).passed).toBe(true);
});

it('has nothing left to hide with where the rest is known', () =>
  expect(hideComplements(sponsored, new Set([L4W]), 5, new Set(sponsored.cells.map(({ id }) => id).filter((id) => id !== L4W))).found).toBe('FAILED'));

it('counts ten people, five where a tenant says so, and ten by trait whatever it says', () => {
  expect([smallestGroup({}), smallestGroup({ set: 5 }), smallestGroup({ set: 5, byTrait: true }), smallestGroup({ set: 20, byTrait: true })]).toEqual([10, 5, 10, 20]);
  expect(() => smallestGroup({ set: 4 })).toThrow(RangeError);
});

it('has three dimensions at most', () => {
  const named = (name: string) => ({ name, categories: ['x'] });
  expect(() => lattice(['a', 'b', 'c', 'd'].map(named))).toThrow(RangeError);
  expect(() => lattice(['a', 'a'].map(named))).toThrow(RangeError);
  expect(lattice([]).places).toEqual([[]]);
});
