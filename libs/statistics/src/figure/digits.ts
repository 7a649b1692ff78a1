/** As figures are stored and answered: rates, survival and p with four decimals. Only after every decision: thresholds see the whole number. */
export const fourDecimals = (value: number): number => Math.round(value * 10_000) / 10_000 + 0; // + 0: no minus zero

/** A p as it is shown. */
export const shownP = (p: number): string => (p < 0.0001 ? '< 0.0001' : p.toFixed(4));

/** A share as it is shown: one decimal of a percentage. */
export const shownShare = (share: number): string => `${(share * 100).toFixed(1)} %`;
