import { known, NOT_APPLICABLE, tooFew, type Figure } from '../figure/figure.js';

/** Whether something comes regularly (−1), by chance (about 0) or in bursts (towards 1): B = (σ − μ)/(σ + μ) of the days between, population σ.
 * @param days as whole numbers, in any order; what falls on one day counts once
 * @throws RangeError with fewer than two different days: there is nothing between
 * @see Goh & Barabási, "Burstiness and Memory in Complex Systems", EPL 81, 48002 (2008) */
export const burstiness = (days: readonly number[]): number => {
  const each = [...new Set(days)].sort((one, other) => one - other);
  if (each.length < 2) throw new RangeError('There is nothing between fewer than two days.');
  const gaps = each.slice(1).map((day, index) => day - each[index]!);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  return (deviation - mean) / (deviation + mean);
};

const FEWEST_WINS = 4;

/** How regularly somebody records wins.
 * @param days of wins and of quiet weeks; under four different ones nothing is judged */
export const consistency = (days: readonly number[]): Figure => {
  const wins = new Set(days).size;
  if (wins === 0) return NOT_APPLICABLE;
  return wins < FEWEST_WINS ? tooFew(wins) : known(burstiness(days), 'INDEX', [wins]);
};
