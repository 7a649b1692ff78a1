export { programs, type Program, type ProgramDefinition, type ProgramRules } from './program/program.js';
export { readRule, unmetFields, type PersonStanding, type UnreadableRule, type WrittenCondition } from './program/eligibility.js';
export { defineProgram, type DefineProgram, type DefineProgramRejection } from './program/define-program.js';
export { setProgramRules, type SetProgramRules, type SetProgramRulesRejection } from './program/set-program-rules.js';
export { missingForOpening, openProgram, type MissingForOpening, type OpenProgram, type OpenProgramRejection } from './program/open-program.js';
export { closeProgram, type CloseProgram, type CloseProgramRejection } from './program/close-program.js';
export {
  closeCohort, cohorts, openCohort, type CloseCohort, type CloseCohortRejection, type Cohort, type OpenCohort, type OpenCohortRejection,
} from './cohort/cohort.js';
export { enrolments, type Enrolment, type EnrolmentFrame, type FrameRejection } from './enrolment/enrolment.js';
export { requestEnrolment, type RequestEnrolment, type RequestEnrolmentRejection } from './enrolment/request-enrolment.js';
export {
  approveEnrolment, declineEnrolment,
  type ApproveEnrolment, type ApproveEnrolmentRejection, type DeclineEnrolment, type DeclineEnrolmentRejection,
} from './enrolment/answer-enrolment.js';
export { withdrawParticipant, type WithdrawParticipant, type WithdrawParticipantRejection } from './enrolment/withdraw-participant.js';
