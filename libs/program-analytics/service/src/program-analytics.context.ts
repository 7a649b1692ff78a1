import type { Context } from '@vouchsafe/projections';
import { programFacts } from './program-facts/program-facts.projection.js';

/** What this context brings to the processes that fold and migrate. It writes no events. */
export const programAnalytics: Context = { events: [], projections: [programFacts], migrations: [], schema: new URL('.', import.meta.url) };
