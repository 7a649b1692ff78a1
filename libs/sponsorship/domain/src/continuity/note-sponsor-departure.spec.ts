import { fold } from '@vouchsafe/decider';
import { given } from '@vouchsafe/decider/testing';
import { SponsorDeparted, SponsorReturned, type CommitmentEvent } from '@vouchsafe/sponsorship-contracts';
import {
  AMARA, aCommitmentEnded, aCommitmentMade, aCommitmentPaused, aCommitmentProposed, aCommitmentWithdrawn, aPledgeKept, BEN, CHIOMA, TERM,
} from '../commitment/commitment.fixtures.js';
import { commitments } from '../commitment/commitment.js';
import { continuities } from './continuity.js';
import { noteSponsorDeparture, noteSponsorReturn } from './note-sponsor-departure.js';

const DAY = '2025-07-31';
const aDeparture = (facts = {}) => SponsorDeparted.of({ commitmentId: 'c1', programId: 'prog1', sponsorId: AMARA, protegeId: BEN, departedOn: DAY, openPledges: ['s1', 'b1'], ...facts });
const aReturn = () => SponsorReturned.of({ commitmentId: 'c1', sponsorId: AMARA, returnedOn: '2025-09-01' });
const noting = (history: readonly CommitmentEvent[], facts = {}) => ({ commitmentId: 'c1', sponsorId: AMARA, departedOn: DAY, commitment: fold(commitments, history), ...facts });

describe('a sponsor who leaves', () => {
  it('puts a commitment that runs at risk, with the pledges that are open', () =>
    given(continuities).when((state) => noteSponsorDeparture(noting([aCommitmentMade(), aPledgeKept()]), state)).then(aDeparture({ openPledges: ['b1'] })));

  it('puts a paused one at risk as well', () =>
    given(continuities).when((state) => noteSponsorDeparture(noting([aCommitmentMade(), aCommitmentPaused('2025-06-01')]), state)).then(aDeparture()));

  it('is noted once', () => given(continuities, aDeparture()).when((state) => noteSponsorDeparture(noting([aCommitmentMade()]), state)).then());

  it('may leave again after a return', () => given(continuities, aDeparture(), aReturn()).when((state) => noteSponsorDeparture(noting([aCommitmentMade()]), state)).then(aDeparture()));

  it.each([
    ['was never proposed', [], 'none'], ['was only proposed', [aCommitmentProposed()], 'proposed'],
    ['was withdrawn', [aCommitmentMade(), aCommitmentWithdrawn('2025-05-01')], 'withdrawn'], ['was ended', [aCommitmentMade(), aCommitmentEnded()], 'ended'],
  ] as const)('leaves alone what %s', (_, history, status) =>
    given(continuities).when((state) => noteSponsorDeparture(noting(history), state)).thenRejected({ reason: 'CommitmentNotActive', status }));

  it('leaves alone what had run its term, and not what ends that very day', () => {
    given(continuities).when((state) => noteSponsorDeparture(noting([aCommitmentMade()], { departedOn: '2026-01-01' }), state)).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
    given(continuities).when((state) => noteSponsorDeparture(noting([aCommitmentMade()], { departedOn: TERM.end }), state)).then(aDeparture({ departedOn: TERM.end }));
  });

  it('is somebody else for the commitments of others', () =>
    given(continuities).when((state) => noteSponsorDeparture(noting([aCommitmentMade()], { sponsorId: CHIOMA }), state)).thenRejected({ reason: 'NotItsSponsor' }));
});

describe('a sponsor who returns', () => {
  const back = { commitmentId: 'c1', sponsorId: AMARA, returnedOn: '2025-09-01' };
  it('takes the risk away', () => given(continuities, aDeparture()).when((state) => noteSponsorReturn(back, state)).then(aReturn()));
  it('changes nothing where no departure was noted', () => given(continuities).when((state) => noteSponsorReturn(back, state)).then());
});
