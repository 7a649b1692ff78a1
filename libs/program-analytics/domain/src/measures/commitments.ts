import { lastDay } from '../frame.js';
import { groupBy, heldOn } from '../history.js';
import { measure } from '../measure.js';
import { tellCount } from '../told.js';

/** Commitments by what they are on the last day. */
export const commitments = measure('commitments', {
  needs: ['commitments'],
  compute({ commitments: all }, frame) {
    const day = lastDay(frame);
    const states = groupBy(all.flatMap((each) => {
      const span = each.spans.find((one) => heldOn(one, day));
      return span ? [{ status: span.status.toUpperCase(), protegeId: each.protegeId }] : [];
    }), ({ status }) => status);
    return [...states].sort(([one], [other]) => (one < other ? -1 : 1)).map(([status, those]) => ({ status, count: tellCount(those.length, new Set(those.map(({ protegeId }) => protegeId)).size) }));
  },
});
