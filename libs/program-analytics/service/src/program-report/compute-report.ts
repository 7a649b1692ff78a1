import type { Transaction } from '@vouchsafe/access';
import type { Position } from '@vouchsafe/event-schema';
import { programFacts } from '../program-facts/program-facts.projection.js';
import type { ProgramReport } from '../graphql.generated.js';
import { breakdown, share, type Withholding } from './figures.js';
import type { Period } from './period.js';
import { BY_ACT_AND_MONTH, BY_KIND, BY_STATE, CONFIRMED, COVERAGE, FUNNEL, PLEDGES } from './program-report.sql.js';

export type ProgramReportFigures = ProgramReport;

const EXISTS = `SELECT FROM read.${programFacts.tables['commitment_fact']} WHERE tenant_id = $1 AND program_id = $2
  UNION ALL SELECT FROM read.${programFacts.tables['enrolment_fact']} WHERE tenant_id = $1 AND program_id = $2 LIMIT 1`;

interface Cell { count: number; people: number }
interface Part { part: number; whole: number; people: number }
const NO_PART: Part = { part: 0, whole: 0, people: 0 };

/** Every figure of one programme, on one state of the facts.
 * @param position as of which we know; the facts have come that far */
export const computeReport = async (
  tx: Transaction, programId: string, period: Period, position: Position, asKnownAt: string, withholding: Withholding,
): Promise<ProgramReportFigures | null> => {
  if ((await tx.query(EXISTS, [tx.tenant, programId])).rowCount === 0) return null;
  const ask = async <Row>(text: string): Promise<Row[]> => (await tx.query<Row>(text, [tx.tenant, programId, period.from, period.to, position])).rows;

  const [coverage] = await ask<{ part: number; whole: number }>(COVERAGE);
  const states = await ask<Cell & { status: string }>(BY_STATE);
  const months = await ask<{ month: string; act: string; recorded: number; confirmed: number; people: number; confirmed_people: number }>(BY_ACT_AND_MONTH);
  const [confirmed = NO_PART] = await ask<Part>(CONFIRMED);
  const pledges = await ask<Part & { side: string }>(PLEDGES);
  const kinds = await ask<Cell & { kind: string }>(BY_KIND);
  const [funnel] = await ask<{ pledged: number; acted: number; confirmed: number; outcome: number; people: number }>(FUNNEL);

  const stateCounts = breakdown(states, withholding);
  const recorded = breakdown(months.map(({ recorded: count, people }) => ({ count, people })), withholding);
  const confirmedByMonth = breakdown(months.map(({ confirmed: count, confirmed_people: people }) => ({ count, people })), withholding);
  const kindCounts = breakdown(kinds, withholding);
  const stages = (['pledged', 'acted', 'confirmed', 'outcome'] as const).map((stage) => ({ stage, count: funnel![stage] }));
  // Those who did not come further are people too: each step, and each difference of two, must hide them.
  const steps = breakdown(stages.flatMap(({ count }, index) => [
    { count, people: count }, { count: (stages[index - 1]?.count ?? count) - count, people: index === 0 ? count : stages[index - 1]!.count - count },
  ]), withholding).filter((_, index) => index % 2 === 0);
  const keeping = (side: string) => share(pledges.find((one) => one.side === side) ?? NO_PART, withholding);

  return {
    __typename: 'ProgramReport', programId, period: { __typename: 'Period', ...period }, asKnownAt, position: String(position),
    coverage: share({ part: coverage!.part, whole: coverage!.whole, people: coverage!.whole }, withholding),
    commitments: states.map(({ status }, index) => ({ __typename: 'CommitmentsByState', status: status.toUpperCase() as never, count: stateCounts[index]! })),
    advocacy: months.map(({ month, act }, index) => ({ __typename: 'AdvocacyByMonth', month, act: act as never, recorded: recorded[index]!, confirmed: confirmedByMonth[index]! })),
    confirmed: share(confirmed, withholding),
    pledgesKept: { __typename: 'PledgeKeeping', sponsors: keeping('SPONSOR'), proteges: keeping('PROTEGE') },
    outcomes: kinds.map(({ kind }, index) => ({ __typename: 'OutcomesByKind', kind: kind as never, count: kindCounts[index]! })),
    funnel: stages.map(({ stage }, index) => ({ __typename: 'FunnelStep', stage: stage.toUpperCase() as never, sponsorships: steps[index]! })),
  };
};
