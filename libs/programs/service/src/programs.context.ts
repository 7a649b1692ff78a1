import type { Context } from '@vouchsafe/projections';
import { programsEvents } from '@vouchsafe/programs-contracts';
import { cohortRoster } from './cohort-roster/cohort-roster.projection.js';
import { programOverview } from './program-overview/program-overview.projection.js';

/** What this context brings to the processes that fold and migrate. */
export const programs: Context = {
  events: [programsEvents],
  projections: [programOverview, cohortRoster],
  migrations: [],
  schema: new URL('.', import.meta.url),
};
