import { sqlMigration } from '@vouchsafe/access';
import { directoryEvents } from '@vouchsafe/directory-contracts';
import type { Context } from '@vouchsafe/projections';
import { importReviews } from './import-review/import-review.projection.js';
import { organizationFacts } from './organization-facts/organization-facts.projection.js';

/** What this context brings to the processes that fold and migrate. */
export const directory: Context = {
  events: [directoryEvents],
  projections: [organizationFacts, importReviews],
  migrations: [
    sqlMigration('Directory', 1_763_800_000_120, new URL('./tables/directory.sql', import.meta.url)),
    sqlMigration('DirectorySnapshot', 1_763_840_000_120, new URL('./tables/directory-snapshot.sql', import.meta.url)),
    sqlMigration('DirectoryRatingAndAccess', 1_763_840_000_121, new URL('./tables/rating-and-access.sql', import.meta.url)),
  ],
  schema: new URL('.', import.meta.url),
};
