import { createHash } from 'node:crypto';

/** Chance that repeats: the same place gives the same draws, whatever was drawn elsewhere before. */
export interface Random {
  /** A number in [0, 1). */
  readonly unit: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws RangeError for an empty list */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of the values, each as likely as its weight says; a weight of 0 is never picked. */
  readonly weighted: <T>(values: readonly (readonly [T, number])[]) => T;
  /** A new list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => T[];
  /** How often something with this mean happens: 0, 1, 2 … (Poisson). */
  readonly count: (mean: number) => number;
  /** 128 bits, in hexadecimal. */
  readonly id: () => string;
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** 32 bits at a time, from a state that is not all zero.
 * @see Blackman & Vigna, "Scrambled Linear Pseudorandom Number Generators" (2018): xoshiro128** 1.1 */
export const xoshiro = ([first, second, third, fourth]: readonly [number, number, number, number]): (() => number) => {
  let [a, b, c, d] = [first, second, third, fourth];
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result >>> 0;
  };
};

/** Draws for one place in the history, such as the seed, an organization and a person. */
export const randomAt = (...place: readonly (string | number)[]): Random => {
  const start = createHash('sha256').update(JSON.stringify(place)).digest();
  const bits = xoshiro([start.readInt32LE(0), start.readInt32LE(4), start.readInt32LE(8), start.readInt32LE(12) | 1]);
  const unit = (): number => bits() / 2 ** 32;
  const whole = (least: number, most: number): number => least + Math.floor(unit() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Nothing can be picked from an empty list.');
    return list[whole(0, list.length - 1)]!;
  };
  return {
    unit,
    whole,
    chance: (probability) => unit() < probability,
    pick,
    weighted: (values) => {
      let left = unit() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) if (weight > 0 && (left -= weight) < 0) return value;
      return values.findLast(([, weight]) => weight > 0)![0]; // rounding left a crumb
    },
    shuffled: (list) => {
      const order = [...list];
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = whole(0, at);
        [order[at], order[other]] = [order[other]!, order[at]!];
      }
      return order;
    },
    count: (mean) => {
      // Knuth's multiplication; its means here are small.
      const limit = Math.exp(-mean);
      let times = 0;
      for (let product = unit(); product > limit; product *= unit()) times += 1;
      return times;
    },
    id: () => Array.from({ length: 4 }, () => bits().toString(16).padStart(8, '0')).join(''),
  };
};

/** A lower-case UUID of version 8: made by a rule of our own. */
export const uuidAt = (...place: readonly (string | number)[]): string => {
  const hex = randomAt('uuid', ...place).id();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
