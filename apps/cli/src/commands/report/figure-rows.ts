import { csvLine } from '@vouchsafe/csv';
import type { Report, ReportFigure } from './ask-report.js';

/** A figure under its name, such as `advocacy.acts.BOOST.confirmed`. */
export interface FigureRow { readonly name: string; readonly figure: ReportFigure }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isFigure = (value: Record<string, unknown>): boolean => 'state' in value && 'interval' in value;

/** Whatever tells an entry of a list from its neighbours. */
const labelOf = (entry: unknown, index: number): string => {
  const label = isObject(entry) ? entry['act'] ?? entry['status'] ?? entry['stage'] ?? entry['kind'] ?? entry['group'] : undefined;
  return typeof label === 'string' ? label : String(index + 1);
};

const rowsOf = (value: unknown, path: readonly string[]): FigureRow[] => {
  if (Array.isArray(value)) return value.flatMap((entry, index) => rowsOf(entry, [...path, labelOf(entry, index)]));
  if (!isObject(value)) return [];
  if (isFigure(value)) return [{ name: path.join('.'), figure: value as unknown as ReportFigure }];
  return Object.entries(value).flatMap(([name, inner]) => rowsOf(inner, [...path, name]));
};

/** Every figure of a report, in its order. Points of curves are none: they stand in the JSON. */
export const figureRows = ({ figures }: Report): FigureRow[] => rowsOf(figures, []);

/** A report for a spreadsheet: what it is about, an empty line, then one figure a line. What is withheld has the same columns as everything else. */
export const reportAsCsv = (report: Report): string => {
  const head: readonly (readonly (string | number)[])[] = [
    ['organization', report.organization], ['programme', report.program.programId, report.program.name], ['from', report.period.from], ['to', report.period.to],
    ['as known at', report.asKnownAt], ['position', report.position], ['chain', report.chain], ...report.rules.map(({ programId, version }) => ['rules', programId, version]),
  ];
  const rows = figureRows(report).map(({ name, figure: { state, value, unit, count, n, interval, kind } }) => [
    name, state, value, unit, count?.join(' ') ?? null, n?.join(' ') ?? null, interval?.low ?? null, interval?.high ?? null, interval?.method ?? null, kind,
  ]);
  return [...head, [], ['figure', 'state', 'value', 'unit', 'count', 'n', 'low', 'high', 'method', 'kind'], ...rows].map(csvLine).join('');
};
