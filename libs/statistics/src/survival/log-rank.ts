import { chiSquaredAbove } from '../special/chi-squared.js';
import { totals, type LifeTable } from './life-table.js';
import { quadraticForm } from './quadratic-form.js';

export interface LogRank {
  /** Of each group, in the order given. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Of O − E of each group. */
  readonly variance: readonly number[];
  /** Null where nothing varies: no event while people of two groups were at risk. */
  readonly chiSquared: number | null;
  readonly degrees: number;
  readonly p: number | null;
}

/** Do groups differ in when it happens? With two: E₁ = Σ dᵢn₁ᵢ/nᵢ, V = Σ dᵢ(n₁ᵢ/nᵢ)(n₂ᵢ/nᵢ)(nᵢ − dᵢ)/(nᵢ − 1), terms with nᵢ = 1 left out, χ² = (O₁ − E₁)²/V.
 * With more: the same over the covariance matrix of O − E, on one degree of freedom less than there are groups.
 * @param groups at least two
 * @throws RangeError for fewer
 * @see Mantel (1966); Peto & Peto, "Asymptotically Efficient Rank Invariant Test Procedures", JRSS A 135 (1972); for more than two, Klein & Moeschberger,
 * Survival Analysis, second edition (2003), formula 7.3.5 */
export const logRank = (groups: readonly LifeTable[]): LogRank => {
  if (groups.length < 2) throw new RangeError('One group differs from nobody.');
  const observed = groups.map((table) => totals(table).events);
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  const at = groups.map(() => 0);
  const times = [...new Set(groups.flatMap((table) => table.filter(({ events }) => events > 0).map(({ time }) => time)))].sort((one, other) => one - other);
  for (const time of times) {
    let [n, d] = [0, 0];
    const atRisk = groups.map((table, group) => {
      while ((table[at[group]!]?.time ?? Infinity) < time) at[group]! += 1;
      const row = table[at[group]!];
      if (row?.time === time) d += row.events;
      n += row?.atRisk ?? 0;
      return row?.atRisk ?? 0;
    });
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    atRisk.forEach((n1, one) => {
      expected[one]! += (d * n1) / n;
      atRisk.forEach((n2, other) => { covariance[one]![other]! += spread * (n1 / n) * ((one === other ? 1 : 0) - n2 / n); });
    });
  }
  const excess = observed.map((events, group) => events - expected[group]!);
  // A group that was never at risk with another adds no degree of freedom; the last of the others is told by the rest.
  const moved = groups.map((_, group) => group).filter((group) => covariance[group]![group]! > 1e-12);
  const kept = moved.slice(0, -1);
  const chiSquared = kept.length === 0 ? null : quadraticForm(kept.map((one) => kept.map((other) => covariance[one]![other]!)), kept.map((group) => excess[group]!));
  return {
    observed, expected, variance: covariance.map((row, group) => row[group]!),
    chiSquared, degrees: kept.length, p: chiSquared === null ? null : chiSquaredAbove(chiSquared, kept.length),
  };
};
