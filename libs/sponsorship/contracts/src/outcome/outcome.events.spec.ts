import { describeGoldenFiles } from '../golden.fixtures.js';
import { outcomeEvents, outcomeKind, outcomeMeasure } from './outcome.events.js';

describe('golden files of the outcome', () => describeGoldenFiles(outcomeEvents, `${__dirname}/golden`));

it('knows no retention: staying is derived, never recorded', () =>
  expect(outcomeKind.safeParse('RETENTION').success).toBe(false));

it('takes money in whole minor units only', () => {
  expect(outcomeMeasure.safeParse({ value: 5_250_000, unit: 'EUR_MINOR', baseline: 5_000_000 }).success).toBe(true);
  expect(outcomeMeasure.safeParse({ value: 52_500.5, unit: 'EUR_MINOR', baseline: null }).success).toBe(false);
  expect(outcomeMeasure.safeParse({ value: 0.5, unit: 'FTE', baseline: null }).success).toBe(true);
});
