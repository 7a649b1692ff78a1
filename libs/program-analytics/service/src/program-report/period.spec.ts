import { checkPeriod, checkQuarters } from './period.js';

const NOW = '2026-06-01T00:00:00.000Z';

it('refuses a period that ends before it starts, spans too long, or asks for knowledge that nobody has yet', () => {
  expect(() => checkPeriod({ from: '2026-02-01', to: '2026-01-31' }, null, NOW)).toThrow('ends on 2026-01-31, before it starts on 2026-02-01');
  expect(() => checkPeriod({ from: '2010-01-01', to: '2026-01-31' }, null, NOW)).toThrow('ten years');
  expect(() => checkPeriod({ from: '2026-01-01', to: '2026-01-31' }, '2026-06-01T00:00:00.001Z', NOW)).toThrow('in the future');
  expect(() => checkPeriod({ from: '2026-01-01', to: '2026-01-01' }, NOW, NOW)).not.toThrow();
});

it('lets those who see no rows ask for whole quarters only', () => {
  for (const [from, to] of [['2026-01-01', '2026-03-31'], ['2025-10-01', '2026-06-30']] as const) expect(() => checkQuarters({ from, to })).not.toThrow();
  for (const [from, to] of [['2026-01-02', '2026-03-31'], ['2026-01-01', '2026-03-30'], ['2026-02-01', '2026-04-30']] as const) expect(() => checkQuarters({ from, to })).toThrow('whole quarters');
});
