/** How long somebody was watched, and whether what is waited for happened then. */
export interface Observation { readonly time: number; readonly event: boolean }

/** People whose watching ended at one time: with the event, or without. Whole numbers ≥ 0. */
export interface TimeCount { readonly time: number; readonly events: number; readonly censored: number }

/** One time at which watching ended for somebody. At a tie events come before censorings. */
export interface LifeTableRow extends TimeCount {
  /** Those still watched just before. */
  readonly atRisk: number;
}

/** Times in rising order, each once. */
export type LifeTable = readonly LifeTableRow[];

/** @param counts in any order; a time may come more than once
 * @throws RangeError for a time that is negative or not finite, and for what is no count */
export const lifeTable = (counts: Iterable<TimeCount>): LifeTable => {
  const byTime = new Map<number, { events: number; censored: number }>();
  for (const { time, events, censored } of counts) {
    if (!(time >= 0 && time < Infinity)) throw new RangeError(`${time} is no length of time.`);
    if (!Number.isSafeInteger(events) || !Number.isSafeInteger(censored) || events < 0 || censored < 0) throw new RangeError(`${events} events and ${censored} without are no counts.`);
    const row = byTime.get(time);
    if (row) [row.events, row.censored] = [row.events + events, row.censored + censored];
    else byTime.set(time, { events, censored });
  }
  const rows = [...byTime].filter(([, { events, censored }]) => events + censored > 0).sort(([one], [other]) => one - other);
  let atRisk = rows.reduce((sum, [, { events, censored }]) => sum + events + censored, 0);
  return rows.map(([time, { events, censored }]) => {
    const row = { time, atRisk, events, censored };
    atRisk -= events + censored;
    return row;
  });
};

/** @throws RangeError for a time that is negative or not finite */
export const lifeTableOf = (observations: Iterable<Observation>): LifeTable => {
  const ones = function* (): Generator<TimeCount> {
    for (const { time, event } of observations) yield { time, events: event ? 1 : 0, censored: event ? 0 : 1 };
  };
  return lifeTable(ones());
};

/** People, events, and the last time at which anybody was watched (0 without people). */
export const totals = (table: LifeTable): { readonly n: number; readonly events: number; readonly last: number } =>
  ({ n: table[0]?.atRisk ?? 0, events: table.reduce((sum, { events }) => sum + events, 0), last: table.at(-1)?.time ?? 0 });
