import { WrongEnvironment } from '@vouchsafe/telemetry';
import { readApiLimits } from './api-settings.js';

it('leaves to the door what is not set', () => expect(readApiLimits({ API_UNITS_PER_PERSON: ' ' })).toEqual({}));

it('reads what is set', () =>
  expect(readApiLimits({ API_UNITS_PER_PERSON: '100', API_UNITS_PER_ORGANIZATION: '4000' })).toEqual({ unitsPerSecondPerPerson: 100, unitsPerSecondPerTenant: 4_000 }));

it.each(['49', '-1', '1.5', 'many'])('refuses "%s" in one sentence', (value) =>
  expect(() => readApiLimits({ API_UNITS_PER_ORGANIZATION: value }))
    .toThrow(new WrongEnvironment(`API_UNITS_PER_ORGANIZATION is "${value}", but it must be a whole number of cost units a second, from 50.`)));
