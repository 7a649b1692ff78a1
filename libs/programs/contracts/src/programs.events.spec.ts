import { readdirSync, readFileSync } from 'node:fs';
import {
  cohortId, defaultProgramSettings, eligibilityCondition, enrolmentEvents, enrolmentId, EnrolmentRequested, programsEvents, programSettings,
} from './index.js';

const folder = new URL('./golden/', import.meta.url);
const golden = (name: string, version: number): unknown => JSON.parse(readFileSync(new URL(`${name}.v${version}.json`, folder), 'utf8'));
const versionsOf = ({ version }: { version: number }) => Array.from({ length: version }, (_, index) => index + 1);

describe.each(programsEvents.types.map((type) => ({ type, name: type.name })))('$name', ({ type }) => {
  it.each(versionsOf(type))('reads what version %i wrote', (version) => {
    const stored = golden(type.name, version);
    const lifted = type.upcast(version, stored);
    expect(type.schema.parse(lifted)).toEqual(lifted);
    if (version === type.version) expect(lifted).toEqual(stored);
  });
});

it('keeps a golden file for every version ever written, and none besides', () =>
  expect(readdirSync(folder).sort()).toEqual(programsEvents.types.flatMap((type) => versionsOf(type).map((version) => `${type.name}.v${version}.json`)).sort()));

it('lets no name, address or number of a person into an event about a person', () => {
  for (const type of enrolmentEvents.types) {
    const written = type.of({ ...(golden(type.name, 1) as object), name: 'Amara', workEmail: 'amara@example.org', employeeNumber: '7' } as never);
    expect(Object.keys(written.data as object)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(name|workEmail|employeeNumber)$/)]));
  }
});

it('cannot write a request without the person’s yes', () =>
  expect(() => EnrolmentRequested.of({ ...(golden('EnrolmentRequested', 1) as object), agreed: false } as never)).toThrow());

it('starts a programme with settings that are allowed', () =>
  expect(programSettings.parse(defaultProgramSettings)).toEqual(defaultProgramSettings));

it.each(['GENDER', 'AGE', 'SITE'])('has no condition on %s', (field) =>
  expect(eligibilityCondition.safeParse({ field, anyOf: ['x'] }).success).toBe(false));

it.each([{ atLeast: null, atMost: null }, { atLeast: 20, atMost: 10 }])('has no condition that says nothing: %j', (bounds) =>
  expect(eligibilityCondition.safeParse({ field: 'LEVEL', ...bounds }).success).toBe(false));

it('names a place in a cohort so that no other place has the same name', () => {
  expect(enrolmentId({ cohortId: 'spring', personId: 'p.1' })).toBe('spring.p.1');
  expect(cohortId.safeParse('spring.p').success).toBe(false); // or spring.p + 1 would be the same
});
