import { createHash } from 'node:crypto';
import type { Tools } from '@vouchsafe/program-analytics-domain';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Bits that depend on nothing but the seed: SHA-256 in counter mode. Who is drawn as a comparison must be the same whenever the question is asked again, and
 * must not be choosable by whoever asks. */
const bitsOf = (seed: string): Tools['bits'] => {
  let block = Buffer.alloc(0);
  let [at, blocks] = [0, 0];
  return () => {
    if (at === block.length * 8) [block, at] = [createHash('sha256').update(`${seed}\n${(blocks += 1)}`).digest(), 0];
    const bit = (block[at >> 3]! >> (at & 7)) & 1;
    at += 1;
    return bit as 0 | 1;
  };
};

/** @param seed what was asked for, the state of knowledge left out: what is learned later moves figures, and not who is drawn */
export const toolsFor = (seed: string): Tools => ({ bits: bitsOf(seed), digest });
