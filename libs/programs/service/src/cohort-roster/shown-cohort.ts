import type { Cohort } from '../graphql.generated.js';
import type { CohortRow } from '../program-overview/program-overview.projection.js';

/** A cohort's frame; its roster is resolved apart. */
export const shownCohort = (row: CohortRow): Cohort => ({ __typename: 'Cohort', ...row }) as Cohort;
