import fc from 'fast-check';
import { sampleSizeExactly, sampleSizePerArm } from './sample-size.js';
import { smallestDetectableDifference, smallestOf } from './smallest-detectable.js';

it.each([[0.2, 0.1, '198.96', 199], [0.3, 0.2, '293.15', 294], [0.15, 0.1, '685.60', 686]])('%d against %d needs %s people an arm', (p1, p2, exactly, perArm) => {
  expect([sampleSizeExactly(p1, p2).toFixed(2), sampleSizePerArm(p1, p2)]).toEqual([exactly, perArm]);
  expect(sampleSizePerArm(p2, p1)).toBe(perArm);
});

it.each([[0.1, 0.1], [1.1, 0.5], [-0.1, 0.5], [NaN, 0.5]])('is none for %d against %d', (p1, p2) => expect(() => sampleSizePerArm(p1, p2)).toThrow(RangeError));

describe('the smallest difference that so many people reveal', () => {
  it('is the sample size the other way round', () => {
    expect(smallestDetectableDifference(198.961, 198.961, 0.1).rise).toBeCloseTo(0.1, 5);
    expect(smallestDetectableDifference(293.151, 293.151, 0.3).fall).toBeCloseTo(0.1, 5);
  });

  it('needs no more people than there are, and nothing smaller would do', () =>
    fc.assert(fc.property(fc.integer({ min: 2, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, base) => {
      const { rise, fall } = smallestDetectableDifference(n, n, base);
      for (const [difference, sign] of [[rise, 1], [fall, -1]] as const) {
        if (difference === null) continue;
        expect(sampleSizeExactly(base + sign * difference, base)).toBeLessThanOrEqual(n * (1 + 1e-6));
        expect(sampleSizeExactly(base + sign * difference * 0.99, base)).toBeGreaterThan(n);
      }
    })));

  it('shrinks with more people, and arms of different size count as their harmonic mean', () => {
    const rise = (n1: number, n2: number): number => smallestDetectableDifference(n1, n2, 0.2).rise!;
    expect(rise(400, 400)).toBeLessThan(rise(100, 100));
    expect(rise(50, 150)).toBeCloseTo(rise(75, 75), 12);
  });

  it('is none where even all or nobody would hide among so few', () => {
    expect(smallestDetectableDifference(3, 3, 0.5)).toEqual({ rise: null, fall: null });
    expect(smallestDetectableDifference(40, 40, 0.1)).toEqual({ rise: expect.closeTo(0.2597, 4), fall: null });
    expect(smallestDetectableDifference(1_000, 1_000, 0).fall).toBeNull();
  });

  it('is one number where one is asked for: the smaller', () => expect([
    smallestOf({ rise: 0.2, fall: 0.1 }), smallestOf({ rise: null, fall: 0.1 }), smallestOf({ rise: 0.2, fall: null }), smallestOf({ rise: null, fall: null }),
  ]).toEqual([0.1, 0.1, 0.2, null]));
});
