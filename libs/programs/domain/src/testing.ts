export {
  ACME, aCohortClosed, aCohortOpened, AMARA, anEnrolmentDeclined, anEnrolmentRequested, aParticipantEnrolled, aParticipantWithdrawn,
  aProgramClosed, aProgramDefined, aProgramOpened, aProgramRulesSet, aStanding, BILAL, CHLOE, GLOBEX,
} from './programs.fixtures.js';
