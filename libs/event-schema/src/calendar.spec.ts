import { addDays, addMonths, dayNumber, fromDayNumber, isIsoDate, position, tenantId } from './index.js';

it.each(['2026-02-30', '2026-13-01', '2026-00-10', '1900-02-29', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z', '', 'today', '0099-12-31'])('%j is no day', (text) => {
  expect(isIsoDate(text)).toBe(false);
  expect(() => dayNumber(text)).toThrow(RangeError);
});

it('counts days across leap years and centuries', () => {
  expect([dayNumber('1970-01-01'), dayNumber('2000-02-29') - dayNumber('2000-02-28'), addDays('2023-12-31', 1), addDays('2024-03-01', -1), addDays('2100-03-01', -1)]).toEqual([0, 1, '2024-01-01', '2024-02-29', '2100-02-28']);
  for (let day = -200_000; day < 200_000; day += 997) expect(dayNumber(fromDayNumber(day))).toBe(day);
});

it('adds months, to the last day of a shorter one', () => {
  expect([addMonths('2026-01-31', 1), addMonths('2024-01-31', 1), addMonths('2026-12-15', 1), addMonths('2026-03-31', -1), addMonths('2026-05-31', 12)])
    .toEqual(['2026-02-28', '2024-02-29', '2027-01-15', '2026-02-28', '2027-05-31']);
});

it('takes only positions that are exact, and tenants as PostgreSQL writes them', () => {
  expect([position('0'), position('9007199254740991'), position(7)]).toEqual([0, 9_007_199_254_740_991, 7]);
  for (const text of ['9007199254740992', '-1', '1.5', '', ' 1', '1e3', '0x1', Number.NaN]) expect(() => position(text)).toThrow(RangeError);
  for (const text of ['00000000-0000-4000-8000-00000000000A', '00000000000040008000000000000001', `00000000-0000-4000-8000-000000000001'`, '00000000-0000-4000-8000-000000000001\n', '']) expect(() => tenantId(text)).toThrow(RangeError);
});
