import type { Parties } from './commitment.js';

/** How one of the two stands, as the directory and the programme tell it; looked up before the decision. */
export type PartyFacts = {
  /** A person of this organization who has neither left nor been deactivated. */
  isHere: boolean;
  /** The cohorts of the programme in which they hold an approved place in their part: the sponsor as sponsor, the protégé as protégé. */
  cohorts: readonly string[];
};
export type PairFacts = { programIsOpen: boolean; sponsor: PartyFacts; protege: PartyFacts };

/** One answer to a side for whatever is amiss: an unknown id, an id of elsewhere, somebody who left and somebody without a place look alike. */
export type PairRejection =
  | { reason: 'ProgramTakesNoCommitments' }
  | { reason: 'SponsorIsNotInTheProgram' }
  | { reason: 'ProtegeIsNotInTheProgram' };

/** What forbids these two to begin in this programme; null if nothing does. A cohort that is named is the protégé's. */
export const pairRefusal = ({ cohortId }: Pick<Parties, 'cohortId'>, { programIsOpen, sponsor, protege }: PairFacts): PairRejection | null => {
  if (!programIsOpen) return { reason: 'ProgramTakesNoCommitments' };
  if (!protege.isHere || protege.cohorts.length === 0) return { reason: 'ProtegeIsNotInTheProgram' };
  if (cohortId !== null && !protege.cohorts.includes(cohortId)) return { reason: 'ProtegeIsNotInTheProgram' };
  if (!sponsor.isHere || sponsor.cohorts.length === 0) return { reason: 'SponsorIsNotInTheProgram' };
  return null;
};
