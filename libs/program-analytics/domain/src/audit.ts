import {
  audit, disagreement, fourDecimals, holm, inWords, known, NOT_APPLICABLE, rateArithmetic, stratifiedLift, tooFew, type AuditComparison, type AuditGroup, type Figure,
} from '@vouchsafe/statistics';
import { groupBy } from './history.js';
import { tell, tellShare, type Told } from './told.js';

/** Somebody who could have been selected, with the group they are looked at in, and who is like them. */
export interface Candidate { readonly group: string; readonly stratum: string; readonly isSelected: boolean }

interface Judgement { readonly verdict: string; readonly p: number | null; readonly corrected: number | null; readonly words: string | null; readonly disagreement: string | null }

const ratioFigure = ({ ratio, verdict, count, n }: AuditComparison, reference: AuditGroup): Figure => {
  const ns = [n, reference.n];
  if (ratio === null) return NOT_APPLICABLE;
  if (verdict === 'TOO_FEW') return tooFew(...ns);
  const figure = known(ratio, 'RATIO', ns, rateArithmetic({ count, n }, reference).ratio?.interval ?? null);
  return verdict === 'NOT_DISTINGUISHABLE' || verdict === 'NO_FINDING' ? { ...figure, state: 'NOT_DISTINGUISHABLE' } : figure;
};

/** K16: each group's rate against the highest, by the four-fifths rule and Fisher's test; beside it the same within strata, and where the two tell different stories.
 * Never a list of people. */
export const auditFigures = (candidates: readonly Candidate[]) => {
  const groups = groupBy(candidates, ({ group }) => group);
  const armOf = (those: readonly Candidate[]) => ({ count: those.filter(({ isSelected }) => isSelected).length, n: those.length });
  const { reference, comparisons, left } = audit([...groups].map(([group, those]) => ({ group, ...armOf(those) })));
  const byStratum = (group: string) => groupBy(groups.get(group) ?? [], ({ stratum }) => stratum);
  const against = reference ? byStratum(reference.group) : new Map<string, Candidate[]>();
  const lifts = comparisons.map(({ group }) => {
    const mine = byStratum(group);
    return stratifiedLift([...new Set([...mine.keys(), ...against.keys()])].sort().map((name) => ({ name, one: armOf(mine.get(name) ?? []), other: armOf(against.get(name) ?? []) })));
  });
  // Where several looks correct the crude verdict, they correct the stratified one too.
  const isCorrected = comparisons.some(({ corrected }) => corrected !== null);
  const ps = holm(lifts.map(({ test }) => test?.p ?? 1));
  const within = lifts.map(({ oddsRatio }, index): Figure => (isCorrected && oddsRatio.state === 'VALUE' && ps[index]! >= 0.05 ? { ...oddsRatio, state: 'NOT_DISTINGUISHABLE' } : oddsRatio));
  return {
    reference: reference?.group ?? null,
    groupsCompared: comparisons.length,
    groups: reference === null ? [] : [
      { group: reference.group, isReference: true, rate: tellShare(reference), ratio: null, oddsRatio: null, judgement: null },
      ...comparisons.map((each, index) => {
        const { group, count, n } = each;
        const rate = tellShare({ count, n });
        const oddsRatio = within[index]!;
        const tells = [...rate.tells, reference.count, reference.n - reference.count];
        const judgement: Told<Judgement> = {
          shown: { verdict: each.verdict, p: fourDecimals(each.p), corrected: each.corrected === null ? null : fourDecimals(each.corrected), words: inWords(each.verdict), disagreement: disagreement(each.verdict, oddsRatio) },
          hidden: { verdict: 'SUPPRESSED', p: null, corrected: null, words: null, disagreement: null }, tells,
        };
        return { group, isReference: false, rate, ratio: tell(ratioFigure(each, reference), tells), oddsRatio: tell(oddsRatio, tells), judgement };
      }),
    ],
    notAnalysed: left.map(({ group }) => group),
  };
};
