import { given } from '@vouchsafe/decider/testing';
import { PledgeMissed, PledgeRenegotiated, PledgeWithdrawn } from '@vouchsafe/sponsorship-contracts';
import {
  aCommitmentEnded, aCommitmentFulfilled, aCommitmentMade, aCommitmentPaused, aCommitmentProposed, aCommitmentResumed, aCommitmentWithdrawn, AMARA,
  aPledgeAdvanced, aPledgeKept, aProtegesPledge, aSponsorsPledge, BEN, TERM, TODAY, ZOLTAN,
} from './commitment.fixtures.js';
import { commitments, type Commitment } from './commitment.js';
import { markPledgeMissed, renegotiatePledge, withdrawPledge, type RenegotiatePledge, type WithdrawPledge } from './renegotiate-pledge.js';
import { reportPledge, type ReportPledge } from './report-pledge.js';

const ofPledge = { commitmentId: 'c1', pledgeId: 'b1', by: BEN, today: TODAY };
const reporting = (facts: Partial<ReportPledge> = {}) => (state: Commitment) => reportPledge({ ...ofPledge, occurredOn: '2025-06-12', ...facts }, state);
const renegotiating = (facts: Partial<RenegotiatePledge> = {}) => (state: Commitment) =>
  renegotiatePledge({ ...ofPledge, times: 1, dueOn: '2025-08-31', ...facts }, state);
const withdrawing = (facts: Partial<WithdrawPledge> = {}) => (state: Commitment) => withdrawPledge({ ...ofPledge, ...facts }, state);
const missing = (facts: Partial<{ pledgeId: string; by: string; today: string }> = {}) => (state: Commitment) =>
  markPledgeMissed({ commitmentId: 'c1', pledgeId: 'b1', by: null, today: '2025-07-01', ...facts }, state);

const reported = (facts = {}) => aPledgeAdvanced({ pledgeId: 'b1', actionId: null, advancedOn: '2025-06-12', ...facts });
const keptByBen = (facts = {}) => aPledgeKept({ pledgeId: 'b1', keptOn: '2025-06-12', dueOn: '2025-06-30', ...facts });
const withdrawn = (pledgeId: string, withdrawnBy: 'SPONSOR' | 'PROTEGE') => PledgeWithdrawn.of({ commitmentId: 'c1', pledgeId, withdrawnBy });
const missed = PledgeMissed.of({ commitmentId: 'c1', pledgeId: 'b1', dueOn: '2025-06-30' });
const keptByAmara = [aPledgeAdvanced(), aPledgeKept()] as const;

describe('reporting a pledge', () => {
  it('keeps it at the last of the times promised', () => {
    given(commitments, aCommitmentMade()).when(reporting()).then(reported(), keptByBen());
    given(commitments, aCommitmentMade({ pledges: [aSponsorsPledge(), aProtegesPledge({ times: 2 })] })).when(reporting()).then(reported({ times: 2 }));
  });

  it('may be done by either side', () => given(commitments, aCommitmentMade()).when(reporting({ by: AMARA })).then(reported(), keptByBen()));

  it('fulfils the commitment when every pledge is kept', () =>
    given(commitments, aCommitmentMade(), ...keptByAmara).when(reporting()).then(reported(), keptByBen(), aCommitmentFulfilled()));

  it('does not fulfil it while another was missed', () =>
    given(commitments, aCommitmentMade({ pledges: [aSponsorsPledge(), aProtegesPledge(), aProtegesPledge({ pledgeId: 'b2' })] }), ...keptByAmara,
      PledgeMissed.of({ commitmentId: 'c1', pledgeId: 'b2', dueOn: '2025-06-10' })).when(reporting()).then(reported(), keptByBen()));

  it.each([['2025-06-30', true], ['2025-07-01', false]])('is on time up to and including its day: %s', (occurredOn, onTime) =>
    given(commitments, aCommitmentMade()).when(reporting({ occurredOn, today: '2025-07-05' }))
      .then(reported({ advancedOn: occurredOn }), keptByBen({ keptOn: occurredOn, onTime })));

  it('is kept on the latest day that it was done, whatever is written down last', () => {
    const twice = aCommitmentMade({ pledges: [aSponsorsPledge(), aProtegesPledge({ times: 2 })] });
    given(commitments, twice, reported({ times: 2, advancedOn: '2025-07-02' })).when(reporting({ today: '2025-07-05' }))
      .then(reported({ done: 2, times: 2 }), keptByBen({ keptOn: '2025-07-02', onTime: false }));
  });

  it('is for the two parties', () => given(commitments, aCommitmentMade()).when(reporting({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' }));

  it('does not report the future, but today', () => {
    given(commitments, aCommitmentMade()).when(reporting({ occurredOn: '2025-06-17' })).thenRejected({ reason: 'NotYetHappened', today: TODAY });
    given(commitments, aCommitmentMade()).when(reporting({ occurredOn: TODAY })).then(reported({ advancedOn: TODAY }), keptByBen({ keptOn: TODAY }));
  });

  it('needs a commitment that was active on the day', () => {
    given(commitments).when(reporting()).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
    given(commitments, aCommitmentProposed()).when(reporting()).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
    given(commitments, aCommitmentMade()).when(reporting({ occurredOn: '2025-01-19' })).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
    given(commitments, aCommitmentMade(), aCommitmentPaused('2025-06-12')).when(reporting()).thenRejected({ reason: 'CommitmentNotActive', status: 'paused' });
  });

  it('needs an open pledge', () => {
    given(commitments, aCommitmentMade()).when(reporting({ pledgeId: 'b9' })).thenRejected({ reason: 'NoSuchPledge', pledgeId: 'b9' });
    given(commitments, aCommitmentMade(), reported(), keptByBen()).when(reporting()).thenRejected({ reason: 'PledgeIsClosed', pledgeId: 'b1', status: 'kept' });
    given(commitments, aCommitmentMade(), missed).when(reporting()).thenRejected({ reason: 'PledgeIsClosed', pledgeId: 'b1', status: 'missed' });
    given(commitments, aCommitmentMade(), withdrawn('b1', 'SPONSOR')).when(reporting()).thenRejected({ reason: 'PledgeIsClosed', pledgeId: 'b1', status: 'released' });
    given(commitments, aCommitmentMade(), withdrawn('b1', 'PROTEGE')).when(reporting()).thenRejected({ reason: 'PledgeIsClosed', pledgeId: 'b1', status: 'takenBack' });
  });

  it('still counts, after a withdrawal, what was done before it, and fulfils nothing', () =>
    given(commitments, aCommitmentMade(), ...keptByAmara, aCommitmentWithdrawn('2025-06-14')).when(reporting()).then(reported(), keptByBen()));
});

describe('renegotiating a pledge', () => {
  const renegotiated = (facts = {}) => PledgeRenegotiated.of({ commitmentId: 'c1', pledgeId: 'b1', times: 1, dueOn: '2025-08-31', renegotiatedBy: 'PROTEGE', ...facts });

  it('moves its day, for either side', () => {
    given(commitments, aCommitmentMade()).when(renegotiating()).then(renegotiated());
    given(commitments, aCommitmentMade()).when(renegotiating({ by: AMARA, times: 3 })).then(renegotiated({ renegotiatedBy: 'SPONSOR', times: 3 }));
  });

  it('is what the pledge is then held to', () =>
    given(commitments, aCommitmentMade(), renegotiated()).when(reporting({ occurredOn: '2025-07-01', today: '2025-07-05' }))
      .then(reported({ advancedOn: '2025-07-01' }), keptByBen({ keptOn: '2025-07-01', dueOn: '2025-08-31' })));

  it('is possible on its day and no longer', () => {
    given(commitments, aCommitmentMade()).when(renegotiating({ today: '2025-06-30' })).then(renegotiated());
    given(commitments, aCommitmentMade()).when(renegotiating({ today: '2025-07-01' })).thenRejected({ reason: 'PledgeIsPastItsDay', pledgeId: 'b1', dueOn: '2025-06-30' });
  });

  it('is possible during a pause', () => given(commitments, aCommitmentMade(), aCommitmentPaused('2025-06-01')).when(renegotiating()).then(renegotiated()));

  it('changes nothing by asking for what stands', () => given(commitments, aCommitmentMade()).when(renegotiating({ dueOn: '2025-06-30' })).then());

  it('may choose today and the first and last day of the term', () => {
    given(commitments, aCommitmentMade()).when(renegotiating({ dueOn: TODAY })).then(renegotiated({ dueOn: TODAY }));
    given(commitments, aCommitmentMade()).when(renegotiating({ dueOn: TERM.end })).then(renegotiated({ dueOn: TERM.end }));
    given(commitments, aCommitmentMade()).when(renegotiating({ dueOn: TERM.start, today: TERM.start })).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
    given(commitments, aCommitmentMade({ madeOn: TERM.start })).when(renegotiating({ dueOn: TERM.start, today: TERM.start })).then(renegotiated({ dueOn: TERM.start }));
  });

  it('stays inside the term and does not choose a past day', () => {
    given(commitments, aCommitmentMade()).when(renegotiating({ dueOn: '2026-01-01' })).thenRejected({ reason: 'DueOutsideTheTerm', pledgeId: 'b1', term: TERM });
    given(commitments, aCommitmentMade()).when(renegotiating({ dueOn: '2025-01-14' })).thenRejected({ reason: 'DueOutsideTheTerm', pledgeId: 'b1', term: TERM });
    given(commitments, aCommitmentMade()).when(renegotiating({ dueOn: '2025-06-15' })).thenRejected({ reason: 'NewDayHasPassed', today: TODAY });
  });

  it('asks for no less than was done', () =>
    given(commitments, aCommitmentMade({ pledges: [aSponsorsPledge(), aProtegesPledge({ times: 3 })] }), reported({ times: 3 })).when(renegotiating({ times: 1 }))
      .thenRejected({ reason: 'PledgeAsksLessThanWasDone', pledgeId: 'b1', done: 1 }));
});

describe('withdrawing a pledge', () => {
  it('says which side let go of it', () => {
    given(commitments, aCommitmentMade()).when(withdrawing()).then(withdrawn('b1', 'PROTEGE'));
    given(commitments, aCommitmentMade()).when(withdrawing({ by: AMARA })).then(withdrawn('b1', 'SPONSOR'));
  });

  it('fulfils the commitment if the other side releases the last open pledge', () =>
    given(commitments, aCommitmentMade(), ...keptByAmara).when(withdrawing({ by: AMARA })).then(withdrawn('b1', 'SPONSOR'), aCommitmentFulfilled()));

  it('fulfils nothing if one takes back what one has promised', () =>
    given(commitments, aCommitmentMade(), ...keptByAmara).when(withdrawing()).then(withdrawn('b1', 'PROTEGE')));

  it('fulfils nothing if no pledge was ever kept', () =>
    given(commitments, aCommitmentMade(), withdrawn('s1', 'PROTEGE')).when(withdrawing({ by: AMARA })).then(withdrawn('b1', 'SPONSOR')));

  it('is possible on its day and no longer', () => {
    given(commitments, aCommitmentMade()).when(withdrawing({ today: '2025-06-30' })).then(withdrawn('b1', 'PROTEGE'));
    given(commitments, aCommitmentMade()).when(withdrawing({ today: '2025-07-01' })).thenRejected({ reason: 'PledgeIsPastItsDay', pledgeId: 'b1', dueOn: '2025-06-30' });
  });
});

describe.each([['renegotiating', renegotiating], ['withdrawing', withdrawing]] as const)('%s a pledge', (_name, doing) => {
  it('is for the two parties', () => given(commitments, aCommitmentMade()).when(doing({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' }));

  it('needs an open pledge', () => {
    given(commitments, aCommitmentMade()).when(doing({ pledgeId: 'b9' })).thenRejected({ reason: 'NoSuchPledge', pledgeId: 'b9' });
    given(commitments, aCommitmentMade(), missed).when(doing()).thenRejected({ reason: 'PledgeIsClosed', pledgeId: 'b1', status: 'missed' });
  });

  it('needs a commitment that runs', () => {
    given(commitments).when(doing()).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
    given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-01')).when(doing()).thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
    given(commitments, aCommitmentMade()).when(doing({ today: '2026-01-01' })).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
  });
});

describe('missing a pledge', () => {
  it('is said by a party or by the system, and by nobody else', () =>
    given(commitments, aCommitmentMade()).when(missing({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' }));

  it('begins on the day after its day', () => {
    given(commitments, aCommitmentMade()).when(missing()).then(missed);
    given(commitments, aCommitmentMade()).when(missing({ today: '2025-06-30' })).thenRejected({ reason: 'PledgeIsNotYetDue', dueOn: '2025-06-30' });
  });

  it('waits while the commitment is paused', () => {
    given(commitments, aCommitmentMade(), aCommitmentPaused('2025-06-20')).when(missing()).thenRejected({ reason: 'CommitmentNotActive', status: 'paused' });
    given(commitments, aCommitmentMade(), aCommitmentPaused('2025-06-20'), aCommitmentResumed('2025-07-01')).when(missing()).then(missed);
  });

  it('happens once', () => {
    given(commitments, aCommitmentMade(), missed).when(missing()).then();
    given(commitments, aCommitmentMade(), missed, aCommitmentEnded()).when(missing()).then();
  });

  it('does not befall what is closed otherwise, unknown, or was never made', () => {
    given(commitments, aCommitmentMade(), reported(), keptByBen()).when(missing()).thenRejected({ reason: 'PledgeIsClosed', pledgeId: 'b1', status: 'kept' });
    given(commitments, aCommitmentMade()).when(missing({ pledgeId: 'b9' })).thenRejected({ reason: 'NoSuchPledge', pledgeId: 'b9' });
    given(commitments, aCommitmentProposed()).when(missing()).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
    given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-01')).when(missing()).thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
  });
});
