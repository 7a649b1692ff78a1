import { array, assert, constantFrom, dictionary, letrec, option, property, record, type Arbitrary } from 'fast-check';
import { holds, type Row, type Where } from './where.js';
import { mayHold } from './where-told.js';

const fields = ['a', 'b', 'c'] as const;
const value = constantFrom('x', 'y', '');
const field = constantFrom(...fields);
const aRow: Arbitrary<Row> = record(Object.fromEntries(fields.map((name) => [name, option(value, { nil: null })])) as Record<string, Arbitrary<string | null>>);
const aWhere = letrec<{ where: Where }>((tie) => ({
  where: constantFrom(0, 1, 2, 3, 4, 5, 6, 7).chain((kind): Arbitrary<Where> => {
    switch (kind) {
      case 0: return record({ op: constantFrom('eq' as const), field, value });
      case 1: return record({ op: constantFrom('in' as const), field, values: array(value, { maxLength: 2 }) });
      case 2: return record({ op: constantFrom('unset' as const), field });
      case 3: return record({ op: constantFrom('same' as const), field, other: field });
      case 4: return constantFrom<Where>({ op: 'always' }, { op: 'never' });
      case 5: return record({ op: constantFrom('exists' as const), relation: constantFrom('r'), on: constantFrom({ a: 'a' }), where: constantFrom<Where>({ op: 'always' }) });
      case 6: return record({ op: constantFrom('not' as const), not: record({ op: constantFrom('eq' as const), field, value }) });
      default: return record({ op: constantFrom('and' as const, 'or' as const), parts: array(tie('where'), { maxLength: 3 }) }).map(({ op, parts }): Where => (op === 'and' ? { op, all: parts } : { op, any: parts }));
    }
  }),
})).where;
const relations = dictionary(constantFrom('r'), array(record({ a: value }), { maxLength: 2 }), { minKeys: 1 });

it('refuses nobody who may: what holds of the whole row may hold of any part that is told', () =>
  assert(property(aWhere, aRow, relations, array(field, { maxLength: 3 }), (where, row, related, told) =>
    !holds(where, row, related) || mayHold(where, (name) => (told.includes(name as (typeof fields)[number]) ? row[name] : undefined))), { numRuns: 1_000 }));

it('refuses whoever surely may not, however it is put', () => {
  const told = (name: string) => ({ sponsorId: 'amara', status: 'ended', recordedBy: null } as Record<string, string | null>)[name];
  expect(mayHold({ op: 'eq', field: 'sponsorId', value: 'bruno' }, told)).toBe(false);
  expect(mayHold({ op: 'and', all: [{ op: 'eq', field: 'sponsorId', value: 'amara' }, { op: 'in', field: 'status', values: ['active'] }] }, told)).toBe(false);
  expect(mayHold({ op: 'not', not: { op: 'eq', field: 'sponsorId', value: 'amara' } }, told)).toBe(false);
  expect(mayHold({ op: 'not', not: { op: 'exists', relation: 'r', on: {}, where: { op: 'always' } } }, told)).toBe(true);
  expect(mayHold({ op: 'unset', field: 'sponsorId' }, told)).toBe(false);
  expect(mayHold({ op: 'eq', field: 'recordedBy', value: 'amara' }, told)).toBe(false); // told to be nobody
  expect(mayHold({ op: 'unset', field: 'recordedBy' }, told)).toBe(true);
  expect(mayHold({ op: 'eq', field: 'protegeId', value: 'amara' }, told)).toBe(true); // not told
});
