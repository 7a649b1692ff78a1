import { survivalAt, type SurvivalStep } from '@vouchsafe/statistics';
import { percent, type Canvas } from './lay-out.js';

export interface Curve { readonly name: string; readonly steps: readonly SurvivalStep[]; /** The last time at which anybody was watched. */ readonly last: number }

const MARKS = ['●', '○', '▲', '△', '■', '□', '◆', '◇'];
const COLOURS = [34, 33, 36, 35, 32, 31, 94, 93];
const SEVERAL = '+';
const ROWS = 12;
const GUTTER = 8;

const painted = (text: string, at: number, colour: boolean): string => (colour ? `\u001B[${COLOURS[at % COLOURS.length]!}m${text}\u001B[0m` : text);

/** Survival curves in characters: from 100 % at time 0 down, each up to its own last time. A mark of its own for each, whatever the colour; where several
 * meet, a plus.
 * @returns lines no wider than the canvas; none for more curves than there are marks */
export const stepPlot = (curves: readonly Curve[], { width, colour }: Canvas): string[] => {
  const end = Math.max(...curves.map(({ last }) => last));
  if (curves.length > MARKS.length || !(end > 0)) return [];
  const wide = width - GUTTER - 1;
  const rowOf = (survival: number): number => Math.round((1 - survival) * ROWS);
  const cells = Array.from({ length: ROWS + 1 }, () => new Array<number | undefined>(wide).fill(undefined)); // which curve, or −1 for several
  curves.forEach(({ steps, last }, curve) => {
    let before = 0;
    const farthest = Math.round((last / end) * (wide - 1)); // there the curve ends, with all that happened up to its last time
    for (let x = 0; x <= farthest; x += 1) {
      const row = rowOf(survivalAt(steps, x === farthest ? last : (x / (wide - 1)) * end));
      for (let y = Math.min(before + 1, row); y <= row; y += 1) cells[y]![x] = cells[y]![x] === undefined ? curve : -1;
      before = row;
    }
  });
  const mark = (cell: number | undefined): string => (cell === undefined ? ' ' : cell === -1 ? SEVERAL : painted(MARKS[cell]!, cell, colour));
  const label = (row: number): string => (row % 3 === 0 ? percent(1 - row / ROWS).replace('.0', '').padStart(GUTTER - 1) : ' '.repeat(GUTTER - 1));
  const axis = `${' '.repeat(GUTTER)}0${String(Number(end.toPrecision(6))).padStart(wide)}`;
  const legend = curves.map(({ name }, curve) => `${painted(MARKS[curve]!, curve, colour)} ${name}`);
  return [
    ...cells.map((row, at) => `${label(at)} │${row.map(mark).join('').trimEnd()}`),
    `${' '.repeat(GUTTER)}└${'─'.repeat(wide)}`, axis,
    ...(curves.length > 1 ? [`${' '.repeat(GUTTER)} ${[...legend, `${SEVERAL} several`].join('   ')}`] : []),
  ];
};
