import { directory } from '@vouchsafe/directory-service';
import { notifications } from '@vouchsafe/notifications-service';
import { programAnalytics } from '@vouchsafe/program-analytics-service';
import { programs } from '@vouchsafe/programs-service';
import type { Context } from '@vouchsafe/projections';
import { sponsorship } from '@vouchsafe/sponsorship-service';
import { tenancy } from '@vouchsafe/tenancy-service';

/** The contexts whose read models this process folds, and whose tables it needs. */
export const contexts: readonly Context[] = [tenancy, directory, programs, sponsorship, programAnalytics, notifications];
