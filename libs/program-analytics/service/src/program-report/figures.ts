/** Who reads decides what is withheld: those who may see the rows anyway see every count, those who may not see none that rests on few people. */
export interface Withholding {
  /** A figure needs at least so many people; 0 withholds nothing. */
  readonly fewest: number;
}

export type Count = { __typename: 'Count'; state: 'VALUE' | 'SUPPRESSED'; value: number | null };
export type Share = {
  __typename: 'Share'; state: 'VALUE' | 'NOT_APPLICABLE' | 'SUPPRESSED'; part: number | null; whole: number | null; value: number | null; low: number | null; high: number | null;
};

const Z = 1.959963984540054; // the 97.5 % point of the normal distribution

/** 95 % interval of a share (Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927). */
export const wilson = (part: number, whole: number): { low: number; high: number } => {
  const p = part / whole;
  const middle = 2 * whole * p + Z * Z;
  const half = Z * Math.sqrt(Z * Z + 4 * whole * p * (1 - p));
  const scale = 2 * (whole + Z * Z);
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
};

const fourDecimals = (value: number): number => Math.round(value * 10_000) / 10_000;
const nothing = { part: null, whole: null, value: null, low: null, high: null };

/** @param people whom the whole rests on */
export const share = ({ part, whole, people }: { part: number; whole: number; people: number }, { fewest }: Withholding): Share => {
  // All or none of a small group tells of each of them: the part and its complement need as many people as the whole.
  const tellsOfFew = people < fewest || (fewest > 0 && whole > 0 && (part < fewest || whole - part < fewest));
  if (tellsOfFew) return { __typename: 'Share', state: 'SUPPRESSED', ...nothing };
  if (whole === 0) return { __typename: 'Share', state: 'NOT_APPLICABLE', ...nothing };
  const { low, high } = wilson(part, whole);
  return { __typename: 'Share', state: 'VALUE', part, whole, value: fourDecimals(part / whole), low: fourDecimals(low), high: fourDecimals(high) };
};

const shown = (value: number): Count => ({ __typename: 'Count', state: 'VALUE', value });
const withheld: Count = { __typename: 'Count', state: 'SUPPRESSED', value: null };

/** The cells of one breakdown. One withheld cell could be computed from the others and a total, so they are withheld together. */
export const breakdown = (cells: readonly { count: number; people: number }[], { fewest }: Withholding): Count[] => {
  const isSafe = cells.every(({ people }) => people >= fewest);
  return cells.map(({ count }) => (isSafe ? shown(count) : withheld));
};
