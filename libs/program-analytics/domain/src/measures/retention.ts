import { compareRates, retentionBenefit, returnOnCost, withinHorizon, type ThreePoints } from '@vouchsafe/statistics';
import { compare } from '../comparison.js';
import { daysOf } from '../frame.js';
import { horizonObjection, liftFigures, timeFigures } from '../lift.js';
import { measure } from '../measure.js';
import { tell, type Told } from '../told.js';

interface Asked { readonly horizonMonths: number; readonly costPerExit?: ThreePoints | null; readonly programCost?: number | null }
interface Amounts { readonly state: string; readonly low: number | null; readonly mid: number | null; readonly high: number | null }

const costObjection = ({ costPerExit, programCost }: Asked): string | null => {
  if (costPerExit && !(costPerExit.low >= 0 && costPerExit.low <= costPerExit.mid && costPerExit.mid <= costPerExit.high)) return 'What an exit costs runs from low over mid to high, none below 0.';
  return programCost != null && !(programCost > 0) ? 'What the programme costs is above 0.' : null;
};

/** K12 and K23: who left, and what it is worth that fewer did. What an exit costs comes with the question; without a difference no amount is named. */
export const retention = measure('retention', {
  needs: ['people', 'rules', 'commitments', 'sponsorships'],
  objection: (asked: Asked, seesPeople) => horizonObjection(asked, seesPeople) ?? costObjection(asked),
  compute(history, frame, { horizonMonths, costPerExit = null, programCost = null }: Asked, tools) {
    const compared = compare(history, frame, ({ stays }) => stays.flatMap(({ until }) => until ?? []), tools);
    const [treated, comparison] = [compared.treated, compared.comparison].map((arm) => withinHorizon(arm, daysOf(horizonMonths))) as [{ count: number; n: number }, { count: number; n: number }];
    const tells = [treated.n, comparison.n];
    const fewer = compareRates(comparison, treated).absolute; // q_C − q_T: above 0 where fewer of the sponsored left
    const none = (state: string): Amounts => ({ state, low: null, mid: null, high: null });
    const found = costPerExit && 'value' in fewer && fewer.interval ? retentionBenefit(treated.n, { value: fewer.value, interval: fewer.interval }, costPerExit) : null;
    const benefit: Told<Amounts> = {
      shown: found ? (fewer.state === 'VALUE' ? { state: 'VALUE', low: Math.round(found.low), mid: Math.round(found.mid), high: Math.round(found.high) } : none('NOT_DISTINGUISHABLE')) : none(costPerExit && fewer.state === 'TOO_FEW' ? 'TOO_FEW' : 'NOT_APPLICABLE'),
      hidden: none('SUPPRESSED'), tells,
    };
    const returned = found && programCost !== null ? returnOnCost(fewer.state === 'VALUE' ? found : { low: 0, mid: 0, high: 0 }, programCost, tells) : null;
    return {
      lift: liftFigures(compared, horizonMonths), time: timeFigures(compared, history.people, true), benefit,
      returnOnCost: returned && 'value' in returned ? tell(returned, tells)
        : { shown: { ...tell({ state: 'NOT_APPLICABLE' }, tells).shown, state: returned?.state ?? 'NOT_APPLICABLE' }, hidden: tell({ state: 'NOT_APPLICABLE' }, tells).hidden, tells },
    };
  },
});
