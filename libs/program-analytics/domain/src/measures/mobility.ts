import { isWithin } from '../frame.js';
import { measure } from '../measure.js';
import { tellOpenShare } from '../told.js';

/** K13: of the posts filled in the period, those by somebody who was already here. Who was first seen in a post but had joined before the period is neither. */
export const mobility = measure('mobility', {
  needs: ['people'],
  compute({ people }, frame) {
    let [moves, hires] = [0, 0];
    for (const { stays, standings } of people) {
      standings.forEach(({ from, postId }, index) => {
        const before = standings[index - 1];
        if (!isWithin(frame, from) || before?.postId === postId) return;
        const stay = stays.findLast((each) => each.from <= from);
        if (before && stay && before.from >= stay.from) moves += 1;
        else if (stay && isWithin(frame, stay.from)) hires += 1;
      });
    }
    return { internal: tellOpenShare({ count: moves, n: moves + hires }) };
  },
});
