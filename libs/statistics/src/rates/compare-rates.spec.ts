import fc from 'fast-check';
import { compareRates } from './compare-rates.js';
import { eventRate, rate } from './rate.js';

const states = (a: number, n1: number, b: number, n2: number): string[] => {
  const { absolute, relative } = compareRates({ count: a, n: n1 }, { count: b, n: n2 });
  return [absolute.state, relative.state];
};

it('gives the absolute and the relative difference together, each named and with both counts', () =>
  expect(compareRates({ count: 56, n: 70 }, { count: 48, n: 80 })).toEqual({
    absolute: { state: 'VALUE', value: expect.closeTo(0.2, 12), unit: 'SHARE', kind: 'ABSOLUTE', n: [70, 80], interval: { method: 'NEWCOMBE', low: expect.closeTo(0.0524, 4), high: expect.closeTo(0.3339, 4) } },
    relative: { state: 'VALUE', value: expect.closeTo(1 / 3, 12), unit: 'SHARE', kind: 'RELATIVE', n: [70, 80], interval: { method: 'KATZ', low: expect.closeTo(0.0766, 4), high: expect.closeTo(0.6512, 4) } },
  }));

it.each([
  ['a difference that chance explains', 30, 100, 40, 100, ['NOT_DISTINGUISHABLE', 'NOT_DISTINGUISHABLE']],
  ['too few, and an interval that includes none', 1, 10, 3, 20, ['TOO_FEW', 'TOO_FEW']],
  ['few, but all against none', 10, 10, 0, 10, ['VALUE', 'NOT_APPLICABLE']],
  ['nobody in one arm', 0, 0, 3, 20, ['NOT_APPLICABLE', 'NOT_APPLICABLE']],
])('%s', (_, a, n1, b, n2, expected) => expect(states(a, n1, b, n2)).toEqual(expected));

it('lets a p corrected for several looks decide', () => {
  const [one, other] = [{ count: 45, n: 100 }, { count: 60, n: 100 }];
  expect([null, 0.049, 0.05, 0.283].map((corrected) => compareRates(one, other, corrected).absolute.state)).toEqual(['VALUE', 'VALUE', 'NOT_DISTINGUISHABLE', 'NOT_DISTINGUISHABLE']);
});

it('has the same state with the groups exchanged, and the opposite absolute difference', () => {
  const anArm = fc.integer({ min: 1, max: 300 }).chain((n) => fc.integer({ min: 0, max: n }).map((count) => ({ count, n })));
  fc.assert(fc.property(anArm, anArm, (one, other) => {
    const [there, back] = [compareRates(one, other), compareRates(other, one)];
    expect([back.absolute.state, back.relative.state]).toEqual([there.absolute.state, there.relative.state]);
    if ('value' in there.absolute && 'value' in back.absolute) expect(back.absolute.value).toBeCloseTo(-there.absolute.value, 12);
  }));
});

it('a rate is a value with its interval, or a dash without people', () => {
  expect(rate({ count: 81, n: 263 })).toMatchObject({ state: 'VALUE', value: 81 / 263, unit: 'SHARE', n: [263], kind: null, interval: { method: 'WILSON' } });
  expect(rate({ count: 0, n: 0 })).toEqual({ state: 'NOT_APPLICABLE' });
});

it('a rate of events is judged from the fewest on', () => {
  expect(eventRate(10, 40, { fewest: 5 })).toMatchObject({ state: 'VALUE', value: 0.25, unit: 'PER_MONTH', n: [40], interval: { method: 'EXACT_POISSON' } });
  expect([eventRate(4, 40, { fewest: 5 }), eventRate(0, 0, { fewest: 5 })]).toEqual([{ state: 'TOO_FEW', n: [40] }, { state: 'NOT_APPLICABLE' }]);
});
