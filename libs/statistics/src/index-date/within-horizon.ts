import type { Arm } from '../rates/arm.js';
import type { FollowUp } from './watched.js';

/** Who had it within a horizon, of those who could have been watched for so long.
 *
 * Who left in between without it is counted, and had it not: were only those leavers counted who had it before, both rates would be too high; and where
 * leaving itself is the outcome, nobody else would be left. A comparison who is sponsored meanwhile stays one: to drop them would drop only people to
 * whom nothing had happened yet. If sponsorship does something, the difference is therefore shown smaller than it is, never larger.
 * @param horizon in days, > 0 */
export const withinHorizon = (followUps: readonly FollowUp[], horizon: number): Arm => {
  const watched = followUps.filter(({ watchable }) => watchable >= horizon);
  return { count: watched.filter(({ event, time }) => event && time <= horizon).length, n: watched.length };
};
