import { Clock } from './index.js';

class At extends Clock {
  constructor(private readonly instant: string) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }
}
const days = (instant: string) => {
  const clock = new At(instant);
  return [clock.earliestToday(), clock.utcToday(), clock.today()];
};

it('knows which day has ended everywhere, which it is in UTC, and which has begun anywhere', () => {
  expect(days('2025-06-16T00:30:00Z')).toEqual(['2025-06-15', '2025-06-16', '2025-06-16']);
  expect(days('2025-06-16T11:00:00Z')).toEqual(['2025-06-15', '2025-06-16', '2025-06-17']);
  expect(days('2025-06-16T17:42:00Z')).toEqual(['2025-06-16', '2025-06-16', '2025-06-17']);
});
