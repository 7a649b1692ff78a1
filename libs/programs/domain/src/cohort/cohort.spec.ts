import { fold } from '@vouchsafe/decider';
import { given } from '@vouchsafe/decider/testing';
import { programs } from '../program/program.js';
import { aCohortClosed, aCohortOpened, aProgramClosed, aProgramDefined, aProgramOpened, aProgramRulesSet } from '../programs.fixtures.js';
import { closeCohort, cohorts, openCohort } from './cohort.js';

const draft = [aProgramDefined(), aProgramRulesSet()];
const program = fold(programs, [...draft, aProgramOpened()]);
const opening = { ...aCohortOpened().data, program };
const cohortId = 'spring-2025';

it('opens a cohort of an open programme', () => given(cohorts).when((state) => openCohort(opening, state)).then(aCohortOpened()));

it('opens none of a programme that is not open', () => {
  given(cohorts).when((state) => openCohort({ ...opening, program: fold(programs, []) }, state)).thenRejected({ reason: 'ProgramIsNotOpen' });
  given(cohorts).when((state) => openCohort({ ...opening, program: fold(programs, draft) }, state)).thenRejected({ reason: 'ProgramIsNotOpen' });
  given(cohorts)
    .when((state) => openCohort({ ...opening, program: fold(programs, [...draft, aProgramOpened(), aProgramClosed()]) }, state))
    .thenRejected({ reason: 'ProgramIsClosed' });
});

it('closes on the day it opens, at the earliest', () => {
  given(cohorts).when((state) => openCohort({ ...opening, closesOn: '2025-03-01' }, state)).then(aCohortOpened({ closesOn: '2025-03-01' }));
  given(cohorts)
    .when((state) => openCohort({ ...opening, closesOn: '2025-02-28' }, state)).thenRejected({ reason: 'CohortClosesBeforeItOpens' });
});

it('opens once, and not again after closing', () => {
  given(cohorts, aCohortOpened()).when((state) => openCohort(opening, state)).thenRejected({ reason: 'CohortIsAlreadyOpen' });
  given(cohorts, aCohortOpened(), aCohortClosed()).when((state) => openCohort(opening, state)).thenRejected({ reason: 'CohortIsClosed' });
});

it('closes once', () => {
  given(cohorts, aCohortOpened()).when((state) => closeCohort({ cohortId }, state)).then(aCohortClosed());
  given(cohorts).when((state) => closeCohort({ cohortId }, state)).thenRejected({ reason: 'CohortIsNotOpen' });
  given(cohorts, aCohortOpened(), aCohortClosed()).when((state) => closeCohort({ cohortId }, state)).thenRejected({ reason: 'CohortIsClosed' });
});
