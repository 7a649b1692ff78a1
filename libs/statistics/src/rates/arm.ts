/** Of `n` people, `count` had it. Integers, 0 ≤ count ≤ n. */
export interface Arm { readonly count: number; readonly n: number }

/** @throws RangeError unless these are counts of people */
export const checkArms = (...arms: readonly Arm[]): void => {
  for (const { count, n } of arms) {
    if (Number.isSafeInteger(count) && Number.isSafeInteger(n) && count >= 0 && count <= n) continue;
    throw new RangeError(`${count} of ${n} is no count of people: both must be whole numbers, the first at most the second.`);
  }
};

/** @throws RangeError also where a group is empty: it has no rate */
export const checkRates = (...arms: readonly Arm[]): void => {
  checkArms(...arms);
  if (arms.some(({ n }) => n === 0)) throw new RangeError('An empty group has no rate.');
};

/** Whether the smallest expected cell of the two by two table (row total × column total ÷ all) is under five: compared in integers. */
export const expectsUnderFive = (one: Arm, other: Arm): boolean => {
  const [row, column, all] = smallestMargins(one, other);
  return BigInt(row) * BigInt(column) < 5n * BigInt(all);
};

/** The smallest expected cell of the two by two table. */
export const smallestExpected = (one: Arm, other: Arm): number => {
  const [row, column, all] = smallestMargins(one, other);
  return (row * column) / all;
};

const smallestMargins = (one: Arm, other: Arm): [row: number, column: number, all: number] => {
  const hits = one.count + other.count;
  const all = one.n + other.n;
  return [Math.min(one.n, other.n), Math.min(hits, all - hits), all];
};
