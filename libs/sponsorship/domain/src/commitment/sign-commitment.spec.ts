import { given } from '@vouchsafe/decider/testing';
import {
  AmendmentDeclined, AmendmentProposed, CommitmentAmended, CommitmentDeclined, CommitmentFulfilmentRevoked, PledgeWithdrawn,
} from '@vouchsafe/sponsorship-contracts';
import {
  aCommitmentEnded, aCommitmentFulfilled, aCommitmentMade, aCommitmentProposed, aCommitmentSigned, aCommitmentWithdrawn, AMARA, aPair, aPledgeAdvanced,
  aPledgeKept, aProtegesPledge, aSponsorsPledge, BEN, MADE_ON, TERM, TODAY, toAmend, toSign, ZOLTAN,
} from './commitment.fixtures.js';
import { commitments, type Commitment } from './commitment.js';
import { declineCommitment } from './decline-commitment.js';
import type { ProposeAmendment } from './propose-commitment.js';
import { signCommitment, type SignCommitment } from './sign-commitment.js';

const signing = (facts: Partial<SignCommitment> = {}) => (state: Commitment) => signCommitment(toSign(facts), state);
const amendment = (facts: Partial<ProposeAmendment> = {}) => AmendmentProposed.of({ ...toAmend(facts), proposedBy: 'PROTEGE' });
const declining = (facts: { version?: number; by?: string } = {}) => (state: Commitment) =>
  declineCommitment({ commitmentId: 'c1', version: 1, by: BEN, ...facts }, state);

describe('signing the first text', () => {
  const proposed = aCommitmentProposed();

  it('counts one signature', () => given(commitments, proposed).when(signing()).then(aCommitmentSigned('SPONSOR')));

  it('makes the commitment at the second signature, whoever signs first', () => {
    given(commitments, proposed, aCommitmentSigned('SPONSOR')).when(signing({ by: BEN })).then(aCommitmentSigned('PROTEGE'), aCommitmentMade());
    given(commitments, proposed, aCommitmentSigned('PROTEGE')).when(signing()).then(aCommitmentSigned('SPONSOR'), aCommitmentMade());
  });

  it('changes nothing when the same side signs twice', () =>
    given(commitments, proposed, aCommitmentSigned('SPONSOR')).when(signing()).then());

  it('changes nothing when it is made already', () => given(commitments, aCommitmentMade()).when(signing()).then());

  it('is for the two parties', () =>
    given(commitments, proposed).when(signing({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' }));

  it('needs the newest version; what was signed before it counts no longer', () => {
    given(commitments, proposed, amendment()).when(signing()).thenRejected({ reason: 'VersionHasChanged', version: 2 });
    given(commitments, proposed, aCommitmentSigned('PROTEGE'), amendment()).when(signing({ version: 2 })).then(aCommitmentSigned('SPONSOR', 2));
  });

  it('does not happen in the future', () =>
    given(commitments, proposed).when(signing({ occurredOn: '2025-01-21' })).thenRejected({ reason: 'NotYetHappened', today: MADE_ON }));

  it('needs a term that is not over', () =>
    given(commitments, proposed).when(signing({ today: '2026-01-01' })).thenRejected({ reason: 'TermIsOver', end: TERM.end }));

  it('refuses a sponsor without a free place, and asks again when the other signature would make it count', () => {
    const sponsorFreePlaces = 0;
    given(commitments, proposed).when(signing({ sponsorFreePlaces })).thenRejected({ reason: 'SponsorIsFull' });
    given(commitments, proposed, aCommitmentSigned('SPONSOR')).when(signing({ by: BEN, sponsorFreePlaces })).thenRejected({ reason: 'SponsorIsFull' });
    given(commitments, proposed).when(signing({ by: BEN, sponsorFreePlaces })).then(aCommitmentSigned('PROTEGE'));
  });

  it('refuses a pair that no longer fits, when the sponsor accepts and when the second signature makes it count', () => {
    const pair = aPair({ protege: { isHere: true, cohorts: [] } });
    given(commitments, proposed).when(signing({ pair })).thenRejected({ reason: 'ProtegeIsNotInTheProgram' });
    given(commitments, proposed, aCommitmentSigned('SPONSOR')).when(signing({ by: BEN, pair: aPair({ sponsor: { isHere: false, cohorts: ['co1'] } }) })).thenRejected({ reason: 'SponsorIsNotInTheProgram' });
    given(commitments, proposed, aCommitmentSigned('SPONSOR')).when(signing({ by: BEN, pair: aPair({ programIsOpen: false }) })).thenRejected({ reason: 'ProgramTakesNoCommitments' });
    given(commitments, aCommitmentMade(), amendment()).when(signing({ version: 2, pair: aPair({ programIsOpen: false }), occurredOn: TODAY, today: TODAY })).then(aCommitmentSigned('SPONSOR', 2));
  });

  it('refuses a sponsor in the chain of the protégé', () => {
    given(commitments, proposed).when(signing({ sponsorIsInTheChain: true })).thenRejected({ reason: 'SponsorIsInTheChain' });
    given(commitments, proposed, aCommitmentSigned('SPONSOR')).when(signing({ by: BEN, sponsorIsInTheChain: true })).thenRejected({ reason: 'SponsorIsInTheChain' });
  });

  it('writes down that the chain was unknown, and does not guess', () =>
    given(commitments, proposed, aCommitmentSigned('SPONSOR')).when(signing({ by: BEN, sponsorIsInTheChain: 'unknown' }))
      .then(aCommitmentSigned('PROTEGE'), aCommitmentMade({ chain: 'UNKNOWN' })));

  it('needs a proposal', () => {
    given(commitments).when(signing()).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
    given(commitments, proposed, CommitmentDeclined.of({ commitmentId: 'c1', version: 1 })).when(signing()).thenRejected({ reason: 'CommitmentNotActive', status: 'declined' });
  });
});

describe('signing an amendment', () => {
  const longer = { ...TERM, end: '2026-06-30' };
  const moved = { term: longer, pledges: [aSponsorsPledge({ dueOn: '2026-03-31' }), aProtegesPledge()] };
  const about = { version: 2, today: TODAY, occurredOn: TODAY };

  it('takes effect when both have, without asking for a free place', () => {
    given(commitments, aCommitmentMade(), amendment(moved)).when(signing({ ...about, sponsorFreePlaces: 0 })).then(aCommitmentSigned('SPONSOR', 2));
    given(commitments, aCommitmentMade(), amendment(moved), aCommitmentSigned('SPONSOR', 2)).when(signing({ ...about, by: BEN }))
      .then(aCommitmentSigned('PROTEGE', 2), CommitmentAmended.of({ ...toAmend(moved), version: 2 }));
  });

  it('withdraws the open pledges that it leaves out', () => {
    const fewer = { pledges: [aSponsorsPledge({ pledgeId: 's2' }), aProtegesPledge()] };
    given(commitments, aCommitmentMade(), amendment(fewer), aCommitmentSigned('PROTEGE', 2)).when(signing(about)).then(
      aCommitmentSigned('SPONSOR', 2), CommitmentAmended.of(toAmend(fewer)), PledgeWithdrawn.of({ commitmentId: 'c1', pledgeId: 's1', withdrawnBy: 'BOTH' }));
  });

  it('opens a fulfilled commitment again when it adds a pledge', () => {
    const more = { pledges: [aSponsorsPledge({ pledgeId: 's2' })] };
    given(
      commitments, aCommitmentMade(), aPledgeAdvanced(), aPledgeKept(), aPledgeAdvanced({ pledgeId: 'b1', actionId: null }), aPledgeKept({ pledgeId: 'b1' }),
      aCommitmentFulfilled(), amendment(more), aCommitmentSigned('PROTEGE', 2),
    ).when(signing(about)).then(
      aCommitmentSigned('SPONSOR', 2), CommitmentAmended.of(toAmend(more)), CommitmentFulfilmentRevoked.of({ commitmentId: 'c1' }));
  });

  it('fulfils the commitment when only kept pledges remain', () => {
    const nothingMore = { pledges: [] };
    given(
      commitments, aCommitmentMade({ pledges: [aSponsorsPledge(), aProtegesPledge(), aSponsorsPledge({ pledgeId: 's2' })] }),
      aPledgeAdvanced(), aPledgeKept(), aPledgeAdvanced({ pledgeId: 'b1', actionId: null }), aPledgeKept({ pledgeId: 'b1' }),
      amendment(nothingMore), aCommitmentSigned('PROTEGE', 2),
    ).when(signing(about)).then(
      aCommitmentSigned('SPONSOR', 2), CommitmentAmended.of(toAmend(nothingMore)),
      PledgeWithdrawn.of({ commitmentId: 'c1', pledgeId: 's2', withdrawnBy: 'BOTH' }), aCommitmentFulfilled());
  });

  it('is held against what has happened since it was proposed', () =>
    given(commitments, aCommitmentMade(), amendment(moved), aPledgeAdvanced(), aPledgeKept()).when(signing(about))
      .thenRejected({ reason: 'PledgeIsClosed', pledgeId: 's1', status: 'kept' }));

  it('needs a commitment that still runs', () => {
    given(commitments, aCommitmentMade(), amendment(moved), aCommitmentWithdrawn('2025-06-10')).when(signing(about))
      .thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
    given(commitments, aCommitmentMade(), amendment(moved)).when(signing({ ...about, today: '2026-01-01' }))
      .thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
  });

  it('is in vain once the amendment was declined', () =>
    given(commitments, aCommitmentMade(), amendment(moved), AmendmentDeclined.of({ commitmentId: 'c1', version: 2 })).when(signing(about))
      .thenRejected({ reason: 'VersionHasChanged', version: 1 }));
});

describe('declining', () => {
  it('ends a first text for good, and once', () => {
    const declined = CommitmentDeclined.of({ commitmentId: 'c1', version: 1 });
    given(commitments, aCommitmentProposed(), aCommitmentSigned('SPONSOR')).when(declining()).then(declined);
    given(commitments, aCommitmentProposed(), declined).when(declining({ by: AMARA })).then();
  });

  it('lets an amendment fall and the version in force go on', () => {
    given(commitments, aCommitmentMade(), amendment()).when(declining({ version: 2 })).then(AmendmentDeclined.of({ commitmentId: 'c1', version: 2 }));
    given(commitments, aCommitmentMade(), amendment(), AmendmentDeclined.of({ commitmentId: 'c1', version: 2 })).when(declining({ version: 2 })).then();
  });

  it('names the newest version', () => {
    given(commitments, aCommitmentProposed(), amendment()).when(declining()).thenRejected({ reason: 'VersionHasChanged', version: 2 });
    given(commitments, aCommitmentMade()).when(declining()).thenRejected({ reason: 'VersionHasChanged', version: 1 });
  });

  it('is for the two parties', () =>
    given(commitments, aCommitmentProposed()).when(declining({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' }));

  it('needs something to decline', () => {
    given(commitments).when(declining()).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
    given(commitments, aCommitmentMade(), aCommitmentEnded()).when(declining()).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
  });
});
