import { refusals } from '@vouchsafe/graphql';
import type {
  ApproveEnrolmentRejection, CloseCohortRejection, CloseProgramRejection, DeclineEnrolmentRejection, DefineProgramRejection, MissingForOpening, OpenCohortRejection,
  OpenProgramRejection, RequestEnrolmentRejection, SetProgramRulesRejection, WithdrawParticipantRejection,
} from '@vouchsafe/programs-domain';

/** What the service refuses beside the domain: what stands in no log of this context. */
export type ServiceRejection = { reason: 'OnlyItsLeadMayDoThis' } | { reason: 'PersonIsNotHere' };

type ProgramsRejection =
  | ServiceRejection | DefineProgramRejection | SetProgramRulesRejection | OpenProgramRejection | CloseProgramRejection | OpenCohortRejection | CloseCohortRejection
  | RequestEnrolmentRejection | ApproveEnrolmentRejection | DeclineEnrolmentRejection | WithdrawParticipantRejection;

const WORDS_FOR_MISSING: Readonly<Record<MissingForOpening, string>> = {
  LEAD: 'a lead', POPULATION: 'whom it is for', GOALS: 'goals', TERM: 'its first and last day', SPONSORS_PLACES: 'as many sponsors’ places as protégés’',
};
const KINDS = { SPONSORSHIP: 'sponsors and protégés', MENTORING: 'mentors and mentees', MIXED: 'sponsors, protégés, mentors and mentees' } as const;
const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

/** Every reason for which programmes say no, in words for the person who asked. */
export const refusal = refusals<ProgramsRejection>({
  OnlyItsLeadMayDoThis: () => 'You lead no programme under this id. Leave the id out to define a new one.',
  PersonIsNotHere: () => 'The directory does not have you with the organization on that day.',
  ProgramIsNotDefined: () => 'You lead no programme under this id that has been defined.',
  ProgramIsNotReady: ({ missing }) => `Before it can open, the programme needs ${missing.map((one) => WORDS_FOR_MISSING[one]).join(', ')}.`,
  ProgramIsAlreadyOpen: () => 'The programme is open. What it is stands fast; its rules can still be set.',
  ProgramIsNotOpen: () => 'No programme that is open has this id, for you.',
  ProgramIsClosed: () => 'The programme was closed, for good.',
  TermEndsBeforeItStarts: () => 'The last day of the term lies before its first.',
  RuleNamesAProtectedTrait: ({ fields }) => `Nobody is chosen by ${list(fields)}: that is a protected trait, or stands in for one.`,
  RuleNamesAnUnknownField: ({ fields }) => `Rules do not know ${list(fields)}. Use LEVEL, TENURE, FUNCTION, UNIT, RATING_BAND or NEED.`,
  ConditionIsIncomplete: ({ field }) => (field === 'LEVEL' || field === 'TENURE'
    ? `The condition on ${field} needs a bound, and the lower one first.` : `The condition on ${field} needs a list of what is allowed.`),
  RulesHaveChanged: ({ version }) => `The rules have changed since you read them. Look at version ${version} and set them anew.`,
  SettingIsOutOfRange: ({ settings }) => `Outside what is allowed: ${list(settings)}.`,
  CohortIsAlreadyOpen: () => 'This cohort is open already.',
  CohortIsNotOpen: () => 'No cohort is open under this id.',
  CohortIsClosed: () => 'The cohort takes nobody any more.',
  CohortClosesBeforeItOpens: () => 'The cohort’s last day lies before its first.',
  ParticipantHasNotAgreed: () => 'Nobody is enrolled without their own yes.',
  AlreadyEnrolled: ({ status }) => (status === 'requested' ? 'The request is made, and waits for an answer.' : 'There is a place in this cohort already.'),
  NotYetHappened: ({ today }) => `That day has not come yet. Choose a day up to ${today}.`,
  KindDoesNotAllowThis: ({ kind }) => `This programme has ${KINDS[kind]}.`,
  IsNotEligible: ({ unmet }) => `The programme asks for something else in ${list(unmet)}.`,
  EnrolmentIsNotRequested: () => 'There is no request of this person in this cohort to answer.',
  ParticipantIsNotEnrolled: () => 'There is neither a request nor a place in this cohort to give up.',
});
