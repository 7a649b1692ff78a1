import { given } from '@vouchsafe/decider/testing';
import { OutcomeCorrected, OutcomeLinked, OutcomeRetracted, OutcomeVerified } from '@vouchsafe/sponsorship-contracts';
import { correctOutcome, retractOutcome, type CorrectOutcome, type RetractOutcome } from './correct-outcome.js';
import { linkOutcome, type LinkOutcome } from './link-outcome.js';
import { AMARA, anOutcomeRecorded, BEN, MARTA, TODAY, toCorrectOutcome, toRecordOutcome } from './outcome.fixtures.js';
import { outcomes, type Outcome } from './outcome.js';
import { recordOutcome, verifyOutcome, type RecordOutcome, type VerifyOutcome } from './record-outcome.js';

const recording = (facts: Partial<RecordOutcome> = {}) => (state: Outcome) => recordOutcome(toRecordOutcome(facts), state);
const verifying = (facts: Partial<VerifyOutcome> = {}) => (state: Outcome) =>
  verifyOutcome({ outcomeId: 'o1', by: MARTA, evidenceState: 'MANAGER_VERIFIED', ...facts }, state);
const correcting = (facts: Partial<CorrectOutcome> = {}) => (state: Outcome) => correctOutcome(toCorrectOutcome(facts), state);
const retracting = (facts: Partial<RetractOutcome> = {}) => (state: Outcome) => retractOutcome({ outcomeId: 'o1', by: AMARA, reason: 'Postponed', ...facts }, state);
const linking = (facts: Partial<LinkOutcome> = {}) => (state: Outcome) =>
  linkOutcome({ outcomeId: 'o1', commitmentId: 'c1', actionId: 'a1', action: { protegeId: BEN, occurredOn: '2025-06-02' }, ...facts }, state);

const verified = (evidenceState: 'MANAGER_VERIFIED' | 'SYSTEM_VERIFIED') => OutcomeVerified.of({ outcomeId: 'o1', evidenceState });
const retracted = OutcomeRetracted.of({ outcomeId: 'o1', reason: 'Postponed' });
const linked = (actionId = 'a1', commitmentId = 'c1') => OutcomeLinked.of({ outcomeId: 'o1', to: { kind: 'ACTION', commitmentId, actionId } });

describe('recording an outcome', () => {
  it('writes down what happened, and who says so', () => {
    given(outcomes).when(recording()).then(anOutcomeRecorded());
    given(outcomes).when(recording({ by: BEN })).then(anOutcomeRecorded({ recordedBy: BEN }));
  });

  it('may come from a system, which vouches for it', () =>
    given(outcomes).when(recording({ by: null, source: 'DIRECTORY', evidenceState: 'SYSTEM_VERIFIED' }))
      .then(anOutcomeRecorded({ recordedBy: null, source: 'DIRECTORY', evidenceState: 'SYSTEM_VERIFIED' })));

  it('may be verified by a manager at once, not by the owner, and not by a person in a system’s name', () => {
    given(outcomes).when(recording({ by: MARTA, evidenceState: 'MANAGER_VERIFIED' })).then(anOutcomeRecorded({ recordedBy: MARTA, evidenceState: 'MANAGER_VERIFIED' }));
    given(outcomes).when(recording({ by: BEN, evidenceState: 'MANAGER_VERIFIED' })).thenRejected({ reason: 'OwnOutcomeCannotBeVerified' });
    given(outcomes).when(recording({ by: MARTA, evidenceState: 'SYSTEM_VERIFIED' })).thenRejected({ reason: 'OnlyASystemMayVerifyThis' });
  });

  it('happens once under one id, retracted or not', () => {
    given(outcomes, anOutcomeRecorded()).when(recording()).thenRejected({ reason: 'OutcomeAlreadyRecorded', outcomeId: 'o1' });
    given(outcomes, anOutcomeRecorded(), retracted).when(recording()).thenRejected({ reason: 'OutcomeAlreadyRecorded', outcomeId: 'o1' });
  });

  it('does not record the future, but today', () => {
    given(outcomes).when(recording({ occurredOn: '2025-11-04' })).thenRejected({ reason: 'NotYetHappened', today: TODAY });
    given(outcomes).when(recording({ occurredOn: TODAY })).then(anOutcomeRecorded({ outcomeOccurredOn: TODAY }));
  });
});

describe('verifying an outcome', () => {
  it('raises the state of its evidence', () => {
    given(outcomes, anOutcomeRecorded()).when(verifying()).then(verified('MANAGER_VERIFIED'));
    given(outcomes, anOutcomeRecorded(), verified('MANAGER_VERIFIED')).when(verifying({ by: null, evidenceState: 'SYSTEM_VERIFIED' })).then(verified('SYSTEM_VERIFIED'));
  });

  it('never lowers it, and changes nothing by repeating it', () => {
    given(outcomes, anOutcomeRecorded(), verified('SYSTEM_VERIFIED')).when(verifying()).thenRejected({ reason: 'EvidenceMovesUpOnly', current: 'SYSTEM_VERIFIED' });
    given(outcomes, anOutcomeRecorded(), verified('MANAGER_VERIFIED')).when(verifying()).then();
  });

  it('is neither for the owner nor for whoever recorded it', () => {
    given(outcomes, anOutcomeRecorded()).when(verifying({ by: BEN })).thenRejected({ reason: 'OwnOutcomeCannotBeVerified' });
    given(outcomes, anOutcomeRecorded()).when(verifying({ by: AMARA })).thenRejected({ reason: 'OwnOutcomeCannotBeVerified' });
  });

  it('lets no person speak for a system', () =>
    given(outcomes, anOutcomeRecorded()).when(verifying({ evidenceState: 'SYSTEM_VERIFIED' })).thenRejected({ reason: 'OnlyASystemMayVerifyThis' }));
});

describe('linking an outcome to an action', () => {
  it('says what it rests on, once for each action', () => {
    given(outcomes, anOutcomeRecorded()).when(linking()).then(linked());
    given(outcomes, anOutcomeRecorded(), linked()).when(linking()).then();
    given(outcomes, anOutcomeRecorded(), linked()).when(linking({ actionId: 'a2' })).then(linked('a2'));
    given(outcomes, anOutcomeRecorded(), linked()).when(linking({ commitmentId: 'c2' })).then(linked('a1', 'c2'));
  });

  it('needs an action that exists, for the same person, and not after the outcome', () => {
    given(outcomes, anOutcomeRecorded()).when(linking({ action: null })).thenRejected({ reason: 'NoSuchAction', actionId: 'a1' });
    given(outcomes, anOutcomeRecorded()).when(linking({ action: { protegeId: AMARA, occurredOn: '2025-06-02' } })).thenRejected({ reason: 'ActionWasForSomeoneElse' });
    given(outcomes, anOutcomeRecorded()).when(linking({ action: { protegeId: BEN, occurredOn: '2025-10-02' } })).thenRejected({ reason: 'ActionIsLaterThanTheOutcome' });
    given(outcomes, anOutcomeRecorded()).when(linking({ action: { protegeId: BEN, occurredOn: '2025-10-01' } })).then(linked());
  });
});

describe('correcting an outcome', () => {
  const corrected = (changed: ('kind' | 'measure' | 'outcomeOccurredOn')[], facts: Partial<CorrectOutcome>) => OutcomeCorrected.of({ ...toCorrectOutcome(facts), changed });

  it('says what changed and why, with the whole facts as now believed', () => {
    const facts = { kind: 'LATERAL_MOVE', measure: null } as const;
    given(outcomes, anOutcomeRecorded()).when(correcting(facts)).then(corrected(['kind', 'measure'], facts));
    given(outcomes, anOutcomeRecorded(), corrected(['kind', 'measure'], facts)).when(correcting(facts)).then();
  });

  it('sees a change in any part of the measure', () => {
    for (const measure of [{ value: 30, unit: 'RANK_TENTHS', baseline: 10 }, { value: 20, unit: 'LEVELS', baseline: 10 }, { value: 20, unit: 'RANK_TENTHS', baseline: null }]) {
      given(outcomes, anOutcomeRecorded()).when(correcting({ measure })).then(corrected(['measure'], { measure }));
    }
  });

  it('records nothing when nothing changes', () => given(outcomes, anOutcomeRecorded()).when(correcting()).then());

  it('does not move it into the future, but up to today', () => {
    given(outcomes, anOutcomeRecorded()).when(correcting({ outcomeOccurredOn: '2025-11-04' })).thenRejected({ reason: 'NotYetHappened', today: TODAY });
    given(outcomes, anOutcomeRecorded()).when(correcting({ outcomeOccurredOn: TODAY })).then(corrected(['outcomeOccurredOn'], { outcomeOccurredOn: TODAY }));
  });
});

describe('retracting an outcome', () => {
  it('takes it back, once', () => {
    given(outcomes, anOutcomeRecorded()).when(retracting()).then(retracted);
    given(outcomes, anOutcomeRecorded(), retracted).when(retracting()).then();
  });
});

it('leaves to others what others have verified', () => {
  const history = [anOutcomeRecorded({ recordedBy: BEN }), verified('MANAGER_VERIFIED')] as const;
  given(outcomes, ...history).when(correcting({ by: BEN, kind: 'TRANSITION' })).thenRejected({ reason: 'VerifiedByOthers' });
  given(outcomes, ...history).when(retracting({ by: BEN })).thenRejected({ reason: 'VerifiedByOthers' });
  given(outcomes, ...history).when(retracting({ by: MARTA })).then(retracted);
  given(outcomes, anOutcomeRecorded({ recordedBy: BEN })).when(retracting({ by: BEN })).then(retracted);
});

it('verifies, links, corrects and retracts nothing where there is no outcome', () => {
  const none = { reason: 'NoSuchOutcome', outcomeId: 'o1' } as const;
  given(outcomes).when(verifying()).thenRejected(none);
  given(outcomes).when(linking()).thenRejected(none);
  given(outcomes).when(correcting()).thenRejected(none);
  given(outcomes).when(retracting()).thenRejected(none);
});

it('leaves a retracted outcome alone', () => {
  const history = [anOutcomeRecorded(), retracted] as const;
  given(outcomes, ...history).when(verifying()).thenRejected({ reason: 'OutcomeIsRetracted', outcomeId: 'o1' });
  given(outcomes, ...history).when(linking()).thenRejected({ reason: 'OutcomeIsRetracted', outcomeId: 'o1' });
  given(outcomes, ...history).when(correcting({ kind: 'TRANSITION' })).thenRejected({ reason: 'OutcomeIsRetracted', outcomeId: 'o1' });
});
