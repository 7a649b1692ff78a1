import { DirectoryModule, directory } from '@vouchsafe/directory-service';
import { NotificationsModule, notifications } from '@vouchsafe/notifications-service';
import { ProgramAnalyticsModule, programAnalytics } from '@vouchsafe/program-analytics-service';
import { ProgramsModule, programs } from '@vouchsafe/programs-service';
import { SponsorshipModule, sponsorship } from '@vouchsafe/sponsorship-service';
import { TenancyModule, tenancy } from '@vouchsafe/tenancy-service';
import type { ApiContext } from './api.module.js';

/** The contexts that this process serves. */
export const contexts: readonly (ApiContext & { readonly context: typeof sponsorship })[] = [
  { module: TenancyModule, context: tenancy, schema: tenancy.schema },
  { module: DirectoryModule, context: directory, schema: directory.schema },
  { module: ProgramsModule, context: programs, schema: programs.schema },
  { module: SponsorshipModule, context: sponsorship, schema: sponsorship.schema },
  { module: ProgramAnalyticsModule, context: programAnalytics, schema: programAnalytics.schema },
  { module: NotificationsModule, context: notifications, schema: notifications.schema },
];
