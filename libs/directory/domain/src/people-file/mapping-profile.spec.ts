import { namesAProtectedTrait } from '@vouchsafe/event-schema';
import { checkProfile, hrProfile, organogramProfile, readProfile } from './mapping-profile.js';

it('accepts the two profiles that everybody has', () => {
  expect(checkProfile(organogramProfile)).toMatchObject({ accepted: true });
  expect(readProfile(JSON.parse(JSON.stringify(hrProfile)))).toEqual({ accepted: true, profile: hrProfile });
});

it.each([
  'Gender', 'Sex', 'ethnicity', 'EthnicGroup', 'Race', 'Religion or belief', 'Disability', 'is_disabled', 'Age', 'ageBand', 'Date of Birth', 'BirthDate', 'DOB',
  'Nationality', 'Sexual Orientation', 'Marital status', 'Pregnancy', 'Veteran Status', 'dateofbirth',
])('refuses a column headed %s', (heading) => {
  const profile = { ...hrProfile, columns: { ...hrProfile.columns, site: heading } };
  expect(readProfile(profile)).toEqual({ accepted: false, rejection: { reason: 'ProfileMapsAProtectedTrait', column: heading } });
});

it('refuses a field of its own making that names a trait', () =>
  expect(readProfile({ ...hrProfile, columns: { ...hrProfile.columns, gender: 'Column 7' } }))
    .toEqual({ accepted: false, rejection: { reason: 'ProfileMapsAProtectedTrait', column: 'gender' } }));

it.each(['Agency', 'Manager', 'Stage', 'Page', 'Language', 'Essex', 'Trace number', 'Grade (or equivalent)', 'Start Date'])('lets %s pass', (heading) =>
  expect(namesAProtectedTrait(heading)).toBe(false));

it('refuses a profile without a required field, or with one column for two fields', () => {
  const { grade: _, ...columns } = hrProfile.columns;
  expect(checkProfile({ ...hrProfile, columns })).toEqual({ accepted: false, rejection: { reason: 'ProfileLacksARequiredField', field: 'grade' } });
  expect(checkProfile({ ...hrProfile, columns: { ...hrProfile.columns, site: 'unit' } }))
    .toEqual({ accepted: false, rejection: { reason: 'ProfileMapsAColumnTwice', column: 'unit' } });
});

it('is no profile with a field nobody knows', () => expect(() => readProfile({ ...hrProfile, columns: { shoeSize: 'Shoes' } })).toThrow());
