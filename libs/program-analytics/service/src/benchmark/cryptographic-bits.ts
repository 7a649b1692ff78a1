import { randomBytes } from 'node:crypto';
import type { RandomBits } from '@vouchsafe/statistics';

/** Bits from the operating system's cryptographic source. */
export const cryptographicBits = (): RandomBits => {
  let bytes = randomBytes(0);
  let at = 0;
  return () => {
    if (at === bytes.length * 8) [bytes, at] = [randomBytes(64), 0];
    const bit = (bytes[at >> 3]! >> (at & 7)) & 1;
    at += 1;
    return bit as 0 | 1;
  };
};
