import { aStanding } from '../programs.fixtures.js';
import { readRule, unmetFields, type PersonStanding, type WrittenCondition } from './eligibility.js';

const reading = (written: readonly WrittenCondition[], standIns: readonly string[] = []) => readRule(written, standIns);
const refused = (rejection: unknown) => ({ readable: false, rejection });

describe('a rule as it was written', () => {
  it('is read, however its fields are spelt', () =>
    expect(reading([{ field: 'level', atLeast: 10 }, { field: 'ratingBand', anyOf: ['A'] }, { field: 'Need', anyOf: ['NETWORK'] }])).toEqual({
      readable: true,
      rule: [{ field: 'LEVEL', atLeast: 10, atMost: null }, { field: 'RATING_BAND', anyOf: ['A'] }, { field: 'NEED', anyOf: ['NETWORK'] }],
    }));

  it.each(['gender', 'Age', 'date_of_birth', 'maternityLeave', 'Ethnic group', 'RACE', 'marital-status', 'Ｓｅｘ'])('names no protected trait, such as %s', (field) =>
    expect(reading([{ field: 'UNIT', anyOf: ['North'] }, { field, anyOf: ['x'] }])).toEqual(refused({ reason: 'RuleNamesAProtectedTrait', fields: [field] })));

  it.each([['TENURE', 'tenure'], ['Cost centre', 'COST_CENTRE']])('does not name %s where the tenant declared it a stand-in', (field, standIn) =>
    expect(reading([{ field, atLeast: 1 }], [standIn])).toEqual(refused({ reason: 'RuleNamesAProtectedTrait', fields: [field] })));

  it('takes no word for a trait that only contains one', () =>
    expect(reading([{ field: 'Agency', anyOf: ['x'] }])).toEqual(refused({ reason: 'RuleNamesAnUnknownField', fields: ['Agency'] })));

  it.each<WrittenCondition>([
    { field: 'LEVEL' }, { field: 'TENURE', atLeast: 24, atMost: 12 }, { field: 'UNIT', anyOf: [] }, { field: 'NEED', anyOf: ['being a woman'] },
  ])('says something in every condition: %j', (condition) =>
    expect(reading([condition])).toEqual(refused({ reason: 'ConditionIsIncomplete', field: condition.field })));
});

describe('a person under a rule', () => {
  const rule = reading([
    { field: 'LEVEL', atLeast: 20, atMost: 30 }, { field: 'TENURE', atLeast: 12 }, { field: 'FUNCTION', anyOf: ['Engineering'] },
    { field: 'UNIT', anyOf: ['North', 'South'] }, { field: 'RATING_BAND', anyOf: ['A'] }, { field: 'NEED', anyOf: ['NETWORK', 'SKILLS'] },
  ]);
  const unmet = (some: Partial<PersonStanding>) => (rule.readable ? unmetFields(rule.rule, aStanding(some)) : rule);

  it.each<[string, Partial<PersonStanding>, readonly string[]]>([
    ['meets all of it', {}, []],
    ['meets both ends of a bound', { level: 30, tenureMonths: 12 }, []],
    ['is too low', { level: 19 }, ['LEVEL']],
    ['is too high', { level: 31 }, ['LEVEL']],
    ['is too new', { tenureMonths: 11 }, ['TENURE']],
    ['is of other function and unit', { function: 'Law', unit: 'West' }, ['FUNCTION', 'UNIT']],
    ['is in another band', { ratingBand: 'B' }, ['RATING_BAND']],
    ['stated another need', { needs: ['PROMOTION'] }, ['NEED']],
    ['is unknown', { level: null, tenureMonths: null, function: null, unit: null, ratingBand: null, needs: [] },
      ['LEVEL', 'TENURE', 'FUNCTION', 'UNIT', 'RATING_BAND', 'NEED']],
  ])('who %s', (_, some, expected) => expect(unmet(some)).toEqual(expected));

  it('who may come in where nothing is asked', () => expect(unmetFields([], aStanding({ level: null }))).toEqual([]));
});
