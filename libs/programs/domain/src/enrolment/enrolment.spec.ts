import { fold } from '@vouchsafe/decider';
import { given } from '@vouchsafe/decider/testing';
import { cohorts } from '../cohort/cohort.js';
import { programs } from '../program/program.js';
import {
  aCohortClosed, aCohortOpened, AMARA, anEnrolmentDeclined, anEnrolmentRequested, aParticipantEnrolled, aParticipantWithdrawn,
  aProgramClosed, aProgramDefined, aProgramOpened, aProgramRulesSet, aStanding, BILAL, CHLOE,
} from '../programs.fixtures.js';
import { approveEnrolment, declineEnrolment } from './answer-enrolment.js';
import { enrolments } from './enrolment.js';
import { requestEnrolment, type RequestEnrolment } from './request-enrolment.js';
import { withdrawParticipant } from './withdraw-participant.js';

const cohortId = 'spring-2025';
const today = '2025-04-01';
const draft = [aProgramDefined(), aProgramRulesSet()];
const program = fold(programs, [...draft, aProgramOpened()]);
const cohort = fold(cohorts, [aCohortOpened()]);
const requesting: RequestEnrolment = {
  cohortId, personId: BILAL, role: 'PROTEGE', agreed: true, by: BILAL, standing: aStanding(), cohort, program, occurredOn: today, today,
};
const answering = { cohortId, personId: BILAL, cohort, program, occurredOn: today, today };
const leaving = { cohortId, personId: BILAL, occurredOn: today, today };

// Where nobody can come in, whoever asks and whoever approves.
const shutFrames = [
  ['an unknown cohort', { cohort: fold(cohorts, []) }, 'CohortIsNotOpen'],
  ['a closed cohort', { cohort: fold(cohorts, [aCohortOpened(), aCohortClosed()]) }, 'CohortIsClosed'],
  ['a cohort after its last day', { cohort: fold(cohorts, [aCohortOpened({ closesOn: '2025-03-31' })]) }, 'CohortIsClosed'],
  ['an unknown programme', { program: fold(programs, []) }, 'ProgramIsNotOpen'],
  ['a draft', { program: fold(programs, draft) }, 'ProgramIsNotOpen'],
  ['a closed programme', { program: fold(programs, [...draft, aProgramOpened(), aProgramClosed()]) }, 'ProgramIsClosed'],
] as const;

describe('requesting', () => {
  it('takes the person’s own yes', () => given(enrolments).when((state) => requestEnrolment(requesting, state)).then(anEnrolmentRequested()));

  it('takes it on the cohort’s last day', () =>
    given(enrolments)
      .when((state) => requestEnrolment({ ...requesting, cohort: fold(cohorts, [aCohortOpened({ closesOn: today })]) }, state))
      .then(anEnrolmentRequested()));

  it('takes no silence for a yes, and no yes from another', () => {
    given(enrolments).when((state) => requestEnrolment({ ...requesting, agreed: false }, state)).thenRejected({ reason: 'ParticipantHasNotAgreed' });
    given(enrolments).when((state) => requestEnrolment({ ...requesting, by: CHLOE }, state)).thenRejected({ reason: 'ParticipantHasNotAgreed' });
  });

  it('keeps anybody from being in one cohort twice, in another role too', () => {
    const asMentor = { ...requesting, role: 'MENTOR' as const };
    given(enrolments, anEnrolmentRequested())
      .when((state) => requestEnrolment(asMentor, state)).thenRejected({ reason: 'AlreadyEnrolled', status: 'requested' });
    given(enrolments, anEnrolmentRequested(), aParticipantEnrolled())
      .when((state) => requestEnrolment(asMentor, state)).thenRejected({ reason: 'AlreadyEnrolled', status: 'enrolled' });
  });

  it('is open again to who was declined or has left', () => {
    given(enrolments, anEnrolmentRequested(), anEnrolmentDeclined()).when((state) => requestEnrolment(requesting, state)).then(anEnrolmentRequested());
    given(enrolments, anEnrolmentRequested(), aParticipantEnrolled(), aParticipantWithdrawn())
      .when((state) => requestEnrolment(requesting, state)).then(anEnrolmentRequested());
  });

  it('is not made ahead of its day', () =>
    given(enrolments).when((state) => requestEnrolment({ ...requesting, occurredOn: '2025-04-02' }, state)).thenRejected({ reason: 'NotYetHappened', today }));

  it.each(shutFrames)('is refused in %s', (_, frame, reason) =>
    given(enrolments).when((state) => requestEnrolment({ ...requesting, ...frame }, state)).thenRejected({ reason }));

  it.each([
    ['SPONSORSHIP', 'MENTOR'], ['SPONSORSHIP', 'MENTEE'], ['MENTORING', 'SPONSOR'], ['MENTORING', 'PROTEGE'],
  ] as const)('in a programme of kind %s has no place for a %s', (kind, role) =>
    given(enrolments)
      .when((state) => requestEnrolment({ ...requesting, role, program: fold(programs, [aProgramDefined({ kind }), aProgramRulesSet(), aProgramOpened()]) }, state))
      .thenRejected({ reason: 'KindDoesNotAllowThis', kind, role }));

  it.each(['SPONSOR', 'PROTEGE', 'MENTOR', 'MENTEE'] as const)('in a mixed programme has a place for a %s', (role) =>
    given(enrolments)
      .when((state) => requestEnrolment({ ...requesting, role, program: fold(programs, [aProgramDefined({ kind: 'MIXED' }), aProgramRulesSet(), aProgramOpened()]) }, state))
      .then(anEnrolmentRequested({ role })));

  describe('under an eligibility rule', () => {
    const ruled = fold(programs, [
      aProgramDefined({ population: [{ field: 'UNIT', anyOf: ['North'] }] }),
      aProgramRulesSet({
        version: 3,
        eligibility: { proteges: [{ field: 'LEVEL', atLeast: null, atMost: 20 }], sponsors: [{ field: 'LEVEL', atLeast: 30, atMost: null }] },
      }),
      aProgramOpened(),
    ]);

    it('names the version of the rules', () =>
      given(enrolments).when((state) => requestEnrolment({ ...requesting, program: ruled }, state)).then(anEnrolmentRequested({ rulesVersion: 3 })));

    it('asks a protégé for population and rule', () =>
      given(enrolments)
        .when((state) => requestEnrolment({ ...requesting, program: ruled, standing: aStanding({ unit: 'West', level: 25 }) }, state))
        .thenRejected({ reason: 'IsNotEligible', unmet: ['UNIT', 'LEVEL'] }));

    it('asks a sponsor for the sponsors’ rule alone', () => {
      const asSponsor = { ...requesting, program: ruled, personId: AMARA, by: AMARA, role: 'SPONSOR' as const };
      given(enrolments)
        .when((state) => requestEnrolment({ ...asSponsor, standing: aStanding({ unit: 'West', level: 30 }) }, state))
        .then(anEnrolmentRequested({ personId: AMARA, role: 'SPONSOR', rulesVersion: 3 }));
      given(enrolments)
        .when((state) => requestEnrolment({ ...asSponsor, standing: aStanding({ level: 20 }) }, state))
        .thenRejected({ reason: 'IsNotEligible', unmet: ['LEVEL'] });
    });
  });

  it('throws when it is handed the programme of another cohort', () =>
    expect(() => requestEnrolment({ ...requesting, cohort: fold(cohorts, [aCohortOpened({ programId: 'returners' })]) }, { status: 'none' }))
      .toThrow('The cohort belongs to programme returners, not emerging-leaders.'));
});

describe('approving', () => {
  it('enrols in the role that was asked for', () =>
    given(enrolments, anEnrolmentRequested({ role: 'SPONSOR' }))
      .when((state) => approveEnrolment(answering, state)).then(aParticipantEnrolled({ role: 'SPONSOR' })));

  it('needs a request that stands', () => {
    given(enrolments).when((state) => approveEnrolment(answering, state)).thenRejected({ reason: 'EnrolmentIsNotRequested' });
    given(enrolments, anEnrolmentRequested(), anEnrolmentDeclined())
      .when((state) => approveEnrolment(answering, state)).thenRejected({ reason: 'EnrolmentIsNotRequested' });
    given(enrolments, anEnrolmentRequested(), aParticipantWithdrawn())
      .when((state) => approveEnrolment(answering, state)).thenRejected({ reason: 'EnrolmentIsNotRequested' });
  });

  it('happens once', () =>
    given(enrolments, anEnrolmentRequested(), aParticipantEnrolled())
      .when((state) => approveEnrolment(answering, state)).thenRejected({ reason: 'AlreadyEnrolled', status: 'enrolled' }));

  it('is not made ahead of its day', () =>
    given(enrolments, anEnrolmentRequested())
      .when((state) => approveEnrolment({ ...answering, occurredOn: '2025-04-02' }, state)).thenRejected({ reason: 'NotYetHappened', today }));

  it.each(shutFrames)('is refused in %s', (_, frame, reason) =>
    given(enrolments, anEnrolmentRequested()).when((state) => approveEnrolment({ ...answering, ...frame }, state)).thenRejected({ reason }));
});

describe('declining', () => {
  it('answers a request', () =>
    given(enrolments, anEnrolmentRequested()).when((state) => declineEnrolment(leaving, state)).then(anEnrolmentDeclined()));

  it('needs a request that stands', () =>
    given(enrolments, anEnrolmentRequested(), aParticipantEnrolled())
      .when((state) => declineEnrolment(leaving, state)).thenRejected({ reason: 'EnrolmentIsNotRequested' }));

  it('is not made ahead of its day', () =>
    given(enrolments, anEnrolmentRequested())
      .when((state) => declineEnrolment({ ...leaving, occurredOn: '2025-04-02' }, state)).thenRejected({ reason: 'NotYetHappened', today }));
});

describe('withdrawing', () => {
  it('takes back a request, or ends a place', () => {
    given(enrolments, anEnrolmentRequested()).when((state) => withdrawParticipant(leaving, state)).then(aParticipantWithdrawn());
    given(enrolments, anEnrolmentRequested(), aParticipantEnrolled())
      .when((state) => withdrawParticipant(leaving, state)).then(aParticipantWithdrawn());
  });

  it('needs something to leave', () => {
    given(enrolments).when((state) => withdrawParticipant(leaving, state)).thenRejected({ reason: 'ParticipantIsNotEnrolled' });
    given(enrolments, anEnrolmentRequested(), aParticipantWithdrawn())
      .when((state) => withdrawParticipant(leaving, state)).thenRejected({ reason: 'ParticipantIsNotEnrolled' });
  });

  it('is not made ahead of its day', () =>
    given(enrolments, anEnrolmentRequested())
      .when((state) => withdrawParticipant({ ...leaving, occurredOn: '2025-04-02' }, state)).thenRejected({ reason: 'NotYetHappened', today }));
});
