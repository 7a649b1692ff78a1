import { tenantId, type DataOf } from '@vouchsafe/event-schema';
import {
  CohortClosed, CohortOpened, defaultProgramSettings, EnrolmentDeclined, EnrolmentRequested, ParticipantEnrolled, ParticipantWithdrawn,
  ProgramClosed, ProgramDefined, ProgramOpened, ProgramRulesSet,
} from '@vouchsafe/programs-contracts';
import type { PersonStanding } from './program/eligibility.js';

export const ACME = tenantId('acaeacae-0000-4000-8000-000000000001');
export const GLOBEX = tenantId('910be800-0000-4000-8000-000000000002');
export const AMARA = 'p-amara'; // the sponsor
export const BILAL = 'p-bilal'; // the protégé
export const CHLOE = 'p-chloe'; // the programme's lead

const programId = 'emerging-leaders';
const cohortId = 'spring-2025';
type Some<T> = Partial<DataOf<T>>;

/** Ready to open as it stands. */
export const aProgramDefined = (some: Some<typeof ProgramDefined> = {}) => ProgramDefined.of({
  programId, name: 'Emerging leaders', kind: 'SPONSORSHIP', goals: ['Twelve people ready for the next level'],
  term: { start: '2025-01-01', end: '2026-12-31' }, population: [], places: { proteges: 12, sponsors: 12 }, ...some,
});
export const aProgramRulesSet = (some: Some<typeof ProgramRulesSet> = {}) =>
  ProgramRulesSet.of({ programId, version: 1, settings: defaultProgramSettings, eligibility: { proteges: [], sponsors: [] }, ...some });
export const aProgramOpened = () => ProgramOpened.of({ programId });
export const aProgramClosed = () => ProgramClosed.of({ programId });

export const aCohortOpened = (some: Some<typeof CohortOpened> = {}) =>
  CohortOpened.of({ cohortId, programId, name: 'Spring 2025', opensOn: '2025-03-01', closesOn: null, ...some });
export const aCohortClosed = () => CohortClosed.of({ cohortId, programId });

const aPlace = (some: Some<typeof ParticipantEnrolled>) => ({ cohortId, programId, personId: BILAL, role: 'PROTEGE' as const, ...some });
export const anEnrolmentRequested = (some: Some<typeof EnrolmentRequested> = {}) =>
  EnrolmentRequested.of({ ...aPlace({}), agreed: true, rulesVersion: 1, ...some });
export const aParticipantEnrolled = (some: Some<typeof ParticipantEnrolled> = {}) => ParticipantEnrolled.of(aPlace(some));
export const anEnrolmentDeclined = (some: Some<typeof EnrolmentDeclined> = {}) => EnrolmentDeclined.of(aPlace(some));
export const aParticipantWithdrawn = (some: Some<typeof ParticipantWithdrawn> = {}) => ParticipantWithdrawn.of(aPlace(some));

export const aStanding = (some: Partial<PersonStanding> = {}): PersonStanding =>
  ({ level: 20, tenureMonths: 30, function: 'Engineering', unit: 'North', ratingBand: 'A', needs: ['NETWORK'], ...some });
