import { compare } from '../comparison.js';
import { horizonObjection, liftFigures, timeFigures } from '../lift.js';
import { measure } from '../measure.js';

/** K9, K10, K11 on rises in rank, as the directory knows them of everybody: what people say of themselves would be known of the sponsored only. */
export const promotion = measure('promotion', {
  needs: ['people', 'rules', 'commitments', 'sponsorships'], objection: horizonObjection,
  compute(history, frame, { horizonMonths }: { horizonMonths: number }, tools) {
    const compared = compare(history, frame, ({ rises }) => rises, tools);
    return { ...liftFigures(compared, horizonMonths), time: timeFigures(compared, history.people, false) };
  },
});
