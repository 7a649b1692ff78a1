/** How much a noised answer may tell of one person, as a fraction of whole numbers: the noise is drawn in integers, and 0.1 is no double. */
export interface Epsilon { readonly numerator: number; readonly denominator: number }

/** @throws RangeError unless both are whole numbers above 0 */
export const epsilon = (numerator: number, denominator: number): Epsilon => {
  const isWhole = (number: number): boolean => Number.isSafeInteger(number) && number > 0;
  if (!isWhole(numerator) || !isWhole(denominator)) throw new RangeError(`${numerator}/${denominator} is no fraction of whole numbers above 0.`);
  return { numerator, denominator };
};

export const epsilonValue = ({ numerator, denominator }: Epsilon): number => numerator / denominator;

/** What each of several questions about the same people may spend: what they spend adds up.
 * @see Dwork & Roth, The Algorithmic Foundations of Differential Privacy (2014), theorem 3.16 */
export const splitEvenly = ({ numerator, denominator }: Epsilon, questions: number): Epsilon => epsilon(numerator, denominator * questions);
