import { readdirSync, readFileSync } from 'node:fs';
import { BenchmarkReleased, PrivacyBudgetSpent, programAnalyticsEvents } from './index.js';

const folder = new URL('./golden/', import.meta.url);
const golden = (name: string, version: number): unknown => JSON.parse(readFileSync(new URL(`${name}.v${version}.json`, folder), 'utf8'));
const versionsOf = ({ version }: { version: number }) => Array.from({ length: version }, (_, index) => index + 1);

describe.each(programAnalyticsEvents.types.map((type) => ({ type, name: type.name })))('$name', ({ type }) => {
  it.each(versionsOf(type))('reads what version %i wrote', (version) => {
    const stored = golden(type.name, version);
    const lifted = type.upcast(version, stored);
    expect(type.schema.parse(lifted)).toEqual(lifted);
    if (version === type.version) expect(lifted).toEqual(stored);
  });
});

it('keeps a golden file for every version ever written, and none besides', () =>
  expect(readdirSync(folder).sort()).toEqual(programAnalyticsEvents.types.flatMap((type) => versionsOf(type).map((version) => `${type.name}.v${version}.json`)).sort()));

it('lets no exact count and no member into the answer of a circle', () => {
  const written = BenchmarkReleased.of({ ...(golden('BenchmarkReleased', 1) as object), part: 12, members: ['a'] } as never);
  expect(Object.keys(written.data)).toEqual(['benchmarkId', 'question', 'measure', 'period', 'epsilon', 'noised', 'releasedOn']);
});

it('spends a fraction of whole numbers', () =>
  expect(() => PrivacyBudgetSpent.of({ ...(golden('PrivacyBudgetSpent', 1) as object), epsilon: { numerator: 0.5, denominator: 1 } } as never)).toThrow());
