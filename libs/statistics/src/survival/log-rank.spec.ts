import fc from 'fast-check';
import { lifeTableOf, type Observation } from './life-table.js';
import { logRank } from './log-rank.js';
import { quadraticForm } from './quadratic-form.js';
import { PLACEBO, SIX_MP } from './six-mp.fixtures.js';

const of = (...groups: readonly (readonly Observation[])[]) => logRank(groups.map((group) => lifeTableOf(group)));
const group = fc.array(fc.record({ time: fc.integer({ min: 0, max: 20 }), event: fc.boolean() }), { minLength: 1, maxLength: 40 });

it('tells 6-MP from placebo', () => {
  const { observed, expected, variance, chiSquared, degrees, p } = of(SIX_MP, PLACEBO);
  expect([observed, expected.map((events) => events.toFixed(4)), variance[0]!.toFixed(4), chiSquared!.toFixed(2), degrees, p!.toExponential(2)])
    .toEqual([[9, 21], ['19.2505', '10.7495'], '6.2570', '16.79', 1, '4.17e-5']);
});

it('keeps χ² and p when two groups are exchanged, and expects as many events as there were', () =>
  fc.assert(fc.property(group, group, (one, other) => {
    const [there, back] = [of(one, other), of(other, one)];
    expect(back.p).toEqual(there.p === null ? null : expect.closeTo(there.p, 10));
    expect(back.observed[0]! - back.expected[0]!).toBeCloseTo(there.expected[0]! - there.observed[0]!, 9);
    expect(there.expected[0]! + there.expected[1]!).toBeCloseTo(there.observed[0]! + there.observed[1]!, 9);
  })));

it('does not depend on the order of three groups, and has two degrees of freedom', () =>
  fc.assert(fc.property(group, group, group, (one, two, three) => {
    const [there, back] = [of(one, two, three), of(three, one, two)];
    expect(back.degrees).toBe(there.degrees);
    expect(back.chiSquared).toEqual(there.chiSquared === null ? null : expect.closeTo(there.chiSquared, 6));
    if (there.degrees === 1) return;
    const alone = of(one, [...two, ...three]);
    if (alone.chiSquared !== null) expect(there.chiSquared!).toBeGreaterThanOrEqual(alone.chiSquared - 1e-9); // what is divided further differs no less
  })));

it('is small for groups of one and the same curve', () => expect(of(SIX_MP, SIX_MP, SIX_MP).chiSquared).toBeCloseTo(0, 12));

it('leaves out times at which one person is left, and says nothing where nothing varies', () => {
  expect(of([{ time: 1, event: true }, { time: 3, event: true }], [{ time: 1, event: true }]).variance[0]).toBeCloseTo(2 * (2 / 3) * (1 / 3) * (1 / 2), 12);
  expect(of([{ time: 1, event: false }], [{ time: 2, event: true }])).toMatchObject({ chiSquared: null, degrees: 0, p: null });
});

it('needs two groups', () => expect(() => of(SIX_MP)).toThrow(RangeError));

describe('a quadratic form', () => {
  it('is xᵀA⁻¹x', () => expect(quadraticForm([[4, 2], [2, 3]], [2, 5])).toBeCloseTo((3 * 4 - 2 * 2 * 2 * 5 + 4 * 25) / 8, 12));
  it('is refused for what is no covariance', () => expect(() => quadraticForm([[1, 1], [1, 1]], [1, 2])).toThrow(RangeError));
});
