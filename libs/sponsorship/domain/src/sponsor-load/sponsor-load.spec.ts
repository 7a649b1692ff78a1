import { fold } from '@vouchsafe/decider';
import { SponsorLoadCounted, SponsorPlaceFreed, SponsorPlaceTaken, type CommitmentEvent, type SponsorLoadEvent } from '@vouchsafe/sponsorship-contracts';
import fc from 'fast-check';
import { aCommitmentEnded, aCommitmentFulfilled, aCommitmentMade, aCommitmentSigned, aCommitmentWithdrawn, AMARA } from '../commitment/commitment.fixtures.js';
import { freePlaces, placesAfter, sponsorLoads } from './sponsor-load.js';

const counted = (...commitmentIds: string[]) => SponsorLoadCounted.of({ sponsorId: AMARA, commitmentIds });
const taken = (commitmentId = 'c1') => SponsorPlaceTaken.of({ sponsorId: AMARA, commitmentId });
const freed = (commitmentId = 'c1') => SponsorPlaceFreed.of({ sponsorId: AMARA, commitmentId });
const after = (history: readonly SponsorLoadEvent[], events: readonly CommitmentEvent[], running: readonly string[] = []) =>
  placesAfter(events, AMARA, fold(sponsorLoads, history), running);
const left = (capacity: number, running: readonly string[], ...history: readonly SponsorLoadEvent[]) => freePlaces(capacity, fold(sponsorLoads, history), running);

it('takes a place with the commitment, and begins with those that ran before', () => {
  expect(after([], [aCommitmentSigned('PROTEGE'), aCommitmentMade()])).toEqual([taken()]);
  expect(after([], [aCommitmentMade()], ['c8', 'c9'])).toEqual([counted('c8', 'c9'), taken()]);
  expect(after([taken('c9')], [aCommitmentMade()], ['c8'])).toEqual([taken()]);
});

it('frees it when the commitment was left or has ended, and not when it is fulfilled', () => {
  expect(after([taken()], [aCommitmentWithdrawn('2025-06-01')])).toEqual([freed()]);
  expect(after([counted('c1')], [aCommitmentEnded()])).toEqual([freed()]);
  expect(after([taken()], [aCommitmentFulfilled()])).toEqual([]);
});

it('frees nothing twice; while nothing was counted it says so all the same, so that a count under way is out of date', () => {
  expect(after([taken(), freed()], [aCommitmentEnded()])).toEqual([]);
  expect(after([], [aCommitmentEnded()])).toEqual([freed()]);
  expect(fold(sponsorLoads, [freed()])).toEqual({ status: 'uncounted' });
});

it('counts places as written down, and before that as they are known to run', () => {
  expect(left(2, ['c8'])).toBe(1);
  expect(left(2, ['c7', 'c8', 'c9'])).toBe(-1);
  expect(left(2, ['c7', 'c8', 'c9'], counted('c1'), taken('c2'))).toBe(0);
  expect(left(2, [], taken('c1'), freed('c1'), taken('c2'))).toBe(1);
  expect(left(3, [], taken('c1'), taken('c1'))).toBe(2);
});

it('holds exactly the commitments that were made and have not ended, in whatever order', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('c1', 'c2', 'c3', 'c4'), fc.boolean()), { maxLength: 40 });
  fc.assert(fc.property(steps, fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c8', 'c9')), (told, before) => {
    const running = new Set<string>(before);
    let state = sponsorLoads.initial;
    for (const [commitmentId, isMade] of told) {
      if (isMade === running.has(commitmentId)) continue; // made once, and ended once
      const event = isMade ? aCommitmentMade({ commitmentId }) : { ...aCommitmentEnded(), data: { commitmentId, lastDay: '2025-12-31' } };
      const events = placesAfter([event], AMARA, state, [...running]);
      if (isMade) running.add(commitmentId);
      else running.delete(commitmentId);
      state = events.reduce(sponsorLoads.evolve, state);
      expect(freePlaces(10, state, [...running])).toBe(10 - running.size);
    }
  }));
});
