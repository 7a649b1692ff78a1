import type { Context } from '@vouchsafe/projections';
import { commitmentEvents, continuityEvents, delegationEvents, outcomeEvents, sponsorLoadEvents } from '@vouchsafe/sponsorship-contracts';
import { advocacyActions } from './advocacy-actions/advocacy-actions.projection.js';
import { commitmentOverview } from './commitment-overview/commitment-overview.projection.js';
import { commitmentTimeline } from './commitment-timeline/commitment-timeline.projection.js';
import { delegates } from './delegates/delegates.projection.js';
import { outcomeOverview } from './outcomes/outcomes.projection.js';
import { participants } from './participants/participants.projection.js';

/** What this context brings to the processes that fold and migrate. */
export const sponsorship: Context = {
  events: [commitmentEvents, outcomeEvents, continuityEvents, sponsorLoadEvents, delegationEvents],
  projections: [commitmentOverview, advocacyActions, outcomeOverview, commitmentTimeline, participants, delegates],
  migrations: [],
  schema: new URL('.', import.meta.url),
};
