import { given } from '@vouchsafe/decider/testing';
import { AdvocacyActionRetracted, PledgeMissed } from '@vouchsafe/sponsorship-contracts';
import {
  aCommitmentEnded, aCommitmentFulfilled, aCommitmentMade, aCommitmentPaused, aCommitmentProposed, aCommitmentResumed, aCommitmentWithdrawn, AMARA,
  anActionRecorded, aPledgeAdvanced, aPledgeKept, BEN, TERM, TODAY, ZOLTAN,
} from './commitment.fixtures.js';
import { commitments, type Commitment } from './commitment.js';
import { endCommitment } from './end-commitment.js';
import { pauseCommitment, resumeCommitment, withdrawFromCommitment, type ChangeOfCourse } from './pause-commitment.js';

const about = (facts: Partial<ChangeOfCourse>): ChangeOfCourse => ({ commitmentId: 'c1', by: AMARA, occurredOn: '2025-06-10', today: TODAY, ...facts });
const pausing = (facts: Partial<ChangeOfCourse> = {}) => (state: Commitment) => pauseCommitment(about(facts), state);
const resuming = (facts: Partial<ChangeOfCourse> = {}) => (state: Commitment) => resumeCommitment(about(facts), state);
const withdrawing = (facts: Partial<ChangeOfCourse> = {}) => (state: Commitment) => withdrawFromCommitment(about(facts), state);
const ending = (today: string, by: string | null = null) => (state: Commitment) => endCommitment({ commitmentId: 'c1', by, today }, state);

const paused = [aCommitmentMade(), aCommitmentPaused('2025-03-01')] as const;

it('pauses, resumes and lets either side withdraw', () => {
  given(commitments, aCommitmentMade()).when(pausing()).then(aCommitmentPaused('2025-06-10'));
  given(commitments, ...paused).when(resuming()).then(aCommitmentResumed('2025-06-10'));
  given(commitments, aCommitmentMade()).when(withdrawing()).then(aCommitmentWithdrawn('2025-06-10'));
  given(commitments, ...paused).when(withdrawing({ by: BEN })).then(aCommitmentWithdrawn('2025-06-10'));
});

it('may be on the day of the latest action, and before one that was retracted', () => {
  const later = anActionRecorded({ actionId: 'a2', actionOccurredOn: '2025-06-11' });
  const retracted = AdvocacyActionRetracted.of({ commitmentId: 'c1', actionId: 'a2', reason: 'Another person' });
  given(commitments, aCommitmentMade(), anActionRecorded({ actionOccurredOn: '2025-06-10' }), later, retracted).when(pausing()).then(aCommitmentPaused('2025-06-10'));
  given(commitments, aCommitmentMade(), later, anActionRecorded()).when(pausing()).thenRejected({ reason: 'LaterDaysAreRecorded', latest: '2025-06-11' });
});

it('withdraws from a fulfilled commitment too', () =>
  given(commitments, aCommitmentMade(), aCommitmentFulfilled()).when(withdrawing()).then(aCommitmentWithdrawn('2025-06-10')));

it('changes nothing by doing again what was done', () => {
  given(commitments, ...paused).when(pausing()).then();
  given(commitments, aCommitmentMade()).when(resuming()).then();
  given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-01')).when(withdrawing()).then();
});

describe.each([['pausing', pausing, [aCommitmentMade()]], ['resuming', resuming, paused], ['withdrawing', withdrawing, [aCommitmentMade()]]] as const)(
  '%s', (_name, doing, history) => {
    it('is for the two parties', () => given(commitments, ...history).when(doing({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' }));

    it('does not happen in the future', () =>
      given(commitments, ...history).when(doing({ occurredOn: '2025-06-17' })).thenRejected({ reason: 'NotYetHappened', today: TODAY }));

    it('does not reach back behind what was recorded since', () => {
      given(commitments, ...history, anActionRecorded({ actionOccurredOn: '2025-06-11' })).when(doing())
        .thenRejected({ reason: 'LaterDaysAreRecorded', latest: '2025-06-11' });
      given(commitments, aCommitmentMade(), aCommitmentPaused('2025-06-11'), ...(doing === pausing ? [aCommitmentResumed('2025-06-11')] : [])).when(doing())
        .thenRejected({ reason: 'LaterDaysAreRecorded', latest: '2025-06-11' });
    });

    it('needs a commitment that was made and runs', () => {
      given(commitments).when(doing()).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
      given(commitments, aCommitmentProposed()).when(doing()).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
      given(commitments, ...history).when(doing({ occurredOn: '2025-01-19' })).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
      given(commitments, ...history).when(doing({ occurredOn: '2026-01-01', today: '2026-01-01' })).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
      given(commitments, ...history, aCommitmentEnded()).when(doing()).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
    });
  });

it('does not take up again what was withdrawn from', () => {
  given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-01')).when(resuming()).thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
  given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-01')).when(pausing({ occurredOn: '2025-05-01' }))
    .thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
});

describe('the end of the term', () => {
  const after = '2026-01-01';

  it('ends the commitment on the day after, and what is open then is missed', () =>
    given(commitments, aCommitmentMade(), aPledgeAdvanced(), aPledgeKept()).when(ending(after))
      .then(aCommitmentEnded(), PledgeMissed.of({ commitmentId: 'c1', pledgeId: 'b1', dueOn: '2025-06-30' })));

  it('ends a paused one as well', () =>
    given(commitments, ...paused, aPledgeKept(), aPledgeKept({ pledgeId: 'b1' }), aCommitmentFulfilled()).when(ending(after)).then(aCommitmentEnded()));

  it('is not on the last day', () =>
    given(commitments, aCommitmentMade()).when(ending(TERM.end)).thenRejected({ reason: 'TermIsNotOver', end: TERM.end }));

  it('may be noted by either party, and by nobody else', () => {
    given(commitments, aCommitmentMade(), aCommitmentEnded()).when(ending(after, BEN)).then();
    given(commitments, aCommitmentMade()).when(ending(after, ZOLTAN)).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
  });

  it('comes once', () => given(commitments, aCommitmentMade(), aCommitmentEnded()).when(ending(after)).then());

  it('does not come for what was never made or was withdrawn from', () => {
    given(commitments, aCommitmentProposed()).when(ending(after)).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
    given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-06-01')).when(ending(after)).thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
  });
});
