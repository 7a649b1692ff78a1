import type { Told, UntilThin } from '@vouchsafe/program-analytics-domain';

/** Whoever sees people sees every figure. Who sees none reads nothing that tells of fewer than so many. */
export const FEWEST_PEOPLE = 10;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isTold = (value: object): value is Told => 'tells' in value && 'hidden' in value;
const isUntilThin = (value: object): value is UntilThin => 'untilThin' in value;

/** What is told in a result, lists within it left to themselves. */
const toldIn = (value: unknown, within: 'ALL' | 'ITSELF'): readonly Told[] => {
  if (!isObject(value) || isUntilThin(value)) return [];
  if (isTold(value)) return [value];
  if (Array.isArray(value)) return within === 'ITSELF' ? [] : value.flatMap((item) => toldIn(item, within));
  return Object.values(value).flatMap((item) => toldIn(item, within));
};

const isThin = (fewest: number) => ({ tells }: Told): boolean => tells.some((people) => people < fewest);

const shown = (value: unknown, fewest: number): unknown => {
  if (!isObject(value)) return value;
  if (isTold(value)) return isThin(fewest)(value) ? value.hidden : value.shown;
  if (isUntilThin(value)) {
    const end = value.untilThin.findIndex(isThin(fewest));
    return (end === -1 ? value.untilThin : value.untilThin.slice(0, end)).map((point) => point.shown);
  }
  if (Array.isArray(value)) {
    // One withheld cell could be computed from the others and a total: what stands in one list is withheld together.
    const isAnyThin = value.some((item) => toldIn(item, 'ITSELF').some(isThin(fewest)));
    return value.map((item) => shown(item, isAnyThin ? Infinity : fewest));
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shown(item, fewest)]));
};

/** One measure's results as they are answered: of one population, or of the groups of a breakdown, which are withheld together.
 * @param fewest people that a figure must tell of; 0 shows everything */
export const show = (results: readonly unknown[], fewest: number): unknown[] => {
  const isWithheld = results.length > 1 && results.some((result) => toldIn(result, 'ALL').some(isThin(fewest)));
  return results.map((result) => shown(result, isWithheld ? Infinity : fewest));
};
