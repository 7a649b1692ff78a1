import { reacting, type SpecEvent } from '@vouchsafe/reactions/testing';
import { CommitmentAmended, PledgeMissed, PledgeRenegotiated, PledgeSetBack, PledgeWithdrawn } from '@vouchsafe/sponsorship-contracts';
import {
  AMARA, aCommitmentEnded, aCommitmentMade, aCommitmentPaused, aCommitmentResumed, aCommitmentWithdrawn, anActionRecorded, aPledgeKept, aProtegesPledge, aSponsorsPledge, BEN, TERM,
} from '@vouchsafe/sponsorship-domain/testing';
import { whenPledgeDueSoonRemindItsOwner } from './when-pledge-due-soon-remind-its-owner.js';

// The sponsor's pledge s1 is due on 2025-09-30, the protégé's b1 on 2025-06-30.
const made = aCommitmentMade();
const reminderTo = (to: string, day: string) => ({ kind: 'effect', name: 'mail', lane: '', payload: { to, kind: 'PLEDGE_DUE_SOON', about: { what: 'commitment', id: 'c1' }, day } });
const following = (...events: readonly SpecEvent[]) => {
  const policy = reacting(whenPledgeDueSoonRemindItsOwner());
  policy.on(...events);
  return policy;
};
const renegotiated = (dueOn: string) => PledgeRenegotiated.of({ commitmentId: 'c1', pledgeId: 'b1', times: 1, dueOn, renegotiatedBy: 'PROTEGE' });

it('reminds each side of its own pledge, a week before its day and not a minute earlier', () => {
  const policy = following(made);
  expect(policy.alarms()).toEqual({ 'c1/s1': '2025-09-23T08:00:00.000Z', 'c1/b1': '2025-06-23T08:00:00.000Z' });
  expect(policy.at('2025-06-23T07:59:59Z')).toEqual([]);
  expect(policy.at('2025-06-23T08:00:00Z')).toEqual([reminderTo(BEN, '2025-06-30')]);
  expect(policy.at('2025-09-23T08:00:00Z')).toEqual([reminderTo(AMARA, '2025-09-30')]);
});

it('reminds as many days before as it is told', () => {
  const policy = reacting(whenPledgeDueSoonRemindItsOwner({ daysBefore: 3 }));
  policy.on(made);
  expect(policy.alarms()).toMatchObject({ 'c1/b1': '2025-06-27T08:00:00.000Z' });
});

it('reminds once, though the clock is set back, the commitment pauses and resumes, or other things happen', () => {
  const policy = following(made);
  policy.at('2025-06-23T08:00:00Z');
  expect(policy.at('2025-06-20T08:00:00Z')).toEqual([]);
  policy.on(aCommitmentPaused('2025-06-24'), aCommitmentResumed('2025-06-25'), anActionRecorded());
  expect(policy.at('2025-06-26T08:00:00Z')).toEqual([]);
  expect(policy.alarms()).toEqual({ 'c1/s1': '2025-09-23T08:00:00.000Z' });
});

it('reminds anew where another day was agreed', () => {
  const policy = following(made);
  policy.at('2025-06-23T08:00:00Z');
  policy.on(renegotiated('2025-08-31'));
  expect(policy.at('2025-08-24T08:00:00Z')).toEqual([reminderTo(BEN, '2025-08-31')]);
});

it.each([
  ['was kept', aPledgeKept({ pledgeId: 'b1' })], ['was missed', PledgeMissed.of({ commitmentId: 'c1', pledgeId: 'b1', dueOn: '2025-06-30' })],
  ['was let go', PledgeWithdrawn.of({ commitmentId: 'c1', pledgeId: 'b1', withdrawnBy: 'SPONSOR' })],
])('reminds of nothing that %s', (_, event) => expect(Object.keys(following(made, event).alarms())).toEqual(['c1/s1']));

it('reminds of what was kept and is open again', () =>
  expect(following(made, aPledgeKept(), PledgeSetBack.of({ commitmentId: 'c1', pledgeId: 's1', actionId: 'a1', done: 0 })).alarms()).toHaveProperty(['c1/s1']));

it('is silent while the commitment is paused, and catches up when it resumes', () => {
  const policy = following(made, aCommitmentPaused('2025-06-01'));
  expect(policy.alarms()).toEqual({});
  policy.on(aCommitmentResumed('2025-06-25'));
  expect(policy.at('2025-06-25T09:00:00Z')).toEqual([reminderTo(BEN, '2025-06-30')]);
});

it.each([['withdrawn', aCommitmentWithdrawn('2025-06-01')], ['ended', aCommitmentEnded()]])('forgets a commitment that is %s', (_, event) =>
  expect(following(made, event).alarms()).toEqual({}));

it('does not remind once the day has passed: the reactor was away', () => expect(following(made).at('2025-07-01T00:00:00Z')).toEqual([]));
it('still reminds on the day itself', () => expect(following(made).at('2025-06-30T23:59:00Z')).toEqual([reminderTo(BEN, '2025-06-30')]));

it('follows an amendment: a new pledge, and another day for an old one', () => {
  const pledges = [aProtegesPledge({ dueOn: '2025-07-31' }), aSponsorsPledge({ pledgeId: 's2', dueOn: '2025-10-31' })];
  const amended = CommitmentAmended.of({ commitmentId: 'c1', version: 2, objective: 'Go on', cadence: { kind: 'MONTHLY' }, term: TERM, pledges });
  expect(following(made, amended).alarms()).toEqual({ 'c1/s1': '2025-09-23T08:00:00.000Z', 'c1/b1': '2025-07-24T08:00:00.000Z', 'c1/s2': '2025-10-24T08:00:00.000Z' });
});

it('puts nobody’s words into a reminder', () => expect(JSON.stringify(following(made).at('2025-06-23T08:00:00Z'))).not.toMatch(/summary|payments|NOMINATE/));
