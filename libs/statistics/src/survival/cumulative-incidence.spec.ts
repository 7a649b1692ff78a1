import fc from 'fast-check';
import { cumulativeIncidence, type CompetingObservation } from './cumulative-incidence.js';
import { kaplanMeier } from './kaplan-meier.js';
import { lifeTableOf } from './life-table.js';

// 1 promoted, 2 left, 0 still there.
const CAREERS: CompetingObservation[] = ([[3, 1], [4, 0], [5, 2], [6, 1], [6, 2], [7, 0], [8, 1], [9, 0], [10, 2], [12, 0]] as const).map(([time, cause]) => ({ time, cause }));

it('reproduces the constructed example, to the last digit', () => {
  const round = (value: number): number => Number(value.toFixed(12));
  expect(cumulativeIncidence(CAREERS, 2).map(({ time, incidence, survival }) => [time, ...incidence.map(round), round(survival)])).toEqual([
    [3, 0.1, 0, 0.9], [5, 0.1, 0.1125, 0.7875], [6, 0.2125, 0.225, 0.5625], [8, 0.353125, 0.225, 0.421875], [10, 0.353125, 0.4359375, 0.2109375],
  ]);
});

it('is less than one less survival with leavers censored, which overstates by a fifth', () => {
  const naive = 1 - kaplanMeier(lifeTableOf(CAREERS.map(({ time, cause }) => ({ time, event: cause === 1 })))).at(-1)!.survival;
  expect(naive.toFixed(6)).toBe('0.421429');
  expect(naive / cumulativeIncidence(CAREERS, 2).at(-1)!.incidence[0]!).toBeCloseTo(1.193, 3);
});

const someCareers = fc.array(fc.record({ time: fc.integer({ min: 0, max: 20 }), cause: fc.integer({ min: 0, max: 3 }) }), { maxLength: 80 });

it('adds up to 1 with survival at every time, and never falls', () =>
  fc.assert(fc.property(someCareers, (careers) => {
    let before: readonly number[] = [0, 0, 0];
    for (const { incidence, survival } of cumulativeIncidence(careers, 3)) {
      expect(incidence.reduce((sum, share) => sum + share, survival)).toBeCloseTo(1, 12);
      incidence.forEach((share, cause) => expect(share).toBeGreaterThanOrEqual(before[cause]!));
      before = incidence;
    }
  })));

it('does not depend on the order of rows, and with one cause is one less survival', () =>
  fc.assert(fc.property(someCareers, (careers) => {
    expect(cumulativeIncidence([...careers].reverse(), 3)).toEqual(cumulativeIncidence(careers, 3));
    const one = careers.map(({ time, cause }) => ({ time, cause: Math.min(1, cause) }));
    const curve = kaplanMeier(lifeTableOf(one.map(({ time, cause }) => ({ time, event: cause === 1 }))));
    cumulativeIncidence(one, 1).forEach(({ incidence }, at) => expect(incidence[0]).toBeCloseTo(1 - curve[at]!.survival, 12));
  })));

it.each([[{ time: -1, cause: 1 }], [{ time: 1, cause: 3 }], [{ time: 1, cause: 0.5 }]])('refuses %j', (observation) => expect(() => cumulativeIncidence([observation], 2)).toThrow(RangeError));
