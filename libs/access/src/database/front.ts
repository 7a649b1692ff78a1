import { sqlMigration } from './migrate.js';

export const frontMigration = sqlMigration('Front', 1_763_800_000_000, new URL('./front.sql', import.meta.url));
