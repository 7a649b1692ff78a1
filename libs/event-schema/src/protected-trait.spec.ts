import { namesAProtectedTrait, plainName } from './index.js';

it.each([
  'Gender', 'Sex', 'ethnicity', 'EthnicGroup', 'RACE', 'Religion or belief', 'is_disabled', 'Age', 'ageBand', 'Date of Birth', 'DOB', 'marital-status', 'civilPartnership',
  'Maternity', 'paternity_leave', 'Parental leave', 'Neurodiversity', 'neurodivergent', 'Ｓｅｘ',
])('%s names a protected trait', (name) => expect(namesAProtectedTrait(name)).toBe(true));

it.each(['Agency', 'Manager', 'Stage', 'Page', 'Language', 'Essex', 'Trace number', 'Grade (or equivalent)', 'Start Date', 'Rating Band'])('%s names none', (name) =>
  expect(namesAProtectedTrait(name)).toBe(false));

it('knows a name however it is spelt', () =>
  expect(['Cost centre', 'costCentre', 'COST_CENTRE', 'cost-centre'].map(plainName)).toEqual(Array.from({ length: 4 }, () => 'costcentre')));
