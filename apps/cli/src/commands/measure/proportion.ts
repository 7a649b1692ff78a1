import { compareRates, rate, rateArithmetic, shownP, smallestOf, type Arm } from '@vouchsafe/statistics';
import { intervalPlot } from './interval-plot.js';
import { columns, count, inOneLine, smallestRevealed, stateInWords, type Canvas } from './lay-out.js';

/** Every figure of one share, or of two that are compared, in the shape that `--json` prints. */
export const measureProportion = (one: Arm, other: Arm | null) => {
  const comparison = (second: Arm) => {
    const { absolute, relative } = compareRates(one, second);
    if (one.n === 0 || second.n === 0) return { absolute, relative, state: absolute.state, words: stateInWords(absolute.state), ratio: null, ratioInterval: null, z: null, fisher: null, smallestExpected: null, smallestDetectable: null };
    const { ratio, detectable, ...arithmetic } = rateArithmetic(one, second);
    return {
      absolute, relative, state: absolute.state, words: stateInWords(absolute.state),
      ratio: ratio?.value ?? null, ratioInterval: ratio?.interval ?? null, ...arithmetic, smallestDetectable: smallestOf(detectable),
    };
  };
  return {
    command: 'measure proportion', input: { rows: other ? 2 : 1, x: one.count, n: one.n, ...(other ? { x2: other.count, n2: other.n } : {}) },
    rates: [one, ...(other ? [other] : [])].map(rate), comparison: other && comparison(other),
  };
};
export type ProportionMeasured = ReturnType<typeof measureProportion>;

/** The same as a person reads it: no ratio and no p where there are too few to judge. */
export const proportionInWords = ({ input, rates, comparison }: ProportionMeasured, canvas: Canvas): string[] => {
  const arms = [{ count: input.x, n: input.n }, ...(input.n2 === undefined ? [] : [{ count: input.x2!, n: input.n2 }])];
  const name = (at: number): string => `${count(arms[at]!.count)} of ${count(arms[at]!.n)}`;
  const lines = columns(['', 'share and 95 %'], rates.map((figure, at) => [name(at), inOneLine(figure)]));
  const drawn = rates.flatMap((figure, at) => ('interval' in figure && figure.interval ? [{ name: name(at), rate: figure.value, interval: figure.interval }] : []));
  if (drawn.length > 0) lines.push('', ...intervalPlot(drawn, canvas));
  if (!comparison) return lines;
  const { absolute, relative, state, words, z, fisher, smallestExpected, smallestDetectable, ratio } = comparison;
  lines.push('', `Compared: ${words}.`);
  if (state === 'TOO_FEW' || state === 'NOT_APPLICABLE') return lines;
  lines.push(`absolute difference ${inOneLine(absolute)}`, ratio === null ? 'relative difference – (nobody in one of them)' : `relative difference ${inOneLine(relative)}; ratio ${ratio.toFixed(4)}`,
    `z ${z?.z.toFixed(4) ?? '–'}, p ${z ? shownP(z.p) : '–'}; Fisher, exact, p ${shownP(fisher!)}; smallest expected cell ${smallestExpected!.toFixed(4)}`);
  if (state === 'NOT_DISTINGUISHABLE') lines.push(smallestRevealed(smallestDetectable));
  return lines;
};
