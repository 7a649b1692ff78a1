import { reacting } from '@vouchsafe/reactions/testing';
import { AMARA, aCommitmentMade, aCommitmentProposed, BEN, TERM } from '@vouchsafe/sponsorship-domain/testing';
import { whenCommitmentAcceptedProposeFirstCheckIn } from './when-commitment-accepted-propose-first-check-in.js';

const proposed = (facts: Parameters<typeof aCommitmentMade>[0]) => reacting(whenCommitmentAcceptedProposeFirstCheckIn()).on(aCommitmentMade(facts));
const dayFor = (madeOn: string, start = TERM.start) => (proposed({ madeOn, term: { start, end: '2026-12-31' } })[0]!.payload as { day: string }).day;

it('proposes a meeting to both, once', () => {
  const to = (personId: string) => ({ kind: 'effect', name: 'mail', lane: '', payload: { to: personId, kind: 'FIRST_CHECK_IN', about: { what: 'commitment', id: 'c1' }, day: '2025-01-27' } });
  expect(proposed({ madeOn: '2025-01-20' })).toEqual([to(AMARA), to(BEN)]);
});

it.each([
  ['a Monday', '2025-06-02', '2025-06-09'], ['a Friday', '2025-06-06', '2025-06-13'], ['a Saturday', '2025-06-07', '2025-06-16'], ['a Sunday', '2025-06-08', '2025-06-16'],
])('made on %s, for a working day', (_, madeOn, day) => expect(dayFor(madeOn)).toBe(day));

it('counts from the term, where that begins later', () => expect(dayFor('2025-06-02', '2025-07-01')).toBe('2025-07-08'));

it('waits for both signatures', () => expect(reacting(whenCommitmentAcceptedProposeFirstCheckIn()).on(aCommitmentProposed())).toEqual([]));
