import { isStock } from '../program-cells/contributions.sql.js';
import type { Cell } from '../program-cells/cell.js';
import type { ProgramReport } from '../graphql.generated.js';
import { breakdown, share, type Withholding } from './figures.js';
import type { Period } from './period.js';

interface Sum { readonly part: string; readonly month: string | null; n: number; people: number }

/** Cells summed over a period: of a flow those of its months, of a stock all up to its last day.
 * `people` of a flow over several months is the most that any of them has: at least so many are behind it. */
const sums = (cells: readonly Cell[], measure: string, by: 'part' | 'month'): Sum[] => {
  const stock = isStock(measure);
  const found = new Map<string, Sum>();
  for (const cell of cells) {
    if (cell.measure !== measure) continue;
    const key = by === 'part' ? cell.part : `${cell.month} ${cell.part}`;
    const sum = found.get(key) ?? { part: cell.part, month: by === 'part' ? null : cell.month, n: 0, people: 0 };
    sum.n += cell.n;
    sum.people = stock ? sum.people + cell.people : Math.max(sum.people, cell.people);
    found.set(key, sum);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum).filter(({ n }) => n !== 0);
};

const one = (cells: readonly Cell[], measure: string, part?: string) => {
  const found = sums(cells, measure, 'part').filter((sum) => part === undefined || sum.part === part);
  return { n: found.reduce((total, { n }) => total + n, 0), people: found.reduce((most, { people }) => Math.max(most, people), 0) };
};
const partOf = (cells: readonly Cell[], [some, all]: readonly [string, string], part?: string) => {
  const whole = one(cells, all, part);
  return { part: one(cells, some, part).n, whole: whole.n, people: whole.people };
};

/** Every figure of one programme.
 * @param cells its own, of the period: flows within, stocks up to its end */
export const figuresOf = (cells: readonly Cell[], programId: string, period: Period, asKnownAt: string, position: number, withholding: Withholding): ProgramReport => {
  const states = sums(cells, 'COMMITMENTS', 'part');
  const stateCounts = breakdown(states.map(({ n, people }) => ({ count: n, people })), withholding);
  const confirmedAt = new Map(sums(cells, 'CONFIRMED', 'month').map((sum) => [`${sum.month} ${sum.part}`, sum]));
  const months = sums(cells, 'RECORDED', 'month').map((sum) => ({ ...sum, sure: confirmedAt.get(`${sum.month} ${sum.part}`) ?? { n: 0, people: 0 } }));
  const recorded = breakdown(months.map(({ n, people }) => ({ count: n, people })), withholding);
  const confirmed = breakdown(months.map(({ sure }) => ({ count: sure.n, people: sure.people })), withholding);
  const kinds = sums(cells, 'OUTCOMES', 'part');
  const kindCounts = breakdown(kinds.map(({ n, people }) => ({ count: n, people })), withholding);
  const stages = (['PLEDGED', 'ACTED', 'CONFIRMED', 'OUTCOME'] as const).map((stage) => ({ stage, ...one(cells, 'JOURNEYS', stage) }));
  // Those who did not come further are people too: each step, and each difference of two, must hide them.
  const steps = breakdown(stages.flatMap(({ n, people }, index) => {
    const before = stages[index - 1];
    return [{ count: n, people }, before ? { count: before.n - n, people: before.people - people } : { count: n, people }];
  }), withholding).filter((_, index) => index % 2 === 0);

  return {
    __typename: 'ProgramReport', programId, period: { __typename: 'Period', ...period }, asKnownAt, position: String(position),
    coverage: share(partOf(cells, ['COVERED', 'ENROLLED']), withholding),
    commitments: states.map(({ part }, index) => ({ __typename: 'CommitmentsByState', status: part.toUpperCase() as never, count: stateCounts[index]! })),
    advocacy: months.map(({ month, part }, index) => ({ __typename: 'AdvocacyByMonth', month: month!, act: part as never, recorded: recorded[index]!, confirmed: confirmed[index]! })),
    confirmed: share(partOf(cells, ['CONFIRMED', 'RECORDED']), withholding),
    pledgesKept: {
      __typename: 'PledgeKeeping',
      sponsors: share(partOf(cells, ['PLEDGES_KEPT', 'PLEDGES_DUE'], 'SPONSOR'), withholding), proteges: share(partOf(cells, ['PLEDGES_KEPT', 'PLEDGES_DUE'], 'PROTEGE'), withholding),
    },
    outcomes: kinds.map(({ part }, index) => ({ __typename: 'OutcomesByKind', kind: part as never, count: kindCounts[index]! })),
    funnel: stages.map(({ stage }, index) => ({ __typename: 'FunnelStep', stage, sponsorships: steps[index]! })),
  };
};
