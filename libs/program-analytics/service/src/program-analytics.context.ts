import type { Context } from '@vouchsafe/projections';
import { peopleFacts } from './people-facts/people-facts.projection.js';
import { programFacts } from './program-facts/program-facts.projection.js';

/** What this context brings to the processes that fold and migrate. It writes no events. */
export const programAnalytics: Context = { events: [], projections: [programFacts, peopleFacts], migrations: [], schema: new URL('.', import.meta.url) };
