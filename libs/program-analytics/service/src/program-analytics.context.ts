import type { Context } from '@vouchsafe/projections';
import { programAnalyticsEvents } from '@vouchsafe/program-analytics-contracts';
import { benchmarkMigration } from './benchmark/benchmark-shelf.js';
import { peopleFacts } from './people-facts/people-facts.projection.js';
import { programFacts } from './program-facts/program-facts.projection.js';
import { releaseMigration } from './releases/release-shelf.js';

/** What this context brings to the processes that fold and migrate. Its facts are of others' events; of its own it writes what is made public. */
export const programAnalytics: Context = {
  events: [programAnalyticsEvents], projections: [programFacts, peopleFacts], migrations: [releaseMigration, benchmarkMigration], schema: new URL('.', import.meta.url),
};
