export {
  aCommitmentEnded, aCommitmentFulfilled, aCommitmentMade, aCommitmentPaused, aCommitmentProposed, aCommitmentResumed, aCommitmentSigned,
  aCommitmentWithdrawn, anActionConfirmed, anActionRecorded, aPair, aPledgeAdvanced, aPledgeKept, aProtegesPledge, aSponsorsPledge, aWitnessNamed,
  AMARA, BEN, CHIOMA, DANA, MADE_ON, TERM, TODAY, toAmend, toCorrect, toPropose, toRecord, toSign, ZOLTAN,
} from './commitment/commitment.fixtures.js';
