import type { ReportFigure } from './ask-report.js';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A number in its unit. */
export const amount = (value: number, unit: string | null): string => {
  switch (unit) {
    case 'SHARE': return percent(value);
    case 'RATIO': return value.toFixed(2);
    case 'PER_MONTH': return `${value.toFixed(2)} a month`;
    case 'TIME': return `${Math.round(value).toLocaleString('en')} days`;
    case 'INDEX': return value.toFixed(2);
    default: return value.toLocaleString('en');
  }
};

/** A difference says of which kind it is: percentage points, or a ratio less one. */
const valueInWords = ({ value, unit, kind }: ReportFigure): string => {
  if (kind === 'ABSOLUTE' && unit === 'SHARE') return `${(value! * 100).toFixed(1)} points`;
  if (kind === 'RELATIVE') return `${(value! * 100).toFixed(1)} % relative`;
  return amount(value!, unit);
};

const intervalInWords = ({ interval, unit, kind }: ReportFigure): string => {
  if (!interval) return '';
  const isShare = unit === 'SHARE' || kind === 'RELATIVE';
  const end = (value: number) => (isShare ? (value * 100).toFixed(1) : value.toFixed(2));
  return ` (${end(interval.low)} to ${end(interval.high)})`;
};

// What a count rests on is the count.
const nInWords = ({ n, unit }: ReportFigure): string => (n && n.length > 0 && unit !== 'COUNT' ? `n ${n.map((one) => one.toLocaleString('en', { maximumFractionDigits: 1 })).join(' and ')}` : '');

export interface FigureInWords { readonly value: string; readonly n: string }

/** A figure as a board reads it: never an arrow, and no "up" or "down". */
export const inWords = (figure: ReportFigure): FigureInWords => {
  switch (figure.state) {
    case 'SUPPRESSED': return { value: 'withheld', n: '' };
    case 'NOT_APPLICABLE': return { value: '–', n: '' };
    case 'TOO_FEW': return { value: 'too few to judge', n: nInWords(figure) };
    case 'NOT_DISTINGUISHABLE': return { value: `${valueInWords(figure)}${intervalInWords(figure)}, not distinguishable from no difference`, n: nInWords(figure) };
    case 'VALUE': return { value: `${valueInWords(figure)}${intervalInWords(figure)}`, n: nInWords(figure) };
  }
};
