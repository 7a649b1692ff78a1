import { sqlMigration } from '@vouchsafe/access';

/** The relay's own tables, and its right to read the logs. Needs those of the event store. */
export const relayMigration = sqlMigration('Relay', 1_763_800_000_140, new URL('./relay.sql', import.meta.url));
