import type { Interval } from '../figure/interval.js';
import { Z_975 } from '../special/normal.js';
import { checkRates, type Arm } from './arm.js';

/** The 95 % interval of a share: (2np + z² ± z√(z² + 4npq)) / (2(n + z²)).
 * @param arm n > 0
 * @returns limits within [0, 1], also at 0 and n of n
 * @throws RangeError for what is no count, and for an empty group
 * @see Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927) */
export const wilson = (arm: Arm): Interval => {
  checkRates(arm);
  const { count, n } = arm;
  const z2 = Z_975 * Z_975;
  const half = Z_975 * Math.sqrt(z2 + (4 * count * (n - count)) / n);
  const scale = 2 * (n + z2);
  // At the ends rounding would leave the share itself outside by a last digit.
  return { method: 'WILSON', low: count === 0 ? 0 : (2 * count + z2 - half) / scale, high: count === n ? 1 : (2 * count + z2 + half) / scale };
};
