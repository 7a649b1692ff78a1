import { sqlMigration } from '@vouchsafe/access';

/** Where policies stand, what they remember, and what is due. Needs the tables of the event store. */
export const reactionsMigration = sqlMigration('React', 1_763_800_000_150, new URL('./react.sql', import.meta.url));
