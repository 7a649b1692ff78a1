import { given } from '@vouchsafe/decider/testing';
import { AdvocacyActionCorrected, AdvocacyActionDisclosed, AdvocacyActionDisputed, AdvocacyActionRetracted } from '@vouchsafe/sponsorship-contracts';
import {
  aCommitmentEnded, aCommitmentMade, AMARA, anActionConfirmed, anActionRecorded, aWitnessNamed, BEN, CHIOMA, DANA, toCorrect, ZOLTAN,
} from './commitment.fixtures.js';
import { commitments, type Commitment } from './commitment.js';
import { confirmAdvocacyAction, disputeAdvocacyAction, type ConfirmAdvocacyAction, type DisputeAdvocacyAction } from './confirm-advocacy-action.js';

const ofAction = { commitmentId: 'c1', actionId: 'a1' };
const confirming = (facts: Partial<ConfirmAdvocacyAction> = {}) => (state: Commitment) =>
  confirmAdvocacyAction({ ...ofAction, by: BEN, as: 'PROTEGE', document: null, ...facts }, state);
const disputing = (facts: Partial<DisputeAdvocacyAction> = {}) => (state: Commitment) =>
  disputeAdvocacyAction({ ...ofAction, by: BEN, reason: 'It was somebody else', ...facts }, state);

const recorded = [aCommitmentMade(), anActionRecorded()] as const;
const disputed = AdvocacyActionDisputed.of({ ...ofAction, reason: 'It was somebody else' });
const retracted = AdvocacyActionRetracted.of({ ...ofAction, reason: 'It was another person' });
const noSuchAction = { reason: 'NoSuchAction', actionId: 'a1' } as const;

describe('confirming', () => {
  it('is done by the protégé, by a witness, or by a document that someone brings', () => {
    given(commitments, ...recorded).when(confirming()).then(anActionConfirmed());
    given(commitments, ...recorded, aWitnessNamed()).when(confirming({ by: CHIOMA, as: 'WITNESS' })).then(anActionConfirmed({ by: 'WITNESS', attestedBy: CHIOMA }));
    given(commitments, ...recorded).when(confirming({ as: 'DOCUMENT', document: 'Minutes, item 3' }))
      .then(anActionConfirmed({ by: 'DOCUMENT', document: 'Minutes, item 3' }));
  });

  it('is possible after the end of the commitment', () =>
    given(commitments, ...recorded, aCommitmentEnded()).when(confirming()).then(anActionConfirmed()));

  it('is never for whoever recorded it, nor for the sponsor whose it is', () => {
    const byDana = [aCommitmentMade(), anActionRecorded({ delegateId: DANA })] as const;
    for (const by of [AMARA, DANA]) {
      given(commitments, ...byDana).when(confirming({ by, as: 'WITNESS' })).thenRejected({ reason: 'OwnActionCannotBeConfirmed' });
      given(commitments, ...byDana).when(confirming({ by, as: 'DOCUMENT', document: 'Minutes' })).thenRejected({ reason: 'OwnActionCannotBeConfirmed' });
    }
  });

  it('takes no one else for the protégé, nor the protégé for a witness', () => {
    given(commitments, ...recorded, aWitnessNamed()).when(confirming({ by: CHIOMA })).thenRejected({ reason: 'OnlyTheProtegeMayDoThis' });
    given(commitments, ...recorded).when(confirming({ as: 'WITNESS' })).then(anActionConfirmed());
  });

  it.each(['PROTEGE', 'WITNESS', 'DOCUMENT'] as const)('is not for whom the sponsor did not name, who learns nothing, as %s', (as) => {
    given(commitments, ...recorded, aWitnessNamed()).when(confirming({ by: ZOLTAN, as, document: 'Minutes' })).thenRejected(noSuchAction);
  });

  it('needs the document named', () =>
    given(commitments, ...recorded, aWitnessNamed()).when(confirming({ by: CHIOMA, as: 'DOCUMENT' })).thenRejected({ reason: 'DocumentIsNotNamed' }));

  it('changes nothing when the same person repeats it; another person adds to it', () => {
    given(commitments, ...recorded, anActionConfirmed()).when(confirming()).then();
    given(commitments, ...recorded, aWitnessNamed(), anActionConfirmed()).when(confirming({ by: CHIOMA, as: 'WITNESS' }))
      .then(anActionConfirmed({ by: 'WITNESS', attestedBy: CHIOMA }));
  });

  it('answers a dispute, even by someone who had confirmed before', () =>
    given(commitments, ...recorded, anActionConfirmed(), disputed).when(confirming()).then(anActionConfirmed()));

  it('needs an action that stands', () => {
    given(commitments).when(confirming()).thenRejected(noSuchAction);
    given(commitments, aCommitmentMade()).when(confirming()).thenRejected(noSuchAction);
    given(commitments, ...recorded, retracted).when(confirming()).thenRejected({ reason: 'ActionIsRetracted', actionId: 'a1' });
  });
});

describe('disputing', () => {
  it('is for the protégé', () => {
    given(commitments, ...recorded).when(disputing()).then(disputed);
    given(commitments, ...recorded).when(disputing({ by: ZOLTAN })).thenRejected(noSuchAction);
    given(commitments, ...recorded).when(disputing({ by: AMARA })).thenRejected({ reason: 'OnlyTheProtegeMayDoThis' });
  });

  it('changes nothing while a dispute is open, and opens another once that was answered', () => {
    given(commitments, ...recorded, disputed).when(disputing()).then();
    given(commitments, ...recorded, disputed, anActionConfirmed({ by: 'WITNESS', attestedBy: CHIOMA })).when(disputing()).then(disputed);
    given(commitments, ...recorded, disputed, AdvocacyActionCorrected.of({ ...toCorrect(), changed: ['forum'], late: false })).when(disputing()).then(disputed);
  });

  it('needs an action that stands', () => {
    given(commitments, aCommitmentMade()).when(disputing()).thenRejected(noSuchAction);
    given(commitments, ...recorded, retracted).when(disputing()).thenRejected({ reason: 'ActionIsRetracted', actionId: 'a1' });
  });
});

describe.each(['TALENT_REVIEW', 'PROMOTION_ROUND', 'SUCCESSION'] as const)('an action in a confidential forum: %s', (forum) => {
  const inCamera = [aCommitmentMade(), anActionRecorded({ forum })] as const;

  it('does not exist for the protégé, retracted or not', () => {
    given(commitments, ...inCamera).when(confirming()).thenRejected(noSuchAction);
    given(commitments, ...inCamera).when(disputing()).thenRejected(noSuchAction);
    given(commitments, ...inCamera, retracted).when(confirming()).thenRejected(noSuchAction);
  });

  it('can be confirmed by a witness', () =>
    given(commitments, ...inCamera, aWitnessNamed()).when(confirming({ by: CHIOMA, as: 'WITNESS' })).then(anActionConfirmed({ by: 'WITNESS', attestedBy: CHIOMA })));

  it('can be confirmed and disputed by the protégé once the sponsor discloses it', () => {
    const disclosed = AdvocacyActionDisclosed.of(ofAction);
    given(commitments, ...inCamera, disclosed).when(confirming()).then(anActionConfirmed());
    given(commitments, ...inCamera, disclosed).when(disputing()).then(disputed);
  });
});
