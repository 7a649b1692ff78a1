/** Holm's correction for several looks: each p times the number of hypotheses not yet refused, never falling from one to the next.
 * @param ps in [0, 1], in any order
 * @returns the corrected p of each, in the same order
 * @see Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979) */
export const holm = (ps: readonly number[]): number[] => {
  const order = ps.map((_, index) => index).sort((one, other) => ps[one]! - ps[other]!);
  const corrected = new Array<number>(ps.length);
  let highest = 0;
  order.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, ps[index]! * (ps.length - rank)));
    corrected[index] = highest;
  });
  return corrected;
};
