import { known, NOT_APPLICABLE, tooFew, type Figure } from '../figure/figure.js';
import { checkArms, type Arm } from './arm.js';
import { exactPoisson, checkExposure } from './exact-poisson.js';
import { wilson } from './wilson.js';

/** A share of people or things with its Wilson interval: coverage, match rate, adherence, keeping, conversion, mobility, quorum, attainment, continuity.
 * @throws RangeError for what is no count */
export const rate = (arm: Arm): Figure => {
  checkArms(arm);
  return arm.n === 0 ? NOT_APPLICABLE : known(arm.count / arm.n, 'SHARE', [arm.n], wilson(arm));
};

/** Events per month of exposure with the exact Poisson interval: the advocacy rate.
 * @param events a whole number ≥ 0
 * @param months ≥ 0; the figure's `n`
 * @param fewest below so many events there is nothing to judge
 * @throws RangeError outside these */
export const eventRate = (events: number, months: number, { fewest }: { readonly fewest: number }): Figure => {
  if (months === 0) return NOT_APPLICABLE;
  checkExposure(events, months);
  return events < fewest ? tooFew(months) : known(events / months, 'PER_MONTH', [months], exactPoisson(events, months));
};
