import { isWithin, lastDay } from '../frame.js';
import { groupBy, heldOn } from '../history.js';
import { measure } from '../measure.js';
import { exitAfter } from '../people.js';
import { byId, coveredOn } from '../sponsorships.js';
import { tellCount, tellShare } from '../told.js';

const AFTER = 90;

/** K22: of the protégés whose sponsor left in the period, who has an active sponsor ninety days later. Who left meanwhile, and whose ninety days are not over,
 * are counted apart. */
export const continuity = measure('continuity', {
  needs: ['commitments', 'people'],
  compute({ commitments, people }, frame) {
    const known = byId(people);
    const bySponsor = groupBy(commitments, ({ sponsorId }) => sponsorId);
    let [kept, followed, leftToo, waiting] = [0, 0, 0, 0];
    for (const { personId, stays } of people) {
      for (const { until: departed } of stays) {
        if (departed === null || !isWithin(frame, departed)) continue;
        // The sponsor's last day is the one before.
        const theirs = new Set((bySponsor.get(personId) ?? []).filter(({ spans }) => spans.some((span) => span.covers && heldOn(span, departed - 1))).map(({ protegeId }) => protegeId));
        const covered = theirs.size > 0 ? coveredOn(commitments.filter(({ protegeId }) => theirs.has(protegeId)), known, departed + AFTER) : new Set();
        for (const protegeId of theirs) {
          const protege = known.get(protegeId);
          const exit = protege ? exitAfter(protege, departed - 1) : null;
          if (exit !== null && exit <= Math.min(departed + AFTER, lastDay(frame))) leftToo += 1;
          else if (departed + AFTER > frame.knownOn) waiting += 1;
          else {
            followed += 1;
            if (covered.has(protegeId)) kept += 1;
          }
        }
      }
    }
    return { kept: tellShare({ count: kept, n: followed }), leftMeanwhile: tellCount(leftToo), notYetOver: tellCount(waiting) };
  },
});
