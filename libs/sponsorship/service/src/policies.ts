import type { Policy } from '@vouchsafe/reactions';
import { whenCommitmentAcceptedProposeFirstCheckIn } from './when-commitment-accepted-propose-first-check-in/when-commitment-accepted-propose-first-check-in.js';
import { whenOutcomeRecordedWithoutAdvocacyAskForAttribution } from './when-outcome-recorded-without-advocacy-ask-for-attribution/when-outcome-recorded-without-advocacy-ask-for-attribution.js';
import { whenPledgeDueSoonRemindItsOwner } from './when-pledge-due-soon-remind-its-owner/when-pledge-due-soon-remind-its-owner.js';
import { whenSponsorLeftFlagProtegesAtRisk } from './when-sponsor-left-flag-proteges-at-risk/when-sponsor-left-flag-proteges-at-risk.js';

export interface SponsorshipPolicySettings {
  /** How many days before its day somebody is reminded of a pledge. */
  readonly remindDaysBefore: number;
  /** How many days after an outcome was recorded the pair is asked what it rests on. */
  readonly attributionGraceDays: number;
}

/** What follows by itself from what happens here. */
export const sponsorshipPolicies = ({ remindDaysBefore, attributionGraceDays }: SponsorshipPolicySettings): readonly Policy[] => [
  whenPledgeDueSoonRemindItsOwner({ daysBefore: remindDaysBefore }),
  whenCommitmentAcceptedProposeFirstCheckIn(),
  whenSponsorLeftFlagProtegesAtRisk(),
  whenOutcomeRecordedWithoutAdvocacyAskForAttribution({ graceDays: attributionGraceDays }),
];
