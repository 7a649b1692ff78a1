import { allOf, always, anyOf, between, holds, is, isOneOf, isUnset, never, not, same, type Where } from './where.js';
import { toSql, type SqlNames } from './where-sql.js';

const names: SqlNames = {
  columns: { sponsorId: 'commitment.sponsor_id', status: 'commitment.status', day: 'made_on' },
  tenant: 'commitment.tenant_id',
  relations: { witness: { table: 'sponsorship.witness', columns: { personId: 'person_id', sponsorId: 'named_by', from: 'named_on', to: 'until' } } },
};

it('numbers parameters from where the query left off, and never writes a value into the text', () =>
  expect(toSql(allOf(is('sponsorId', "x' OR TRUE --"), anyOf(isOneOf('status', ['active', 'paused']), between('day', '2025-01-01', '2025-12-31'))), names, 4)).toEqual({
    text: '(commitment.sponsor_id = $4 AND (commitment.status = ANY($5) OR made_on BETWEEN $6::date AND $7::date))',
    values: ["x' OR TRUE --", ['active', 'paused'], '2025-01-01', '2025-12-31'],
  }));

it('asks for a related row of the same tenant', () =>
  expect(toSql({ op: 'exists', relation: 'witness', on: { sponsorId: 'sponsorId' }, during: { day: 'day', from: 'from', to: 'to' }, where: is('personId', 'wim') }, names, 2)).toEqual({
    text: 'EXISTS (SELECT FROM sponsorship.witness related_1 WHERE related_1.tenant_id = commitment.tenant_id '
      + 'AND related_1.named_by = commitment.sponsor_id AND made_on BETWEEN related_1.named_on AND related_1.until AND related_1.person_id = $2)',
    values: ['wim'],
  }));

it.each<[string, Where, SqlNames]>([
  ['an attribute without a column', is('pay', 1), names],
  ['a name from the prototype', is('constructor', 1), names],
  ['a column that is no plain name', is('sponsorId', 'x'), { columns: { sponsorId: 'sponsor_id; DROP TABLE person' } }],
  ['a relation without a table', { op: 'exists', relation: 'friend', on: {}, where: always }, names],
  ['a relation without a tenant to hold it', { op: 'exists', relation: 'witness', on: {}, where: always }, { columns: names.columns, relations: names.relations! }],
])('refuses %s', (_what, where, given) => expect(() => toSql(where, given, 1)).toThrow(RangeError));

it('answers no to what is unknown, negated or not', () => {
  const row = { a: null, b: 'x', flag: false };
  expect(holds(is('a', 'x'), row)).toBe(false);
  expect(holds(not(is('a', 'x')), row)).toBe(false);
  expect(holds(not(same('a', 'b')), row)).toBe(false);
  expect(holds(isUnset('a'), row)).toBe(true);
  expect(holds(anyOf(is('a', 'x'), is('b', 'x')), row)).toBe(true);
  expect(holds(not(is('flag', true)), row)).toBe(true);
});

it('throws where a row lacks what is asked, rather than answering for it', () => {
  expect(() => holds(is('status', 'active'), {})).toThrow('The row has no attribute "status".');
  expect(() => holds({ op: 'exists', relation: 'witness', on: {}, where: always }, {})).toThrow('The relation "witness" was not given.');
});

it('simplifies what is certain', () => {
  expect(allOf()).toEqual(always);
  expect(anyOf()).toEqual(never);
  expect(allOf(is('a', 1), never)).toEqual(never);
  expect(anyOf(is('a', 1), always)).toEqual(always);
  expect(not(not(is('a', 1)))).toEqual(is('a', 1));
  expect(isOneOf('a', [])).toEqual(never);
});
