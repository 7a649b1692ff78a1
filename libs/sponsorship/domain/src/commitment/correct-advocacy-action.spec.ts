import { given } from '@vouchsafe/decider/testing';
import {
  AdvocacyActionCorrected, AdvocacyActionDisclosed, AdvocacyActionRetracted, CommitmentFulfilmentRevoked, PledgeMissed, PledgeSetBack,
} from '@vouchsafe/sponsorship-contracts';
import {
  aCommitmentEnded, aCommitmentFulfilled, aCommitmentMade, aCommitmentPaused, anActionRecorded, aPledgeAdvanced, aPledgeKept, aProtegesPledge,
  aSponsorsPledge, aWitnessNamed, AMARA, BEN, CHIOMA, DANA, TODAY, toCorrect, ZOLTAN,
} from './commitment.fixtures.js';
import { commitments, type Commitment } from './commitment.js';
import {
  correctAdvocacyAction, discloseAdvocacyAction, nameWitness, retractAdvocacyAction, type CorrectAdvocacyAction, type NameWitness,
} from './correct-advocacy-action.js';

const ofAction = { commitmentId: 'c1', actionId: 'a1' };
const bySponsor = { by: 'amara', byDelegation: false };
const correcting = (facts: Partial<CorrectAdvocacyAction> = {}) => (state: Commitment) => correctAdvocacyAction(toCorrect(facts), state);
const retracting = (facts = {}) => (state: Commitment) => retractAdvocacyAction({ ...ofAction, ...bySponsor, reason: 'Another person', ...facts }, state);
const disclosing = (facts = {}) => (state: Commitment) => discloseAdvocacyAction({ ...ofAction, by: AMARA, ...facts }, state);

const corrected = (changed: (typeof AdvocacyActionCorrected)['schema']['_output']['changed'], facts: Partial<CorrectAdvocacyAction> & { late?: boolean } = {}) =>
  AdvocacyActionCorrected.of({ late: false, ...toCorrect(facts), changed, ...('late' in facts ? { late: facts.late } : {}) });
const retracted = AdvocacyActionRetracted.of({ ...ofAction, reason: 'Another person' });
const setBack = PledgeSetBack.of({ commitmentId: 'c1', pledgeId: 's1', actionId: 'a1', done: 0 });
const recorded = [aCommitmentMade(), anActionRecorded()] as const;
const pledgeId = 's1';
const kept = [aCommitmentMade(), anActionRecorded({ pledgeId }), aPledgeAdvanced(), aPledgeKept()] as const;
const fulfilled = [...kept, aPledgeAdvanced({ pledgeId: 'b1', actionId: null }), aPledgeKept({ pledgeId: 'b1' }), aCommitmentFulfilled()] as const;

describe('correcting', () => {
  it('says what changed and why, with the whole facts as now believed', () =>
    given(commitments, ...recorded).when(correcting({ act: 'AMPLIFY', behaviour: 'PASS_ON_RESULTS', capital: null }))
      .then(corrected(['act', 'behaviour', 'capital'], { act: 'AMPLIFY', behaviour: 'PASS_ON_RESULTS', capital: null })));

  it('records nothing when nothing changes', () => given(commitments, ...recorded).when(correcting()).then());

  it('builds on the correction before', () =>
    given(commitments, ...recorded, corrected(['forum'], { forum: 'BUDGET' })).when(correcting()).then(corrected(['forum'])));

  it('may move the day; long ago is late then, as it was learned today', () => {
    given(commitments, ...recorded).when(correcting({ actionOccurredOn: '2025-06-09' })).then(corrected(['actionOccurredOn'], { actionOccurredOn: '2025-06-09' }));
    given(commitments, ...recorded).when(correcting({ actionOccurredOn: '2025-03-17' }))
      .then(corrected(['actionOccurredOn'], { actionOccurredOn: '2025-03-17', late: true }));
  });

  it('does not become late by correcting something else long after', () => {
    const today = '2025-12-01';
    given(commitments, ...recorded).when(correcting({ today, forum: 'BUDGET' })).then(corrected(['forum'], { forum: 'BUDGET' }));
    given(commitments, aCommitmentMade(), anActionRecorded({ late: true })).when(correcting({ forum: 'BUDGET' })).then(corrected(['forum'], { forum: 'BUDGET', late: true }));
  });

  it('obeys the rules of recording', () => {
    given(commitments, ...recorded).when(correcting({ actionOccurredOn: '2025-06-17' })).thenRejected({ reason: 'NotYetHappened', today: TODAY });
    given(commitments, ...recorded).when(correcting({ actionOccurredOn: '2025-01-19' })).thenRejected({ reason: 'CommitmentNotActive', status: 'proposed' });
    given(commitments, ...recorded).when(correcting({ act: 'DEFEND' })).thenRejected({ reason: 'BehaviourBelongsToAnotherAct', behaviour: 'NOMINATE', act: 'BOOST' });
    given(commitments, ...recorded).when(correcting({ behaviour: 'WAVE' })).thenRejected({ reason: 'UnknownBehaviour', behaviour: 'WAVE' });
    given(commitments, ...recorded).when(correcting({ pledgeId: 's9' })).thenRejected({ reason: 'NoSuchPledge', pledgeId: 's9' });
    given(commitments, ...recorded).when(correcting({ pledgeId: 'b1' })).thenRejected({ reason: 'PledgeIsOfTheOtherSide', pledgeId: 'b1' });
    given(commitments, ...recorded, aPledgeKept()).when(correcting({ pledgeId })).thenRejected({ reason: 'PledgeIsClosed', pledgeId, status: 'kept' });
    given(commitments, ...kept).when(correcting({ pledgeId, behaviour: 'OPEN_A_PATH' })).thenRejected({ reason: 'PledgeIsForAnotherBehaviour', pledgeId, behaviour: 'NOMINATE' });
  });

  it('leaves a day alone that was lawful when it was recorded, though the commitment was paused that evening', () =>
    given(commitments, ...recorded, aCommitmentPaused('2025-06-02')).when(correcting({ forum: 'BUDGET' })).then(corrected(['forum'], { forum: 'BUDGET' })));

  it('is possible after the end', () =>
    given(commitments, ...recorded, aCommitmentEnded()).when(correcting({ forum: 'BUDGET' })).then(corrected(['forum'], { forum: 'BUDGET' })));

  it('leaves the pledge alone unless the day or the pledge changes', () =>
    given(commitments, ...kept).when(correcting({ pledgeId, forum: 'BUDGET' })).then(corrected(['forum'], { pledgeId, forum: 'BUDGET' })));

  it('moves the day on which the pledge was kept, and what follows from it', () => {
    const actionOccurredOn = '2025-10-01'; // a day after the pledge fell due
    const today = '2025-10-02';
    given(commitments, ...kept).when(correcting({ pledgeId, actionOccurredOn, today })).then(
      corrected(['actionOccurredOn'], { pledgeId, actionOccurredOn }), setBack,
      aPledgeAdvanced({ advancedOn: actionOccurredOn }), aPledgeKept({ keptOn: actionOccurredOn, onTime: false }));
  });

  it('does not unmake a fulfilment that still holds', () =>
    given(commitments, ...fulfilled).when(correcting({ pledgeId, actionOccurredOn: '2025-06-03' })).then(
      corrected(['actionOccurredOn'], { pledgeId, actionOccurredOn: '2025-06-03' }), setBack,
      aPledgeAdvanced({ advancedOn: '2025-06-03' }), aPledgeKept({ keptOn: '2025-06-03' })));

  it('takes the action from its pledge, and gives it to another', () => {
    given(commitments, ...kept).when(correcting()).then(corrected(['pledgeId']), setBack);
    const two = aCommitmentMade({ pledges: [aSponsorsPledge(), aProtegesPledge(), aSponsorsPledge({ pledgeId: 's2', times: 2 })] });
    given(commitments, two, ...kept.slice(1)).when(correcting({ pledgeId: 's2' }))
      .then(corrected(['pledgeId'], { pledgeId: 's2' }), setBack, aPledgeAdvanced({ pledgeId: 's2', times: 2 }));
  });

  it('leaves the verdict on a missed pledge as it was', () => {
    const missed = PledgeMissed.of({ commitmentId: 'c1', pledgeId, dueOn: '2025-09-30' });
    const twice = aCommitmentMade({ pledges: [aSponsorsPledge({ times: 2 }), aProtegesPledge()] });
    given(commitments, twice, anActionRecorded({ pledgeId }), aPledgeAdvanced({ times: 2 }), missed)
      .when(correcting({ pledgeId, actionOccurredOn: '2025-06-03', today: '2025-10-02' }))
      .then(corrected(['actionOccurredOn'], { pledgeId, actionOccurredOn: '2025-06-03', late: true }));
  });
});

describe('retracting', () => {
  it('takes the action back, once', () => {
    given(commitments, ...recorded).when(retracting()).then(retracted);
    given(commitments, ...recorded, retracted).when(retracting()).then();
  });

  it('opens the pledge again that it had kept', () => given(commitments, ...kept).when(retracting()).then(retracted, setBack));

  it('takes the fulfilment back with it', () =>
    given(commitments, ...fulfilled).when(retracting()).then(retracted, setBack, CommitmentFulfilmentRevoked.of({ commitmentId: 'c1' })));

  it('leaves the pledge missed when the commitment is over', () =>
    given(commitments, ...fulfilled, aCommitmentEnded()).when(retracting()).then(
      retracted, setBack, PledgeMissed.of({ commitmentId: 'c1', pledgeId, dueOn: '2025-09-30' }), CommitmentFulfilmentRevoked.of({ commitmentId: 'c1' })));

  it('takes back its own part only', () => {
    const twice = aCommitmentMade({ pledges: [aSponsorsPledge({ times: 3 }), aProtegesPledge()] });
    given(commitments, twice, anActionRecorded({ pledgeId }), aPledgeAdvanced({ times: 3 }), anActionRecorded({ actionId: 'a2', pledgeId }), aPledgeAdvanced({ actionId: 'a2', done: 2, times: 3 }))
      .when(retracting()).then(retracted, PledgeSetBack.of({ commitmentId: 'c1', pledgeId, actionId: 'a1', done: 1 }));
  });
});

describe('disclosing', () => {
  const inCamera = [aCommitmentMade(), anActionRecorded({ forum: 'SUCCESSION' })] as const;
  const disclosed = AdvocacyActionDisclosed.of(ofAction);

  it('lets the protégé know, once', () => {
    given(commitments, ...inCamera).when(disclosing()).then(disclosed);
    given(commitments, ...inCamera, disclosed).when(disclosing()).then();
  });

  it('has nothing to do in an open forum', () => given(commitments, ...recorded).when(disclosing()).then());
});

describe('naming a witness', () => {
  const naming = (facts: Partial<NameWitness> = {}) => (state: Commitment) =>
    nameWitness({ commitmentId: 'c1', actionId: 'a1', by: AMARA, witnessId: CHIOMA, ...facts }, state);

  it('says who was in the room, once', () => {
    given(commitments, ...recorded).when(naming()).then(aWitnessNamed());
    given(commitments, ...recorded, aWitnessNamed()).when(naming()).then();
  });

  it('is for the sponsor, of an action that stands', () => {
    given(commitments, ...recorded).when(naming({ by: BEN })).thenRejected({ reason: 'OnlyTheSponsorMayDoThis' });
    given(commitments, ...recorded).when(naming({ by: ZOLTAN })).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
    given(commitments, ...recorded, retracted).when(naming()).thenRejected({ reason: 'ActionIsRetracted', actionId: 'a1' });
  });

  it.each([AMARA, BEN])('does not make a witness of %s, one of the pair', (witnessId) =>
    given(commitments, ...recorded).when(naming({ witnessId })).thenRejected({ reason: 'WitnessMustBeSomeoneElse' }));
});

describe('a delegate', () => {
  const theirs = [aCommitmentMade(), anActionRecorded({ delegateId: DANA })] as const;
  const capital = 'LARGE';

  it('corrects and retracts what they recorded, while they are one', () => {
    given(commitments, ...theirs).when(correcting({ by: DANA, byDelegation: true, capital })).then(corrected(['capital'], { capital }));
    given(commitments, ...theirs).when(retracting({ by: DANA, byDelegation: true })).then(retracted);
    given(commitments, ...theirs).when(retracting({ by: DANA })).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
  });

  it('learns nothing of what the sponsor or another delegate recorded', () => {
    for (const by of [DANA, CHIOMA]) {
      given(commitments, ...recorded).when(retracting({ by, byDelegation: true })).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
      if (by === CHIOMA) given(commitments, ...theirs).when(correcting({ by, byDelegation: true, capital })).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
    }
  });

  it('names no witness and discloses nothing, whoever recorded it: that is the sponsor’s', () => {
    given(commitments, ...theirs).when(disclosing({ by: DANA })).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
    given(commitments, ...theirs).when((state) => nameWitness({ ...ofAction, by: DANA, witnessId: CHIOMA }, state)).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
  });
});

describe.each([['correcting', correcting], ['retracting', retracting], ['disclosing', disclosing]] as const)('%s', (name, doing) => {
  it('is for the sponsor, or a delegate who is not the protégé', () => {
    given(commitments, ...recorded).when(doing({ by: ZOLTAN })).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
    given(commitments, ...recorded).when(doing({ by: BEN, byDelegation: true })).thenRejected({ reason: 'OnlyTheSponsorMayDoThis' });
  });

  it('needs an action', () => {
    given(commitments).when(doing()).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
    given(commitments, aCommitmentMade()).when(doing()).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
  });

  it('leaves a retracted action alone', () => {
    if (name !== 'retracting') given(commitments, ...recorded, retracted).when(doing()).thenRejected({ reason: 'ActionIsRetracted', actionId: 'a1' });
    else given(commitments, ...recorded, retracted).when(doing()).then();
  });
});
