import { sqlMigration, type Migration } from '@vouchsafe/access';

export const eventStoreMigrations: readonly Migration[] = [
  sqlMigration('Log', 1_763_800_000_001, new URL('./postgres/log.sql', import.meta.url)),
  sqlMigration('Append', 1_763_800_000_002, new URL('./postgres/append.sql', import.meta.url)),
];
