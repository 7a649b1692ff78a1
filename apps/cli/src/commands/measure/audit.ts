import {
  audit, compareRates, disagreement, inWords, rate, rateArithmetic, shownP, smallestOf, stratifiedLift, wilson, type Arm, type AuditGroup, type Stratum,
} from '@vouchsafe/statistics';
import { groupReader, readYesOrNo } from './cells.js';
import { intervalPlot } from './interval-plot.js';
import { between, columns, count, inOneLine, people, percent, smallestRevealed, type Canvas } from './lay-out.js';
import { readColumns } from './read-columns.js';

export interface AuditOptions { readonly group: string; readonly selected: string; readonly stratum?: readonly string[] }

type Counts = Map<string, { count: number; n: number }>;
const addTo = (counts: Counts, name: string, isSelected: boolean): void => {
  const arm = counts.get(name) ?? { count: 0, n: 0 };
  counts.set(name, arm);
  arm.n += 1;
  if (isSelected) arm.count += 1;
};

const tally = async (file: string, { group, selected, stratum = [] }: AuditOptions) => {
  const groups: Counts = new Map();
  const strata = new Map<string, Counts>();
  const groupOf = groupReader();
  const keys = stratum.map((_, at) => `stratum ${at}`);
  const read = await readColumns<string>(file, { group, selected, ...Object.fromEntries(stratum.map((column, at) => [keys[at]!, column])) }, ({ line, values }) => {
    const name = groupOf(values['group']!, { line, column: group });
    const isSelected = readYesOrNo(values['selected']!, { line, column: selected });
    addTo(groups, name, isSelected);
    const key = keys.map((one) => values[one]).join(' · ');
    const counts = strata.get(key) ?? new Map();
    strata.set(key, counts);
    addTo(counts, name, isSelected);
  });
  return { read, groups: [...groups].map(([name, arm]): AuditGroup => ({ group: name, ...arm })), strata };
};

const NOBODY: Arm = { count: 0, n: 0 };

/** Every figure of an audit, in the shape that `--json` prints. */
export const measureAudit = async (file: string, options: AuditOptions) => {
  const { read, groups, strata } = await tally(file, options);
  const { reference, comparisons, left } = audit(groups);
  const withinStrata = (name: string): Stratum[] => [...strata].map(([stratum, counts]) => ({ name: stratum, one: counts.get(name) ?? NOBODY, other: counts.get(reference!.group) ?? NOBODY }))
    .filter(({ one, other }) => one.n + other.n > 0);
  return {
    command: 'measure audit',
    input: { file, rows: read.rows, digest: read.digest, group: options.group, selected: options.selected, strata: options.stratum ?? [] },
    groups: [...(reference ? [reference] : []), ...comparisons, ...left].map(({ group, count: selected, n }) => ({ group, selected, n, rate: rate({ count: selected, n }) })),
    reference: reference?.group ?? null,
    looks: comparisons.length,
    comparisons: comparisons.map(({ group, ratio, isBelow, p, corrected, verdict, ...arm }) => {
      const { ratio: katz, z, smallestExpected, detectable } = rateArithmetic(arm, reference!);
      const stratified = options.stratum?.length ? stratifiedLift(withinStrata(group)) : null;
      return {
        group, impactRatio: ratio, impactRatioInterval: katz?.interval ?? null, isBelowFourFifths: isBelow, ...compareRates(arm, reference!, corrected),
        z, fisher: p, corrected, smallestExpected, smallestDetectable: smallestOf(detectable), verdict, words: inWords(verdict),
        stratified: stratified && { ...stratified, disagreement: disagreement(verdict, stratified.oddsRatio) },
      };
    }),
    left: left.map(({ group }) => group),
  };
};
export type AuditMeasured = Awaited<ReturnType<typeof measureAudit>>;

/** The same as a person reads it: no ratio and no p where there are too few to judge. */
export const auditInWords = ({ input, groups, reference, comparisons, left, looks }: AuditMeasured, canvas: Canvas): string[] => {
  const lines = [`${input.file}: ${people(input.rows)}; "${input.selected}" by "${input.group}".`, ''];
  if (reference === null) return [...lines, 'There is no group to compare.'];
  lines.push(...columns([input.group, 'selected', 'n', 'rate', '95 % (Wilson)'], groups.map(
    ({ group, selected, n }) => [group, count(selected), count(n), percent(selected / n), between(wilson({ count: selected, n }))],
  )));
  lines.push('', ...intervalPlot(groups.map(({ group, selected, n }) => ({ name: group, rate: selected / n, interval: wilson({ count: selected, n }) })), canvas));
  if (left.length > 0) lines.push('', `Under 2 % of the pool, and not analysed: ${left.join(', ')}.`);
  if (comparisons.length === 0) return [...lines, '', `There is no group to compare with ${reference}.`];

  lines.push('', `Against ${reference}, the group with the highest rate`, ...columns(
    [input.group, 'impact ratio', '95 % (Katz)', 'below 4/5', 'z', 'Fisher p', ...(comparisons[0]!.corrected === null ? [] : ['Holm p']), 'smallest expected', 'verdict'],
    comparisons.map(({ group, impactRatio, impactRatioInterval, isBelowFourFifths, z, fisher, corrected, smallestExpected, verdict }) => {
      const isShown = verdict !== 'TOO_FEW';
      return [
        group, isShown ? impactRatio?.toFixed(4) ?? '–' : '–', isShown ? between(impactRatioInterval) : '–', isBelowFourFifths ? 'yes' : 'no', isShown ? z?.z.toFixed(4) ?? '–' : '–',
        isShown ? shownP(fisher) : '–', ...(corrected === null ? [] : [isShown ? shownP(corrected) : '–']), smallestExpected.toFixed(4), verdict,
      ];
    }),
  ));
  for (const { group, words, verdict, absolute, relative, smallestDetectable, stratified } of comparisons) {
    lines.push('', `${group}: ${words}`);
    if (verdict !== 'TOO_FEW') lines.push(`  absolute difference ${inOneLine(absolute)}`, `  relative difference ${inOneLine(relative)}`);
    if (verdict === 'NOT_DISTINGUISHABLE') lines.push(`  ${smallestRevealed(smallestDetectable)}`);
    if (!stratified) continue;
    lines.push(`  within strata, odds ratio ${inOneLine(stratified.oddsRatio)}${stratified.test && stratified.oddsRatio.state !== 'TOO_FEW' ? `; χ² ${stratified.test.chiSquared.toFixed(4)}, p ${shownP(stratified.test.p)}` : ''}`,
      `  within strata, difference standardised to ${group} ${inOneLine(stratified.difference, 5)}`);
    if (stratified.dropped.length > 0) lines.push(`  ${count(stratified.dropped.length)} strata without both groups were left out: ${stratified.dropped.slice(0, 5).join(', ')}${stratified.dropped.length > 5 ? ', …' : ''}`);
    if (stratified.disagreement) lines.push(`  ${stratified.disagreement}`);
  }
  if (looks > 5) lines.push('', `${looks} groups were compared: Holm's correction decides, and the plain p is printed beside it.`);
  if (input.strata.length === 0) lines.push('', 'These verdicts are crude: people of different level, function or tenure are compared as if they were alike. Name columns with --stratum.');
  return lines;
};
