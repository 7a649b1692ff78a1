import { normalTwoSided } from '../special/normal.js';
import { checkRates, type Arm } from './arm.js';

/** The z test of two shares with a pooled variance and without correction.
 * @returns null if all or none had it: then there is no variance to test against
 * @throws RangeError for what is no count, and for an empty group
 * @see Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, third edition (2003), section 3.1 */
export const pooledZ = (one: Arm, other: Arm): { readonly z: number; readonly p: number } | null => {
  checkRates(one, other);
  const hits = one.count + other.count;
  const all = one.n + other.n;
  if (hits === 0 || hits === all) return null;
  const pooled = hits / all;
  const z = (one.count / one.n - other.count / other.n) / Math.sqrt(pooled * (1 - pooled) * (1 / one.n + 1 / other.n));
  return { z, p: normalTwoSided(z) };
};
