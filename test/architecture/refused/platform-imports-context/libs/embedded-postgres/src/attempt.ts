import { sponsorship } from '@vouchsafe/sponsorship-service';

export const migrations = sponsorship.migrations;
