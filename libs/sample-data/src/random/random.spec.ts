import { randomAt, uuidAt, xoshiro } from './random.js';

it('draws what the authors’ own program draws from the state 1, 2, 3, 4', () => {
  const bits = xoshiro([1, 2, 3, 4]);
  expect(Array.from({ length: 6 }, bits)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
});

const draws = (...place: (string | number)[]) => {
  const { id } = randomAt(...place);
  return [id(), id()];
};

it('draws the same at the same place, whatever is drawn elsewhere', () => {
  const before = draws('seed', 7, 'amara');
  draws('seed', 7, 'bilal');
  expect(draws('seed', 7, 'amara')).toEqual(before);
  expect(draws('seed', '7', 'amara')).not.toEqual(before);
  expect(draws('seed', 8, 'amara')).not.toEqual(before);
});

it('keeps whole numbers within their bounds, reaches both ends, and picks by weight', () => {
  const { whole, weighted, shuffled, count } = randomAt('bounds');
  const dice = Array.from({ length: 2_000 }, () => whole(1, 6));
  expect([Math.min(...dice), Math.max(...dice)]).toEqual([1, 6]);
  const picked = Array.from({ length: 4_000 }, () => weighted([['often', 3], ['never', 0], ['seldom', 1]]));
  expect(picked).not.toContain('never');
  expect(picked.filter((each) => each === 'often').length / picked.length).toBeCloseTo(0.75, 1);
  expect(shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  const counts = Array.from({ length: 4_000 }, () => count(1.5));
  expect(counts.reduce((sum, each) => sum + each, 0) / counts.length).toBeCloseTo(1.5, 1);
});

it('picks nothing from nothing', () => expect(() => randomAt('x').pick([])).toThrow(RangeError));

it('names tenants by lower-case UUIDs', () => expect(uuidAt('seed', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/));
