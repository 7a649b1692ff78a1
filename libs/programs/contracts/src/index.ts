export { cohortId, enrolmentId, personId, programId, programStream, type CohortId, type PersonId, type ProgramId } from './identifiers.js';
export { enrolmentRole, programKind, rolesOfKind, statedNeed, type EnrolmentRole, type ProgramKind, type StatedNeed } from './vocabulary.js';
export { eligibilityCondition, eligibilityRule, type EligibilityCondition, type EligibilityField, type EligibilityRule } from './eligibility-rule.js';
export { defaultProgramSettings, programSettings, type ProgramSettings } from './program-settings.js';
export { ProgramClosed, ProgramDefined, programEvents, ProgramOpened, ProgramRulesSet, type ProgramEvent } from './program.events.js';
export { CohortClosed, cohortEvents, CohortOpened, type CohortEvent } from './cohort.events.js';
export {
  EnrolmentDeclined, enrolmentEvents, EnrolmentRequested, ParticipantEnrolled, ParticipantWithdrawn, type EnrolmentEvent,
} from './enrolment.events.js';
export { programsEvents, type ProgramsEvent } from './programs.events.js';
