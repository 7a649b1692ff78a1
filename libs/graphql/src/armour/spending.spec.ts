import { Spending } from './spending.js';

it('keeps each apart, and lets them spend again when it has filled', () => {
  let now = 0;
  const spending = new Spending(50, () => now);
  spending.spend('amara', 5_000);
  expect([spending.secondsUntil('amara', 100), spending.secondsUntil('bruno', 5_000)]).toEqual([2, 0]);
  now = 2_000;
  expect(spending.secondsUntil('amara', 100)).toBe(0);
});

it('forgets whose bucket is full again, and nobody else', () => {
  let now = 0;
  const spending = new Spending(50, () => now);
  for (let person = 0; person < 999; person += 1) spending.spend(`p${person}`, 1);
  now = 1_000;
  spending.spend('late', 5_000);
  expect(spending.size).toBe(1);
  expect(spending.secondsUntil('late', 5_000)).toBe(100);
});
