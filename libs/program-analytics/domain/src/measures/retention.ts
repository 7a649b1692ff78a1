import { compareRates, NOT_APPLICABLE, retentionBenefit, returnOnCost, withinHorizon, type ThreePoints } from '@vouchsafe/statistics';
import { compare, type OutcomeDays } from '../comparison.js';
import { daysOf } from '../frame.js';
import { horizonObjection, liftFigures, timeFigures } from '../lift.js';
import { measure } from '../measure.js';
import { tell, type Told } from '../told.js';

interface Asked { readonly horizonMonths: number; readonly costPerExit: ThreePoints; readonly programCost?: number | null }
interface Amounts { readonly state: string; readonly low: number | null; readonly mid: number | null; readonly high: number | null }

const costObjection = ({ costPerExit, programCost }: Asked): string | null => {
  if (!(costPerExit.low >= 0 && costPerExit.low <= costPerExit.mid && costPerExit.mid <= costPerExit.high)) return 'What an exit costs runs from low over mid to high, none below 0.';
  return programCost != null && !(programCost > 0) ? 'What the programme costs is above 0.' : null;
};

const exits: OutcomeDays = ({ stays }) => stays.flatMap(({ until }) => until ?? []);

/** K12: who left, of the sponsored and of those they are compared with. */
export const retention = measure('retention', {
  needs: ['people', 'rules', 'commitments', 'sponsorships'], objection: horizonObjection,
  compute(history, frame, { horizonMonths }: { horizonMonths: number }, tools) {
    const compared = compare(history, frame, exits, tools);
    return { ...liftFigures(compared, horizonMonths), time: timeFigures(compared, history.people, true) };
  },
});

/** K12 and K23: what it is worth that fewer left. What an exit costs comes with the question; without a difference no amount is named. */
export const retentionReturn = measure('retentionReturn', {
  needs: ['people', 'rules', 'commitments', 'sponsorships'], objection: (asked: Asked, seesPeople) => horizonObjection(asked, seesPeople) ?? costObjection(asked),
  compute(history, frame, { horizonMonths, costPerExit, programCost = null }: Asked, tools) {
    const compared = compare(history, frame, exits, tools);
    const [treated, comparison] = [compared.treated, compared.comparison].map((arm) => withinHorizon(arm, daysOf(horizonMonths))) as [{ count: number; n: number }, { count: number; n: number }];
    const tells = [treated.n, comparison.n];
    const fewer = compareRates(comparison, treated).absolute; // q_C − q_T: above 0 where fewer of the sponsored left
    const found = 'value' in fewer && fewer.interval ? retentionBenefit(treated.n, { value: fewer.value, interval: fewer.interval }, costPerExit) : null;
    const none = (state: string): Amounts => ({ state, low: null, mid: null, high: null });
    const isKnown = found !== null && fewer.state === 'VALUE';
    const benefit: Told<Amounts> = { shown: isKnown ? { state: 'VALUE', low: Math.round(found.low), mid: Math.round(found.mid), high: Math.round(found.high) } : none(fewer.state), hidden: none('SUPPRESSED'), tells };
    const returned = isKnown && programCost !== null ? returnOnCost(found, programCost, tells) : null;
    const unnamed = tell(NOT_APPLICABLE, tells);
    return {
      benefit,
      returnOnCost: returned && 'value' in returned ? tell(returned, tells) : { ...unnamed, shown: { ...unnamed.shown, state: programCost === null ? 'NOT_APPLICABLE' : returned?.state ?? fewer.state } },
    };
  },
});
