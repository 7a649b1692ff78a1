import PDFDocument from 'pdfkit';
import type { Report, ReportCurve, ReportFigure, ReportLift } from './ask-report.js';
import { comparison, comparisons, sections, type Section } from './sections.js';
import { inWords } from './words.js';

type Page = PDFKit.PDFDocument;

const MARGIN = 48;
const INK = '#1f2937';
const QUIET = '#6b7280';
const LINE = '#d1d5db';
const BAR = '#3b6ea5';
const OTHER = '#b45309'; // told from the first by its dashes as well
const [LABEL, BARS, VALUE, WIDE] = [176, 110, 213, 499]; // columns of an A4 page within its margins
const ROW = 12.5;

const isShare = ({ unit, kind }: ReportFigure): boolean => unit === 'SHARE' && kind === null;

/** From 0 to 100 %: a bar, and the interval as a whisker. What is withheld is hatched, over the whole width whatever it is. */
const bar = (page: Page, figure: ReportFigure, x: number, y: number): void => {
  const high = ROW - 6;
  if (figure.state === 'SUPPRESSED') {
    page.save().rect(x, y, BARS, high).clip();
    for (let at = -high; at < BARS; at += 5) page.moveTo(x + at, y + high).lineTo(x + at + high, y);
    page.lineWidth(0.7).stroke(QUIET).restore();
    return;
  }
  if (figure.value === null || !isShare(figure)) return;
  page.rect(x, y, BARS, high).fill('#eef2f7').rect(x, y, BARS * Math.min(1, Math.max(0, figure.value)), high).fill(BAR);
  if (!figure.interval) return;
  const [low, top] = [x + BARS * Math.max(0, figure.interval.low), x + BARS * Math.min(1, figure.interval.high)];
  const middle = y + high / 2;
  page.lineWidth(1).moveTo(low, middle).lineTo(top, middle).moveTo(low, y - 1).lineTo(low, y + high + 1).moveTo(top, y - 1).lineTo(top, y + high + 1).stroke(INK);
};

const rows = (page: Page, section: Section['rows']): void => {
  for (const { label, figure } of section) {
    const y = page.y;
    const { value, n } = inWords(figure);
    page.fontSize(8).fillColor(INK).text(label, MARGIN, y, { width: LABEL - 6, height: ROW, ellipsis: true, lineBreak: false });
    bar(page, figure, MARGIN + LABEL, y + 1);
    page.fillColor(figure.state === 'SUPPRESSED' ? QUIET : INK).text([value, n].filter(Boolean).join(' · '), MARGIN + LABEL + BARS + 8, y, { width: VALUE - 8 });
    page.y = Math.max(y + ROW, page.y + 2); // what cannot be told from no difference says so, on a second line
  }
};

const heading = (page: Page, title: string): void => {
  page.moveDown(0.8).font('Helvetica-Bold').fontSize(10).fillColor(INK).text(title, MARGIN, page.y, { width: WIDE }).font('Helvetica');
  page.lineWidth(0.5).moveTo(MARGIN, page.y).lineTo(MARGIN + WIDE, page.y).stroke(LINE);
  page.y += 4;
};

const [PLOT_HIGH, PLOT_LEFT] = [140, 34];

/** Curves from 100 % down, each with the band of its interval, with those at risk beneath. */
const curves = (page: Page, arms: readonly ReportCurve[], axis: string): void => {
  const last = Math.max(0, ...arms.flatMap(({ points }) => points.map(({ day }) => day)));
  if (last === 0) {
    page.fontSize(8).fillColor(QUIET).text('Too few for a curve.', MARGIN, page.y + 2, { width: WIDE });
    return;
  }
  const [left, top, wide] = [MARGIN + PLOT_LEFT, page.y + 6, WIDE - PLOT_LEFT];
  const at = (day: number, share: number): [number, number] => [left + (day / last) * wide, top + (1 - share) * PLOT_HIGH];
  page.fontSize(7).fillColor(QUIET);
  for (const share of [0, 0.5, 1]) {
    page.lineWidth(0.4).moveTo(...at(0, share)).lineTo(...at(last, share)).stroke(LINE);
    page.text(`${share * 100} %`, MARGIN, at(0, share)[1] - 4, { width: PLOT_LEFT - 4, align: 'right', lineBreak: false });
  }
  for (let year = 0; year * 365 <= last; year += 1) page.text(year === 0 ? '0' : `${year * 365} days`, at(year * 365, 0)[0] - 20, top + PLOT_HIGH + 3, { width: 40, align: 'center', lineBreak: false });
  arms.forEach(({ points }, arm) => {
    const colour = arm === 0 ? BAR : OTHER;
    const steps = [{ day: 0, without: 1, low: 1 as number | null, high: 1 as number | null }, ...points];
    const path = (of: (point: (typeof steps)[number]) => number): [number, number][] =>
      steps.flatMap((point, index) => (index === 0 ? [at(point.day, of(point))] : [at(point.day, of(steps[index - 1]!)), at(point.day, of(point))]));
    const band = [...path(({ low, without }) => low ?? without), ...path(({ high, without }) => high ?? without).reverse()];
    page.save().fillOpacity(0.15).polygon(...band).fill(colour).restore();
    const [first, ...others] = path(({ without }) => without);
    page.save().lineWidth(1.2).moveTo(...first!);
    for (const point of others) page.lineTo(...point);
    if (arm > 0) page.dash(3, { space: 2 });
    page.stroke(colour).restore();
  });
  page.y = top + PLOT_HIGH + 14;
  const legend = arms.map(({ group, points }, arm) => `${arm === 0 ? 'line' : 'dashes'}: ${group.toLowerCase()}, at risk ${points[0]?.atRisk ?? 0} at first, ${points.at(-1)?.atRisk ?? 0} at last`);
  page.fontSize(7).fillColor(QUIET).text(`Share ${axis}, with 95 % intervals. ${legend.join('; ')}.`, MARGIN, page.y, { width: WIDE });
};

const compared = (page: Page, title: string, lift: ReportLift, axis: string): void => {
  heading(page, title);
  rows(page, comparison(lift));
  curves(page, lift.time.arms, axis);
  const { p, state } = lift.time.logRank;
  const told = p === null ? 'too few to judge' : `p ${p < 0.0001 ? '< 0.0001' : p.toFixed(4)}${state === 'NOT_DISTINGUISHABLE' ? ', not distinguishable from no difference' : ''}`;
  page.text(`Log-rank: ${told}. Compared with: ${lift.comparison.rule}`, MARGIN, page.y, { width: WIDE, height: 26, ellipsis: true });
};

const footer = (page: Page, report: Report, number: number): void => {
  page.fontSize(6.5).fillColor(QUIET).text(
    `Position ${report.position} of the log, chain ${report.chain}. Figures say what is associated with sponsorship, never what was caused by it. 95 % intervals. Page ${number} of 2.`,
    MARGIN, page.page.height - MARGIN - 10, { width: WIDE, height: 20 });
};

/** A report for a board, two pages of A4. The same report gives the same bytes, whenever it is written. */
export const reportAsPdf = async (report: Report): Promise<Buffer> => {
  const page = new PDFDocument({ size: 'A4', margin: MARGIN, autoFirstPage: false, lang: 'en', displayTitle: true, info: { Title: `${report.program.name}, ${report.period.from} to ${report.period.to}`, CreationDate: new Date(report.asKnownAt), Producer: 'Vouchsafe', Creator: 'Vouchsafe' } });
  const bytes: Buffer[] = [];
  page.on('data', (chunk: Buffer) => bytes.push(chunk));
  const done = new Promise<void>((resolve, reject) => page.on('end', resolve).on('error', reject));
  const sheet = (number: number) => {
    page.addPage({ size: 'A4', margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 } });
    footer(page, report, number);
    [page.x, page.y] = [MARGIN, MARGIN];
  };
  sheet(1);
  page.font('Helvetica-Bold').fontSize(16).fillColor(INK).text(report.program.name, { width: WIDE }).font('Helvetica').fontSize(9).fillColor(QUIET)
    .text(`${report.organization} · ${report.period.from} to ${report.period.to} · as known at ${report.asKnownAt} · rules ${report.rules.map(({ version }) => version).join(', ') || '–'}`, { width: WIDE });
  for (const { title, rows: figures } of sections(report)) {
    heading(page, title);
    rows(page, figures);
  }
  sheet(2);
  for (const { title, lift, axis } of comparisons(report)) compared(page, title, lift, axis);
  page.end();
  await done;
  return Buffer.concat(bytes);
};
