import { inflateSync } from 'node:zlib';
import { reportAsPdf } from './as-pdf.js';
import { reportAsTable } from './as-table.js';
import { figureRows, reportAsCsv } from './figure-rows.js';
import { aReport, tooFew, withheld } from './report.fixtures.js';
import { inWords } from './words.js';

const canvas = { width: 100, colour: false };

/** What a PDF writes, page by page: its streams unpacked, the hexadecimal strings of its fonts read. */
const textOf = (pdf: Buffer): string => {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)].flatMap(([, body]) => {
    try {
      return [inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  return streams.map((stream) => [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, strings]) => [...strings!.matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1')).join('')).join('\n')).join('\n');
};

describe('a PDF', () => {
  it('is two pages, with every figure’s words in them', async () => {
    const pdf = await reportAsPdf(aReport());
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    const text = textOf(pdf);
    for (const words of ['Rising Leaders', '29.8 %', 'withheld', 'too few to judge', 'not distinguishable from no difference', 'n 182 and 181', 'Page 2 of 2', 'cd'.repeat(32)]) expect(text.replaceAll('\n', ' ')).toContain(words);
  });

  it('is the same bytes whenever it is written', async () => {
    const first = await reportAsPdf(aReport());
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // its dates have seconds
    expect((await reportAsPdf(aReport())).equals(first)).toBe(true);
    expect((await reportAsPdf(aReport({ asKnownAt: '2026-01-16T12:00:00.000Z' }))).equals(first)).toBe(false);
  });

  it('stays two pages with long names and nothing but withheld figures', async () => {
    const figures = JSON.parse(JSON.stringify(aReport().figures, (_, value: unknown) => (typeof value === 'object' && value !== null && 'interval' in value ? withheld : value))) as ReturnType<typeof aReport>['figures'];
    const pdf = await reportAsPdf(aReport({ figures, program: { programId: 'main', name: 'A programme of sponsorship for everybody in the second half of their career '.repeat(3) } }));
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(textOf(pdf)).not.toMatch(/\d+\.\d %/);
  });
});

describe('a CSV', () => {
  it('has one figure a line under its name, all with the same columns', () => {
    const lines = reportAsCsv(aReport()).trimEnd().split('\r\n');
    const figures = lines.slice(lines.findIndex((line) => line.startsWith('figure,')));
    expect(new Set(figures.map((line) => line.split(',').length))).toEqual(new Set([10]));
    expect(figures).toContain('advocacy.acts.BOOST.confirmed,VALUE,770,COUNT,,770,,,,');
    expect(figures).toContain('coverage.ofEnrolled,SUPPRESSED,,,,,,,,');
    expect(figures).toHaveLength(figureRows(aReport()).length + 1);
  });

  it('lets no name be a formula', () => expect(reportAsCsv(aReport({ program: { programId: 'main', name: '=HYPERLINK("http://x")' } }))).toContain(`"'=HYPERLINK(""http://x"")"`));
});

it('a table lines up, keeps within the terminal and says what is withheld', () => {
  const lines = reportAsTable(aReport(), canvas).split('\n');
  expect(lines.find((line) => line.includes('Of the enrolled: with an active sponsor'))).toMatch(/withheld$/);
  expect(lines.filter((line) => line.includes('│')).every((line) => line.length <= 100)).toBe(true);
  expect(lines.join('\n')).not.toMatch(/undefined|null|NaN/);
});

it('a figure in words names its kind, its interval and what it rests on, and shows no number that it must not', () => {
  const { absolute, relative } = aReport().figures.promotion;
  expect([inWords(absolute), inWords(relative), inWords(withheld), inWords(tooFew)]).toEqual([
    { value: '5.0 points (-3.0 to 12.9), not distinguishable from no difference', n: 'n 182 and 181' },
    { value: '31.0 % relative (-15.4 to 102.9), not distinguishable from no difference', n: 'n 182 and 181' },
    { value: 'withheld', n: '' }, { value: 'too few to judge', n: 'n 3 and 2' },
  ]);
});
