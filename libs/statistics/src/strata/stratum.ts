import { checkArms, type Arm } from '../rates/arm.js';

/** Alike people, of whom some belong to the first group and some to the other. */
export interface Stratum {
  readonly name: string;
  readonly one: Arm;
  readonly other: Arm;
}

/** Strata that hold people of both groups, how many people of each, and the names of the strata that do not: they say nothing about a difference.
 * @throws RangeError for what is no count */
export const overlapping = (strata: readonly Stratum[]): { readonly kept: readonly Stratum[]; readonly dropped: readonly string[]; readonly n: readonly [one: number, other: number] } => {
  strata.forEach(({ one, other }) => checkArms(one, other));
  const hasBoth = ({ one, other }: Stratum): boolean => one.n > 0 && other.n > 0;
  const kept = strata.filter(hasBoth);
  return {
    kept, dropped: strata.filter((stratum) => !hasBoth(stratum)).map(({ name }) => name).sort(),
    n: [kept.reduce((total, { one }) => total + one.n, 0), kept.reduce((total, { other }) => total + other.n, 0)],
  };
};

/** Σ of a term of each stratum's two by two table: a, b of the first group had it and had not, c, d of the other, of n. */
export const sumOver = (strata: readonly Stratum[], term: (a: number, b: number, c: number, d: number, n: number) => number): number =>
  strata.reduce((total, { one, other }) => total + term(one.count, one.n - one.count, other.count, other.n - other.count, one.n + other.n), 0);
