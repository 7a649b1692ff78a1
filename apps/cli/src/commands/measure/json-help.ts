const FIGURE = `
FIGURE is one of
  { state: "VALUE" | "NOT_DISTINGUISHABLE", value, unit, interval: null | { method, low, high }, n: [...], kind: null | "ABSOLUTE" | "RELATIVE" }
  { state: "TOO_FEW", n: [...] } · { state: "NOT_APPLICABLE" }
Intervals are of 95 %. Numbers have all their digits; the arithmetic is there also where the state is "too few to judge".`;

/** What --json prints: names are kept, new ones may be added. */
export const SURVIVAL_JSON = `
--json: { command: "measure survival", input: { file, rows, digest, time, event, group }, tau,
  groups: [{ group, n, events, last, median: FIGURE, restrictedMean: FIGURE,
             curve: [{ time, n, d, survival, standardError, low, high, method }] }],
  comparison: null | { test: "LOG_RANK", state, words, chiSquared, degrees, p, groups: [{ group, observed, expected, variance }],
                       restrictedMeanDifference: null | FIGURE } }
tau: the smallest of the groups' last times, up to which means are taken. digest: SHA-256 of the file. More than two groups are tested together.
${FIGURE}`;

export const AUDIT_JSON = `
--json: { command: "measure audit", input: { file, rows, digest, group, selected, strata },
  groups: [{ group, selected, n, rate: FIGURE }], reference, looks, left: [...],
  comparisons: [{ group, impactRatio, impactRatioInterval, isBelowFourFifths, absolute: FIGURE, relative: FIGURE, z: null | { z, p }, fisher, corrected,
                  smallestExpected, smallestDetectable, verdict, words,
                  stratified: null | { difference: FIGURE, oddsRatio: FIGURE, test: null | { chiSquared, p, smallestExpected }, dropped, disagreement } }] }
reference: the group with the highest rate. left: groups under 2 % of the pool, not analysed. corrected: Holm's p, with more than five comparisons.
${FIGURE}`;

export const PROPORTION_JSON = `
--json: { command: "measure proportion", input: { rows, x, n, x2, n2 }, rates: [FIGURE, ...],
  comparison: null | { absolute: FIGURE, relative: FIGURE, state, words, ratio, ratioInterval, z: null | { z, p }, fisher, smallestExpected, smallestDetectable } }
smallestDetectable: the difference from the second share that so many people would reveal 8 times in 10; null if none.
${FIGURE}`;
