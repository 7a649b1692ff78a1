import { frontMigration, migrate } from '@vouchsafe/access';
import { eventStoreMigrations } from '@vouchsafe/event-store';
import { relayMigration } from '@vouchsafe/messaging';

/** Brings a database to what a relay needs: the log, and its own marks and leases. Safe beside the other processes' migrations, in any order.
 * @param adminUrl as for `migrate` */
export const migrateRelay = (adminUrl: string): Promise<string[]> => migrate(adminUrl, [frontMigration, ...eventStoreMigrations, relayMigration]);
