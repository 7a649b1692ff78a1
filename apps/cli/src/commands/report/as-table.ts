import type { IntervalMethod } from '@vouchsafe/statistics';
import { intervalPlot } from '../measure/interval-plot.js';
import { columns, type Canvas } from '../measure/lay-out.js';
import type { Report } from './ask-report.js';
import { comparison, comparisons, sections, type Section } from './sections.js';
import { inWords } from './words.js';

const table = (rows: Section['rows']): string[] => columns(['', 'figure', 'rests on'], rows.map(({ label, figure }) => [label, inWords(figure).value, inWords(figure).n]));

const plot = (rows: Section['rows'], canvas: Canvas): string[] => {
  const shares = rows.flatMap(({ label, figure: { state, unit, kind, value, interval } }) =>
    (state === 'VALUE' && unit === 'SHARE' && kind === null && interval ? [{ name: label, rate: value!, interval: { ...interval, method: interval.method as IntervalMethod } }] : []));
  return shares.length > 1 ? ['', ...intervalPlot(shares, canvas)] : [];
};

/** A report in a terminal. */
export const reportAsTable = (report: Report, canvas: Canvas): string => [
  `${report.program.name} · ${report.period.from} to ${report.period.to}`,
  `as known at ${report.asKnownAt}, position ${report.position}, chain ${report.chain.slice(0, 16)}…`,
  ...sections(report).filter(({ rows }) => rows.length > 0).flatMap(({ title, rows }) => ['', title.toUpperCase(), ...table(rows), ...plot(rows, canvas)]),
  ...comparisons(report).flatMap(({ title, lift }) => ['', title.toUpperCase(), ...table(comparison(lift))]),
  '', 'Figures say what is associated with sponsorship, never what was caused by it.', '',
].join('\n');
