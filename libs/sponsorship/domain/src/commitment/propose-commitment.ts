import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { AmendmentProposed, CommitmentProposed, type Agreement, type CommitmentEvent, type PersonId } from '@vouchsafe/sponsorship-contracts';
import { agreementRefusal, amendmentRefusal, type AgreementRejection, type AmendmentRejection } from './agreement-refusal.js';
import { rulesOf, type WithRules } from './commitment-rules.js';
import { wasMade, type Commitment, type Parties } from './commitment.js';
import { pairRefusal, type PairFacts, type PairRejection } from './pair.js';
import { notActive, sideOf, whyNotRunning, type CommitmentNotActive } from './standing.js';

export type ProposeCommitment = Agreement & Parties & WithRules & { commitmentId: string; pair: PairFacts; by: PersonId; today: IsoDate };
export type ProposeCommitmentRejection =
  | { reason: 'CommitmentAlreadyProposed' }
  | { reason: 'SponsorAndProtegeMustDiffer' }
  | PairRejection
  | AgreementRejection;

/** The first text, version 1. Either party or whoever arranged the pair may put it forward; nobody has signed by proposing. */
export const proposeCommitment = (command: ProposeCommitment, state: Commitment): Decision<CommitmentEvent, ProposeCommitmentRejection> => {
  if (state.status !== 'none') return reject({ reason: 'CommitmentAlreadyProposed' });
  if (command.sponsorId === command.protegeId) return reject({ reason: 'SponsorAndProtegeMustDiffer' });
  const refusal = pairRefusal(command, command.pair) ?? agreementRefusal(command, rulesOf(command), command.today);
  if (refusal) return reject(refusal);
  // Who leaves the cohort out means the protégé's own, where there is one only.
  const [only = null, another] = command.pair.protege.cohorts;
  const cohortId = command.cohortId ?? (another === undefined ? only : null);
  return accept(CommitmentProposed.of({ ...command, cohortId, version: 1 }));
};

/** `version` is the number of the new text: one more than the newest that the proposer saw. */
export type ProposeAmendment = Agreement & WithRules & { commitmentId: string; version: number; by: PersonId; today: IsoDate };
/** `version` in the refusal is the newest there is. */
export type VersionHasChanged = { reason: 'VersionHasChanged'; version: number };
export type ProposeAmendmentRejection =
  | CommitmentNotActive
  | VersionHasChanged
  | AgreementRejection
  | AmendmentRejection;

/** A newer text, before the first is signed or while the commitment runs. It replaces a proposal that still waits, and its signatures. */
export const proposeAmendment = (command: ProposeAmendment, state: Commitment): Decision<CommitmentEvent, ProposeAmendmentRejection> => {
  const { by, today, version } = command;
  const proposedBy = state.status === 'none' ? null : sideOf(state, by);
  if (!proposedBy || state.status === 'none') return notActive('none');
  if (state.status === 'declined') return notActive(state.status);
  const over = wasMade(state) ? whyNotRunning(state, today) : null;
  if (over) return notActive(over);
  const newest = wasMade(state) ? state.lastVersion : state.proposal.version;
  if (version !== newest + 1) return reject({ reason: 'VersionHasChanged', version: newest });
  const rules = rulesOf(command);
  const refusal = wasMade(state) ? amendmentRefusal(state, command, rules, today) : agreementRefusal(command, rules, today);
  return refusal ? reject(refusal) : accept(AmendmentProposed.of({ ...command, proposedBy }));
};
