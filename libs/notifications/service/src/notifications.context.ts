import type { Context } from '@vouchsafe/projections';

/** What this context brings to the processes that fold and migrate. */
export const notifications: Context = {
  events: [],
  projections: [],
  migrations: [],
  schema: new URL('.', import.meta.url),
};
