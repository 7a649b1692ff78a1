import type { Result } from './run-fault.js';

const count = (value: number): string => value.toLocaleString('en');
const HEADINGS = ['fault', 'what', 'cycles', 'hits', 'operations', 'ok', 'fail', 'unknown', 'duplicates', 'violations', 'caught up', 'time'];
const LEFT = new Set(['fault', 'what']);

export const lineOf = ({ fault, what, cycles, hits, operations, ok, fail, unknown, duplicates, violations, caughtUpMs, seconds }: Result): string[] => [
  fault, what, count(cycles), count(hits), count(operations), count(ok), count(fail), count(unknown), count(duplicates), count(violations.length),
  caughtUpMs === null ? 'never' : `${(caughtUpMs / 1_000).toFixed(1)} s`, `${Math.round(seconds)} s`,
];

/** The table of a terminal. */
export const plainTable = (results: readonly Result[]): string => {
  const lines = [HEADINGS, ...results.map(lineOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)));
  return lines.map((cells) => cells.map((cell, column) => (LEFT.has(HEADINGS[column]!) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
};

export const markdownTable = (results: readonly Result[]): string => [
  `| ${HEADINGS.join(' | ')} |`, `| ${HEADINGS.map((heading) => (LEFT.has(heading) ? '---' : '---:')).join(' | ')} |`, ...results.map((result) => `| ${lineOf(result).join(' | ')} |`),
].join('\n');
