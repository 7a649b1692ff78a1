/** One bit at a time, each 0 or 1 with the same probability, from a cryptographic source. A seeded one exists in tests only. */
export type RandomBits = () => 0 | 1;

/** A whole number below `bound`, each with the same probability: by refusing what is beyond it, never by a remainder.
 * @param bound a whole number from 1 to 2⁵³ − 1 */
export const below = (bound: number, bit: RandomBits): number => {
  if (!Number.isSafeInteger(bound) || bound < 1) throw new RangeError(`Nothing can be drawn below ${bound}.`);
  for (;;) {
    let drawn = 0;
    for (let reach = 1; reach < bound; reach *= 2) drawn = 2 * drawn + bit();
    if (drawn < bound) return drawn;
  }
};
