import type { RandomBits } from './random-bits.js';

/** Bits that look random and are the same for the same seed: xorshift32 (Marsaglia, 2003). For tests only. */
export const seededBits = (seed: number): RandomBits => {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 16) & 1) as 0 | 1;
  };
};
