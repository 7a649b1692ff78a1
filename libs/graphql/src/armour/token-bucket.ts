/** What may be spent: `perSecond` for ever, and `atOnce` by whoever saved it up. In cost units. */
export interface Budget {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** What was left at a moment, in milliseconds of any clock. */
export interface Level {
  readonly left: number;
  readonly at: number;
}

/** A token bucket (Turner, "New directions in communications", IEEE Communications Magazine 24, 1986): it fills evenly, never above its brim.
 * @param last undefined for whoever has not been seen: their bucket is full
 * @returns the level now; a clock that went back has filled nothing */
export const levelAt = ({ perSecond, atOnce }: Budget, last: Level | undefined, now: number): Level =>
  (last === undefined ? { left: atOnce, at: now } : { left: Math.min(atOnce, last.left + (Math.max(0, now - last.at) / 1_000) * perSecond), at: now });

/** @returns seconds until `cost` is there, 0 if it is; infinite for what no full bucket holds */
export const secondsUntil = ({ perSecond, atOnce }: Budget, { left }: Level, cost: number): number => {
  if (cost <= left) return 0;
  return cost > atOnce ? Infinity : (cost - left) / perSecond;
};
