import { addDays } from '@vouchsafe/event-schema';
import fc from 'fast-check';
import { spansOf, type CommitmentStatus, type Span, type Turn } from './spans.js';

const span = (status: CommitmentStatus, from: string, until: string | null, covers = false): Span => ({ status, from, until, covers });

it('closes with its term what nobody closed', () => {
  expect(spansOf([{ status: 'proposed', from: '2025-01-01' }, { status: 'active', from: '2025-01-15' }], '2025-12-31')).toEqual([
    span('proposed', '2025-01-01', '2025-01-15'), span('active', '2025-01-15', '2026-01-01', true), span('ended', '2026-01-01', null),
  ]);
});

it('covers nobody while it rests, and everybody it covered before when it is fulfilled', () => {
  const course: Turn[] = [{ status: 'active', from: '2025-01-01' }, { status: 'paused', from: '2025-03-01' }, { status: 'fulfilled', from: '2025-04-01' }, { status: 'active', from: '2025-05-01' }, { status: 'fulfilled', from: '2025-06-01' }];
  expect(spansOf(course, '2025-06-30')).toEqual([
    span('active', '2025-01-01', '2025-03-01', true), span('paused', '2025-03-01', '2025-04-01'), span('fulfilled', '2025-04-01', '2025-05-01'),
    span('active', '2025-05-01', '2025-06-01', true), span('fulfilled', '2025-06-01', '2025-07-01', true), span('ended', '2025-07-01', null),
  ]);
});

it('takes the last of several turns of one day', () => {
  expect(spansOf([{ status: 'active', from: '2025-01-01' }, { status: 'withdrawn', from: '2025-01-01' }], '2025-12-31')).toEqual([span('withdrawn', '2025-01-01', null)]);
});

const statuses = fc.constantFrom<CommitmentStatus>('proposed', 'declined', 'active', 'paused', 'fulfilled', 'withdrawn', 'ended');
const courses = fc.array(fc.record({ status: statuses, from: fc.integer({ min: 0, max: 500 }).map((day) => addDays('2025-01-01', day)) }), { minLength: 1, maxLength: 8 });

it('leaves no gap and no overlap from the first turn on, and says on every day what the latest turn says', () => {
  fc.assert(fc.property(courses, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 600 }), (course, term, ahead) => {
    const termEnd = addDays('2025-01-01', term);
    const spans = spansOf(course, termEnd);
    const first = course.map(({ from }) => from).sort()[0]!;
    expect(spans[0]!.from).toBe(first);
    for (const [index, { until }] of spans.entries()) expect(until).toBe(spans[index + 1]?.from ?? null);
    const day = addDays(first, ahead);
    const latest = [...course].map((turn, at) => ({ ...turn, at })).filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : b.at - a.at))[0]!;
    const expected = ['active', 'paused', 'fulfilled'].includes(latest.status) && day > termEnd ? 'ended' : latest.status;
    expect(spans.find(({ from, until }) => from <= day && (until === null || day < until))!.status).toBe(expected);
  }));
});
