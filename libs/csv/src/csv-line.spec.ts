import fc from 'fast-check';
import { csvLine } from './index.js';

it('writes numbers as they are, and nothing for what is not there', () => expect(csvLine([-0.25, null, 3, ''])).toBe('-0.25,,3,\r\n'));

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=x'])('lets %j be no formula', (text) => expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/));

it('brings back any text that is no formula', () => fc.assert(fc.property(
  fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r'\uFEFF]/.test(text) && !/[\0\r\n\u2028\u2029\u0085\v\f]/.test(text)), { minLength: 2, maxLength: 5 }), (cells) => {
    const line = csvLine(cells);
    expect(line.endsWith('\r\n')).toBe(true);
    expect(fields(line.slice(0, -2))).toEqual(cells);
  })));

/** RFC 4180, read by a few lines of its own. */
const fields = (line: string): string[] => {
  const found: string[] = [];
  for (let rest = `,${line}`; rest !== '';) {
    const [whole, quoted, plain] = /^,(?:"((?:[^"]|"")*)"|([^,]*))/.exec(rest)!;
    found.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
  }
  return found;
};
