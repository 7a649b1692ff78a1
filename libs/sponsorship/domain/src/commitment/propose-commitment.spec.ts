import { given } from '@vouchsafe/decider/testing';
import { AmendmentProposed, CommitmentProposed, PledgeMissed } from '@vouchsafe/sponsorship-contracts';
import {
  aCommitmentEnded, aCommitmentMade, aCommitmentPaused, aCommitmentProposed, aCommitmentWithdrawn, aPair, aPledgeAdvanced, aPledgeKept, aProtegesPledge,
  aSponsorsPledge, TERM, TODAY, toAmend, toPropose, ZOLTAN,
} from './commitment.fixtures.js';
import { commitments, type Commitment } from './commitment.js';
import { proposeAmendment, proposeCommitment, type ProposeAmendment, type ProposeCommitment } from './propose-commitment.js';

const proposing = (facts: Partial<ProposeCommitment> = {}) => (state: Commitment) => proposeCommitment(toPropose(facts), state);
const amending = (facts: Partial<ProposeAmendment> = {}) => (state: Commitment) => proposeAmendment(toAmend(facts), state);

describe('proposing a commitment', () => {
  it('writes down the text as version 1, which nobody has signed', () =>
    given(commitments).when(proposing()).then(aCommitmentProposed()));

  it('may be done by somebody who arranged the pair', () =>
    given(commitments).when(proposing({ by: ZOLTAN })).then(aCommitmentProposed()));

  it('happens once under one id', () =>
    given(commitments, aCommitmentProposed()).when(proposing()).thenRejected({ reason: 'CommitmentAlreadyProposed' }));

  it('needs two people', () =>
    given(commitments).when(proposing({ protegeId: 'amara' })).thenRejected({ reason: 'SponsorAndProtegeMustDiffer' }));

  const [here, left] = [{ isHere: true, cohorts: ['co1'] }, { isHere: false, cohorts: ['co1'] }];
  const withoutPlace = { isHere: true, cohorts: [] };
  it.each([
    ['a programme that is not open, or none', aPair({ programIsOpen: false }), 'ProgramTakesNoCommitments'],
    ['a protégé without an approved place', aPair({ protege: withoutPlace }), 'ProtegeIsNotInTheProgram'],
    ['a protégé whose place is in another cohort than the one named', aPair({ protege: { isHere: true, cohorts: ['co2'] } }), 'ProtegeIsNotInTheProgram'],
    ['a protégé who has left', aPair({ protege: left }), 'ProtegeIsNotInTheProgram'],
    ['a sponsor without an approved place', aPair({ sponsor: withoutPlace }), 'SponsorIsNotInTheProgram'],
    ['a sponsor who has left', aPair({ sponsor: left }), 'SponsorIsNotInTheProgram'],
  ] as const)('is refused in %s', (_, pair, reason) => given(commitments).when(proposing({ pair })).thenRejected({ reason }));

  it('lets the sponsor be of another cohort of the programme', () =>
    given(commitments).when(proposing({ pair: aPair({ sponsor: { isHere: true, cohorts: ['co7'] } }) })).then(aCommitmentProposed()));

  it('takes the protégé’s cohort where none is named and they are in one only', () => {
    given(commitments).when(proposing({ cohortId: null })).then(aCommitmentProposed());
    given(commitments).when(proposing({ cohortId: null, pair: aPair({ protege: { ...here, cohorts: ['co1', 'co2'] } }) })).then(aCommitmentProposed({ cohortId: null }));
    given(commitments).when(proposing({ cohortId: 'co2', pair: aPair({ protege: { ...here, cohorts: ['co1', 'co2'] } }) })).then(aCommitmentProposed({ cohortId: 'co2' }));
  });

  it.each(['SPONSOR', 'PROTEGE'] as const)('needs a pledge from the %s', (missing) =>
    given(commitments).when(proposing({ pledges: [missing === 'SPONSOR' ? aProtegesPledge() : aSponsorsPledge()] }))
      .thenRejected({ reason: 'BothSidesMustPledge', missing }));

  it('may last 24 months to the day, and not a day more', () => {
    const latestEnd = '2027-01-15';
    given(commitments).when(proposing({ term: { ...TERM, end: latestEnd } })).then(aCommitmentProposed({ term: { ...TERM, end: latestEnd } }));
    given(commitments).when(proposing({ term: { ...TERM, end: '2027-01-16' } })).thenRejected({ reason: 'TermMustEnd', latestEnd });
  });

  it('takes the longest term from the rules of the programme', () =>
    given(commitments).when(proposing({ rules: { longestTermMonths: 6 } })).thenRejected({ reason: 'TermMustEnd', latestEnd: '2025-07-15' }));

  it('needs a term that ends after it starts, and not before today', () => {
    given(commitments).when(proposing({ term: { start: TERM.start, end: TERM.start } })).thenRejected({ reason: 'TermMustEnd', latestEnd: '2027-01-15' });
    given(commitments).when(proposing({ today: TERM.end })).then(aCommitmentProposed());
    given(commitments).when(proposing({ today: '2026-01-01' })).thenRejected({ reason: 'TermIsOver', end: TERM.end });
  });

  it.each(['2025-01-14', '2026-01-01'])('refuses a pledge that falls due outside the term, on %s', (dueOn) =>
    given(commitments).when(proposing({ pledges: [aSponsorsPledge({ dueOn }), aProtegesPledge()] }))
      .thenRejected({ reason: 'DueOutsideTheTerm', pledgeId: 's1', term: TERM }));

  it.each([TERM.start, TERM.end])('lets a pledge fall due on the first and the last day, as on %s', (dueOn) => {
    const pledges = [aSponsorsPledge({ dueOn }), aProtegesPledge()];
    given(commitments).when(proposing({ pledges })).then(aCommitmentProposed({ pledges }));
  });

  it('names each pledge once', () =>
    given(commitments).when(proposing({ pledges: [aSponsorsPledge(), aProtegesPledge(), aProtegesPledge()] }))
      .thenRejected({ reason: 'PledgeNamedTwice', pledgeId: 'b1' }));

  it('lets only a sponsor pledge a behaviour of sponsors', () =>
    given(commitments).when(proposing({ pledges: [aSponsorsPledge(), aProtegesPledge({ promise: { kind: 'BEHAVIOUR', behaviour: 'NOMINATE' } })] }))
      .thenRejected({ reason: 'OnlyASponsorPledgesBehaviours', pledgeId: 'b1' }));

  it('knows the behaviours of the organization, and no other', () => {
    const pledges = [aSponsorsPledge({ promise: { kind: 'BEHAVIOUR', behaviour: 'WRITE_A_FOREWORD' } }), aProtegesPledge()];
    given(commitments).when(proposing({ pledges })).thenRejected({ reason: 'UnknownBehaviour', behaviour: 'WRITE_A_FOREWORD' });
    given(commitments).when(proposing({ pledges, rules: { behaviours: new Map([['WRITE_A_FOREWORD', 'AMPLIFY']]) } }))
      .then(CommitmentProposed.of({ ...toPropose({ pledges }), version: 1 }));
  });
});

const amendment = (facts: Partial<ProposeAmendment> = {}) => AmendmentProposed.of({ ...toAmend(facts), proposedBy: 'PROTEGE' });

describe('proposing an amendment', () => {
  it('writes down the next version and who wants it', () =>
    given(commitments, aCommitmentMade()).when(amending()).then(amendment()));

  it('can answer a first text that is not signed yet', () =>
    given(commitments, aCommitmentProposed()).when(amending({ today: '2025-01-16' })).then(amendment()));

  it('replaces an amendment that still waits', () =>
    given(commitments, aCommitmentMade(), amendment()).when(amending({ version: 3 })).then(amendment({ version: 3 })));

  it('is possible while the commitment is paused', () =>
    given(commitments, aCommitmentMade(), aCommitmentPaused('2025-03-01')).when(amending()).then(amendment()));

  it.each([1, 3])('must build on the newest version: not as version %i', (version) =>
    given(commitments, aCommitmentMade()).when(amending({ version })).thenRejected({ reason: 'VersionHasChanged', version: 1 }));

  it('is for the two parties', () =>
    given(commitments, aCommitmentMade()).when(amending({ by: ZOLTAN })).thenRejected({ reason: 'CommitmentNotActive', status: 'none' }));

  it('needs a commitment that runs', () => {
    given(commitments).when(amending()).thenRejected({ reason: 'CommitmentNotActive', status: 'none' });
    given(commitments, aCommitmentMade(), aCommitmentWithdrawn('2025-05-01')).when(amending()).thenRejected({ reason: 'CommitmentNotActive', status: 'withdrawn' });
    given(commitments, aCommitmentMade(), aCommitmentEnded()).when(amending({ today: '2026-02-01' })).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
    given(commitments, aCommitmentMade()).when(amending({ today: '2026-01-01' })).thenRejected({ reason: 'CommitmentNotActive', status: 'ended' });
  });

  it('obeys every rule of a first text', () =>
    given(commitments, aCommitmentMade()).when(amending({ pledges: [aSponsorsPledge()] })).thenRejected({ reason: 'BothSidesMustPledge', missing: 'PROTEGE' }));

  it('need not repeat a side whose pledge is kept, and must not reopen it', () => {
    const kept = [aPledgeAdvanced(), aPledgeKept()];
    given(commitments, aCommitmentMade(), ...kept).when(amending({ pledges: [aProtegesPledge()] })).then(amendment({ pledges: [aProtegesPledge()] }));
    given(commitments, aCommitmentMade(), ...kept).when(amending()).thenRejected({ reason: 'PledgeIsClosed', pledgeId: 's1', status: 'kept' });
  });

  it('does not count a missed pledge as one that a side has made', () =>
    given(commitments, aCommitmentMade(), PledgeMissed.of({ commitmentId: 'c1', pledgeId: 'b1', dueOn: '2025-06-30' }))
      .when(amending({ today: '2025-07-02', pledges: [aSponsorsPledge()] })).thenRejected({ reason: 'BothSidesMustPledge', missing: 'PROTEGE' }));

  it('cannot move or drop a pledge whose day has passed', () => {
    const today = '2025-07-01';
    const late = { reason: 'PledgeIsPastItsDay', pledgeId: 'b1', dueOn: '2025-06-30' } as const;
    given(commitments, aCommitmentMade()).when(amending({ today, pledges: [aSponsorsPledge(), aProtegesPledge({ dueOn: '2025-10-31' })] })).thenRejected(late);
    given(commitments, aCommitmentMade()).when(amending({ today, pledges: [aSponsorsPledge(), aProtegesPledge({ pledgeId: 'b2', dueOn: '2025-10-31' })] })).thenRejected(late);
    given(commitments, aCommitmentMade()).when(amending({ today })).then(amendment());
    const onItsDay = { today: '2025-06-30', pledges: [aSponsorsPledge(), aProtegesPledge({ dueOn: '2025-10-31' })] };
    given(commitments, aCommitmentMade()).when(amending(onItsDay)).then(amendment(onItsDay));
  });

  it.each([
    [aSponsorsPledge({ promise: { kind: 'BEHAVIOUR', behaviour: 'INTRODUCE' } }), aProtegesPledge()],
    [aSponsorsPledge({ promise: { kind: 'DELIVERABLE', deliverable: 'A letter' } }), aProtegesPledge()],
    [aProtegesPledge({ promise: { kind: 'DELIVERABLE', deliverable: 'A letter' } }), aSponsorsPledge()],
    [aProtegesPledge({ side: 'SPONSOR' }), aProtegesPledge({ pledgeId: 'b2' })],
  ])('cannot turn a pledge into another promise, or that of the other side, under the same name', (turned, other) =>
    given(commitments, aCommitmentMade()).when(amending({ pledges: [turned, other] }))
      .thenRejected({ reason: 'PledgeIsAnotherPromise', pledgeId: turned.pledgeId }));

  it('cannot ask for less than was done already', () =>
    given(commitments, aCommitmentMade({ pledges: [aSponsorsPledge({ times: 3 }), aProtegesPledge()] }), aPledgeAdvanced({ times: 3 }))
      .when(amending({ today: TODAY })).thenRejected({ reason: 'PledgeAsksLessThanWasDone', pledgeId: 's1', done: 1 }));
});
