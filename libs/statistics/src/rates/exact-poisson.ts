import type { Interval } from '../figure/interval.js';
import { gammaQuantile } from '../special/gamma-quantile.js';

/** @throws RangeError unless events were counted over an exposure */
export const checkExposure = (events: number, exposure: number): void => {
  if (!Number.isSafeInteger(events) || events < 0) throw new RangeError(`${events} is no count of events.`);
  if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`Events cannot be counted over an exposure of ${exposure}.`);
};

/** The exact 95 % interval of a rate of events: [½χ²₀.₀₂₅(2x)/M, ½χ²₀.₉₇₅(2x + 2)/M], the lower end 0 at x = 0.
 * @param events x, a whole number ≥ 0
 * @param exposure M > 0, such as sponsor-months; the interval is per unit of it
 * @throws RangeError outside these
 * @see Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936) */
export const exactPoisson = (events: number, exposure: number): Interval => {
  checkExposure(events, exposure);
  const low = events === 0 ? 0 : gammaQuantile(events, 0.025, 'LOWER') / exposure; // half a χ² with 2x degrees is a gamma of shape x
  return { method: 'EXACT_POISSON', low, high: gammaQuantile(events + 1, 0.025, 'UPPER') / exposure };
};
