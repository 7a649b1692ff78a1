import { isQuarters, periodRefusal } from './period.js';

const NOW = '2026-06-01T00:00:00.000Z';

it.each([
  ['that ends before it starts', { from: '2026-02-01', to: '2026-01-31' }, null, 'PeriodEndsBeforeItStarts'],
  ['that spans too long', { from: '2010-01-01', to: '2026-01-31' }, null, 'PeriodIsTooLong'],
  ['as known later than now', { from: '2026-01-01', to: '2026-01-31' }, '2026-06-01T00:00:00.001Z', 'NotKnownYet'],
])('refuses a period %s', (_, period, asKnownAt, refusal) => expect(periodRefusal(period, asKnownAt, NOW)?.__typename).toBe(refusal));

it('takes a single day, as known now', () => expect(periodRefusal({ from: '2026-01-01', to: '2026-01-01' }, NOW, NOW)).toBeNull());

it('knows whole quarters', () => {
  for (const [from, to] of [['2026-01-01', '2026-03-31'], ['2025-10-01', '2026-06-30']] as const) expect(isQuarters({ from, to })).toBe(true);
  for (const [from, to] of [['2026-01-02', '2026-03-31'], ['2026-01-01', '2026-03-30'], ['2026-02-01', '2026-04-30']] as const) expect(isQuarters({ from, to })).toBe(false);
});
