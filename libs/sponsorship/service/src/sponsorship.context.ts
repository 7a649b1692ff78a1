import type { Context } from '@vouchsafe/projections';
import { commitmentEvents, continuityEvents, outcomeEvents } from '@vouchsafe/sponsorship-contracts';
import { advocacyActions } from './advocacy-actions/advocacy-actions.projection.js';
import { commitmentOverview } from './commitment-overview/commitment-overview.projection.js';
import { commitmentTimeline } from './commitment-timeline/commitment-timeline.projection.js';
import { outcomeOverview } from './outcomes/outcomes.projection.js';

/** What this context brings to the processes that fold and migrate. */
export const sponsorship: Context = {
  events: [commitmentEvents, outcomeEvents, continuityEvents],
  projections: [commitmentOverview, advocacyActions, outcomeOverview, commitmentTimeline],
  migrations: [],
  schema: new URL('.', import.meta.url),
};
