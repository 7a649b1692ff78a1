import { z } from 'zod';

const whole = z.number().int().nonnegative();
const weight = z.number().nonnegative().max(100);

/** How a programme is run: part of its versioned rules, so that every figure and every match run can name what it was made under.
 * The guard on people who leave in one import is not here: it belongs to the organization, not to a programme. */
export const programSettings = z.object({
  /** How many levels a sponsor is above the protégé, at least. */
  levelGap: whole.max(20),
  /** Whether two people under the same manager are kept apart. */
  siblingsExcluded: z.boolean(),
  otherFunction: z.enum(['REQUIRED', 'PREFERRED', 'IGNORED']),
  largestTimeZoneDistanceHours: z.number().nonnegative().max(26),
  rematchCooldownMonths: whole.max(120),
  /** Places of a sponsor who set none. */
  sponsorCapacity: whole.max(50),
  attributionWindowDays: whole.min(1).max(3_650),
  /** A figure over fewer people is withheld. A tenant may go down to five and no further. */
  smallestGroup: whole.min(5).max(1_000),
  /** The same for figures by a protected trait, never under ten. */
  smallestGroupByTrait: whole.min(10).max(1_000),
  quorum: z.object({ endorsers: whole.min(1).max(20), functions: whole.max(20), withDirectObservation: whole.max(20) }),
  /** A tenant may be stricter than 24 months, not laxer: every commitment has an end in sight. */
  longestTermMonths: whole.min(1).max(24),
  daysToAnswerAnAsk: whole.min(1).max(365),
  overduePledgesAtANewAsk: z.enum(['WARN', 'REFUSE']),
  /** An action recorded more days after it happened is marked late. */
  lateRecordingAfterDays: whole.max(3_650),
  /** Concentration (Herfindahl–Hirschman, in (0, 1]) above which a protégé hangs on too few sponsors. */
  dependencyAlertAbove: z.number().positive().max(1),
  /** What an act costs its sponsor, relative to the others. */
  capitalWeight: z.object({ AMPLIFY: weight, BOOST: weight, CONNECT: weight, DEFEND: weight }),
});
export type ProgramSettings = z.output<typeof programSettings>;

/** What a programme starts with. A change here changes no programme: the values stand in its events. */
export const defaultProgramSettings: ProgramSettings = {
  levelGap: 2,
  siblingsExcluded: true,
  otherFunction: 'PREFERRED',
  largestTimeZoneDistanceHours: 4,
  rematchCooldownMonths: 12,
  sponsorCapacity: 2,
  attributionWindowDays: 365,
  smallestGroup: 10,
  smallestGroupByTrait: 10,
  quorum: { endorsers: 2, functions: 2, withDirectObservation: 1 },
  longestTermMonths: 24,
  daysToAnswerAnAsk: 10,
  overduePledgesAtANewAsk: 'WARN',
  lateRecordingAfterDays: 90,
  dependencyAlertAbove: 0.5,
  capitalWeight: { AMPLIFY: 1, BOOST: 1, CONNECT: 1, DEFEND: 1 },
};
