import { given } from '@vouchsafe/decider/testing';
import { PledgeMissed } from '@vouchsafe/sponsorship-contracts';
import {
  aCommitmentEnded, aCommitmentFulfilled, aCommitmentMade, aCommitmentPaused, aCommitmentProposed, aCommitmentResumed, aCommitmentWithdrawn,
  anActionRecorded, aPledgeAdvanced, aPledgeKept, aProtegesPledge, aSponsorsPledge, BEN, DANA, MADE_ON, TERM, TODAY, toRecord, ZOLTAN,
} from './commitment.fixtures.js';
import { commitments, type Commitment } from './commitment.js';
import { recordAdvocacyAction, type RecordAdvocacyAction } from './record-advocacy-action.js';

const recording = (facts: Partial<RecordAdvocacyAction> = {}) => (state: Commitment) => recordAdvocacyAction(toRecord(facts), state);
const pledged = (times: number) => aCommitmentMade({ pledges: [aSponsorsPledge({ times }), aProtegesPledge()] });

it('records what the sponsor did', () => given(commitments, aCommitmentMade()).when(recording()).then(anActionRecorded()));

it('keeps it unknown whether the protégé was there, if nobody said', () =>
  given(commitments, aCommitmentMade()).when(recording({ protegePresent: null })).then(anActionRecorded({ protegePresent: null })));

it('says who recorded it on the sponsor’s behalf', () =>
  given(commitments, aCommitmentMade()).when(recording({ by: DANA, byDelegation: true })).then(anActionRecorded({ delegateId: DANA })));

it('is for the sponsor: not for the protégé, even by delegation, nor for a stranger, to whom it does not exist', () => {
  given(commitments, aCommitmentMade()).when(recording({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
  given(commitments, aCommitmentProposed()).when(recording({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
  given(commitments, aCommitmentMade()).when(recording({ by: BEN })).thenRejected({ reason: 'OnlyTheSponsorMayDoThis' });
  given(commitments, aCommitmentMade()).when(recording({ by: BEN, byDelegation: true })).thenRejected({ reason: 'OnlyTheSponsorMayDoThis' });
});

it('records one action once', () =>
  given(commitments, aCommitmentMade(), anActionRecorded()).when(recording({ act: 'AMPLIFY', behaviour: 'PUBLIC_BACKING' }))
    .thenRejected({ reason: 'ActionAlreadyRecorded', actionId: 'a1' }));

it('does not record the future, but today', () => {
  given(commitments, aCommitmentMade()).when(recording({ occurredOn: '2025-06-17' })).thenRejected({ reason: 'NotYetHappened', today: TODAY });
  given(commitments, aCommitmentMade()).when(recording({ occurredOn: TODAY })).then(anActionRecorded({ actionOccurredOn: TODAY }));
});

it.each([['2025-08-31', false], ['2025-09-01', true]])('is late when it is recorded more than 90 days after its day: %s', (today, late) =>
  given(commitments, aCommitmentMade()).when(recording({ today })).then(anActionRecorded({ late })));

it('takes the days that make it late from the rules of the programme', () =>
  given(commitments, aCommitmentMade()).when(recording({ rules: { lateAfterDays: 13 } })).then(anActionRecorded({ late: true })));

describe('the day of an action', () => {
  const resumed = [aCommitmentMade(), aCommitmentPaused('2025-03-01'), aCommitmentResumed('2025-03-20')] as const;

  it.each([MADE_ON, '2025-02-28', '2025-03-20', TODAY])('is one on which the commitment was active: %s', (occurredOn) =>
    given(commitments, ...resumed).when(recording({ occurredOn })).then(anActionRecorded({ actionOccurredOn: occurredOn, late: occurredOn < '2025-03-18' })));

  it.each([['2025-01-19', 'proposed'], ['2025-03-01', 'paused'], ['2025-03-19', 'paused']] as const)('is not %s, when it was %s', (occurredOn, status) =>
    given(commitments, ...resumed).when(recording({ occurredOn })).thenRejected({ reason: 'CommitmentNotActive', status }));

  it('may lie before a pause that goes on, not in it', () => {
    given(commitments, aCommitmentMade(), aCommitmentPaused('2025-06-02')).when(recording()).thenRejected({ reason: 'CommitmentNotActive', status: 'paused' });
    given(commitments, aCommitmentMade(), aCommitmentPaused('2025-06-03')).when(recording()).then(anActionRecorded());
  });

  it('may lie before a withdrawal, not on or after it', () => {
    given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-02')).when(recording()).thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
    given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-03')).when(recording()).then(anActionRecorded());
    given(commitments, ...resumed, aCommitmentWithdrawn('2025-06-03')).when(recording({ occurredOn: '2025-03-10' })).thenRejected({ reason: 'CommitmentNotActive', status: 'paused' });
  });

  it('may be the last of the term, and recorded after it; not the day after, whether or not the end was noted', () => {
    const today = '2026-01-02';
    const ended = [PledgeMissed.of({ commitmentId: 'c1', pledgeId: 's1', dueOn: '2025-09-30' }), aPledgeKept({ pledgeId: 'b1' }), aCommitmentEnded()];
    for (const history of [[aCommitmentMade()], [aCommitmentMade(), ...ended]]) {
      given(commitments, ...history).when(recording({ occurredOn: TERM.end, today })).then(anActionRecorded({ actionOccurredOn: TERM.end }));
      given(commitments, ...history).when(recording({ occurredOn: '2026-01-01', today })).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
    }
  });

  it('needs a commitment that was made', () => {
    given(commitments).when(recording()).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
    given(commitments, aCommitmentProposed()).when(recording()).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
  });
});

describe('the behaviour of an action', () => {
  it('belongs to its act', () =>
    given(commitments, aCommitmentMade()).when(recording({ act: 'DEFEND' }))
      .thenRejected({ reason: 'BehaviourBelongsToAnotherAct', behaviour: 'NOMINATE', act: 'BOOST' }));

  it('is one that the organization knows', () => {
    const own = { act: 'CONNECT', behaviour: 'SHARE_A_TABLE' } as const;
    given(commitments, aCommitmentMade()).when(recording(own)).thenRejected({ reason: 'UnknownBehaviour', behaviour: 'SHARE_A_TABLE' });
    given(commitments, aCommitmentMade()).when(recording({ ...own, rules: { behaviours: new Map([['SHARE_A_TABLE', 'CONNECT']]) } })).then(anActionRecorded(own));
  });
});

describe('an action that names a pledge', () => {
  const pledgeId = 's1';

  it('advances it in the same append', () =>
    given(commitments, pledged(2)).when(recording({ pledgeId })).then(anActionRecorded({ pledgeId }), aPledgeAdvanced({ times: 2 })));

  it('keeps it at the last one pledged', () =>
    given(commitments, pledged(2), anActionRecorded({ pledgeId }), aPledgeAdvanced({ times: 2 })).when(recording({ actionId: 'a2', pledgeId })).then(
      anActionRecorded({ actionId: 'a2', pledgeId }), aPledgeAdvanced({ actionId: 'a2', done: 2, times: 2 }), aPledgeKept()));

  it('fulfils the commitment when that was the last open pledge', () =>
    given(commitments, aCommitmentMade(), aPledgeAdvanced({ pledgeId: 'b1', actionId: null }), aPledgeKept({ pledgeId: 'b1' })).when(recording({ pledgeId }))
      .then(anActionRecorded({ pledgeId }), aPledgeAdvanced(), aPledgeKept(), aCommitmentFulfilled()));

  it('may be followed by others, which name none, until the term ends', () =>
    given(commitments, aCommitmentMade(), aPledgeKept(), aPledgeKept({ pledgeId: 'b1' }), aCommitmentFulfilled()).when(recording()).then(anActionRecorded()));

  it('names one that exists, is open, is the sponsor’s, and is for this behaviour', () => {
    given(commitments, aCommitmentMade()).when(recording({ pledgeId: 's9' })).thenRejected({ reason: 'NoSuchPledge', pledgeId: 's9' });
    given(commitments, aCommitmentMade(), aPledgeKept()).when(recording({ pledgeId })).thenRejected({ reason: 'PledgeIsClosed', pledgeId, status: 'kept' });
    given(commitments, aCommitmentMade()).when(recording({ pledgeId: 'b1' })).thenRejected({ reason: 'PledgeIsOfTheOtherSide', pledgeId: 'b1' });
    given(commitments, aCommitmentMade()).when(recording({ pledgeId, behaviour: 'OPEN_A_PATH' }))
      .thenRejected({ reason: 'PledgeIsForAnotherBehaviour', pledgeId, behaviour: 'NOMINATE' });
  });

  it('may do any behaviour for a pledge to hand something over', () => {
    const made = aCommitmentMade({ pledges: [aSponsorsPledge({ promise: { kind: 'DELIVERABLE', deliverable: 'A seat on the pilot' } }), aProtegesPledge()] });
    given(commitments, made).when(recording({ pledgeId })).then(anActionRecorded({ pledgeId }), aPledgeAdvanced(), aPledgeKept());
  });
});
