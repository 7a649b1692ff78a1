/** How many people a shown count has at least. */
export const SMALLEST_GROUP = 10;
export const SMALLEST_EVER = 5;
export const SMALLEST_BY_TRAIT = 10;

/** The k of a table, from what a tenant has set: five at the least, and ten where it is broken down by a trait.
 * @throws RangeError for less than five: a setting is refused when it is made, not mended when it is used */
export const smallestGroup = ({ set = SMALLEST_GROUP, byTrait = false }: { set?: number; byTrait?: boolean }): number => {
  if (!Number.isSafeInteger(set) || set < SMALLEST_EVER) throw new RangeError(`No figure rests on fewer than ${SMALLEST_EVER} people, and ${set} is.`);
  return byTrait ? Math.max(set, SMALLEST_BY_TRAIT) : set;
};
