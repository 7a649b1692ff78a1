import { dayNumber, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import type { BenchmarkMeasure, ReleasePeriod } from '@vouchsafe/program-analytics-contracts';
import type { ReadModels } from '@vouchsafe/projections';
import type { Arm } from '@vouchsafe/statistics';
import { FactsAt } from '../analytics/facts-at.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import { countedPeople } from '../releases/counted-people.js';

const PROGRAMS = `SELECT DISTINCT program_id AS "programId" FROM read.${programFacts.tables['enrolment_fact']} WHERE tenant_id = $1 ORDER BY 1`;
const NEEDS = ['rules', 'enrolments', 'commitments', 'actions', 'outcomes'] as const;

/** What one organization counts, over all its programmes: each person once, so that one person more or less moves either count by one at most.
 * Computed inside that organization, and never shown. */
export const countsOf = async (readModels: ReadModels, log: EventStore, tenant: TenantId, measure: BenchmarkMeasure, { from, to }: ReleasePeriod): Promise<Arm> => {
  const { position } = await log.head(tenant);
  const programIds = (await readModels.many<{ programId: string }>(tenant, programFacts, position, PROGRAMS, [tenant])).map(({ programId }) => programId);
  const history = await new FactsAt(readModels, tenant, position, { programIds, cohortIds: null }, undefined).history(NEEDS);
  const people = countedPeople({ ...history, people: [] }, { from: dayNumber(from), to: dayNumber(to) }, []);
  return { count: people.filter(({ has }) => has.includes(measure)).length, n: people.length };
};
