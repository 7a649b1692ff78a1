import { directory } from '@vouchsafe/directory-service';
import { notificationPolicies, notifications, type NotificationSettings } from '@vouchsafe/notifications-service';
import { programAnalytics } from '@vouchsafe/program-analytics-service';
import { programs } from '@vouchsafe/programs-service';
import type { Context } from '@vouchsafe/projections';
import type { Policy } from '@vouchsafe/reactions';
import { sponsorship, sponsorshipPolicies } from '@vouchsafe/sponsorship-service';
import { tenancy } from '@vouchsafe/tenancy-service';

/** The contexts whose events may stand in the logs, and whose tables this process needs. */
export const contexts: readonly Context[] = [tenancy, directory, programs, sponsorship, programAnalytics, notifications];

/** Everything that follows by itself. */
export const policiesOf = (settings: NotificationSettings): readonly Policy[] => [...sponsorshipPolicies(settings), ...notificationPolicies()];
