import type { Interval } from '@vouchsafe/statistics';
import { percent, type Canvas } from './lay-out.js';

/** Shares with their intervals on one line each, between 0 and 100 %.
 * @returns lines no wider than the canvas */
export const intervalPlot = (rates: readonly { readonly name: string; readonly rate: number; readonly interval: Interval }[], { width }: Canvas): string[] => {
  const longest = Math.min(Math.floor(width / 2), Math.max(...rates.map(({ name }) => name.length)));
  const wide = width - longest - 12;
  const at = (share: number): number => Math.round(share * (wide - 1));
  const lines = rates.map(({ name, rate, interval: { low, high } }) => {
    const cells = new Array<string>(wide).fill(' ').fill('─', at(low), at(high) + 1);
    [cells[at(low)], cells[at(high)], cells[at(rate)]] = ['├', '┤', '●'];
    return `${name.slice(0, longest).padEnd(longest)}  ${percent(rate).padStart(7)} │${cells.join('').trimEnd()}`;
  });
  return [...lines, `${' '.repeat(longest + 10)}└${'─'.repeat(wide)}`, `${' '.repeat(longest + 11)}0${'100 %'.padStart(wide - 1)}`];
};
