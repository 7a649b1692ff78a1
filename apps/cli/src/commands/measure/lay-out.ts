import type { Figure, Interval, IntervalMethod } from '@vouchsafe/statistics';

/** Columns that line up: the first to the left, the others to the right. */
export const columns = (headings: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd();
  return [line(headings), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)];
};

export const count = (number: number): string => number.toLocaleString('en');

export const people = (n: number): string => `${count(n)} ${n === 1 ? 'person' : 'people'}`;

export const between = (interval: Pick<Interval, 'low' | 'high'> | null, digits = 4): string =>
  (interval ? `${interval.low.toFixed(digits)} to ${interval.high.toFixed(digits)}` : '–');

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What is said of a comparison, of nobody and of few. Never an arrow, and no "up" or "down". */
export const stateInWords = (state: Figure['state']): string => {
  switch (state) {
    case 'VALUE': return 'distinguishable from no difference';
    case 'NOT_DISTINGUISHABLE': return 'not distinguishable from no difference';
    case 'TOO_FEW': return 'too few to judge';
    case 'NOT_APPLICABLE': return 'nothing to compare';
  }
};

const METHODS: Readonly<Record<IntervalMethod, string>> = {
  WILSON: 'Wilson', NEWCOMBE: 'Newcombe', KATZ: 'Katz', EXACT_POISSON: 'exact Poisson', EXACT_CONDITIONAL: 'exact, conditional', GREENWOOD_LOG: 'Greenwood, log',
  NORMAL: 'normal', ROBINS_BRESLOW_GREENLAND: 'Robins–Breslow–Greenland', NOISE: 'of the noise', CARRIED_OVER: 'carried over',
};

/** Beside a comparison that shows nothing: what so many people would have shown. */
export const smallestRevealed = (difference: number | null): string =>
  (difference === null ? 'So few people would reveal no difference 8 times in 10.' : `The smallest difference that so many people would reveal 8 times in 10: ${(difference * 100).toFixed(1)} percentage points.`);

/** A figure in one line. */
export const inOneLine = (figure: Figure, digits = 4): string => {
  switch (figure.state) {
    case 'NOT_APPLICABLE': return '–';
    case 'TOO_FEW': return `too few to judge (n ${figure.n.map(count).join(' and ')})`;
    case 'VALUE':
    case 'NOT_DISTINGUISHABLE': {
      const interval = figure.interval ? `, ${between(figure.interval, digits)} (${METHODS[figure.interval.method]})` : '';
      return `${figure.value.toFixed(digits)}${interval}${figure.state === 'VALUE' ? '' : `, ${stateInWords(figure.state)}`}`;
    }
  }
};

/** How wide and in what the terminal shows things. Colour only where it is one, and nobody asked for none. */
export interface Canvas { readonly width: number; readonly colour: boolean }

const WIDEST = 100;
const NARROWEST = 40;

export const canvasOf = ({ isTTY, columns: wide }: { readonly isTTY?: boolean; readonly columns?: number }, env: Readonly<Record<string, string | undefined>>): Canvas => {
  const width = wide ?? Number(env['COLUMNS'] ?? '');
  return { width: Math.min(WIDEST, Math.max(NARROWEST, width || 80)), colour: isTTY === true && !env['NO_COLOR'] };
};
