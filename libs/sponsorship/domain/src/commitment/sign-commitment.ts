import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import {
  CommitmentAmended, CommitmentMade, CommitmentSigned, PledgeWithdrawn, type CommitmentEvent, type PersonId,
} from '@vouchsafe/sponsorship-contracts';
import { agreementRefusal, amendmentRefusal, type AgreementRejection, type AmendmentRejection } from './agreement-refusal.js';
import { rulesOf, type WithRules } from './commitment-rules.js';
import { wasMade, type Commitment, type MadeCommitment, type Proposal } from './commitment.js';
import { pairRefusal, type PairFacts, type PairRejection } from './pair.js';
import { withConsequences } from './pledges.js';
import type { VersionHasChanged } from './propose-commitment.js';
import { notActive, sideOf, whyNotRunning, type CommitmentNotActive, type NotYetHappened } from './standing.js';

/** What the two look like today; looked up before the decision, asked for the first text only. */
export type SponsorFacts = {
  pair: PairFacts;
  /** Capacity less active sponsorships. */
  sponsorFreePlaces: number;
  /** Whether one stands above or below the other in the reporting graph; unknown where the graph has a hole. */
  sponsorIsInTheChain: boolean | 'unknown';
};

export type SignCommitment = SponsorFacts & WithRules & { commitmentId: string; version: number; by: PersonId; occurredOn: IsoDate; today: IsoDate };
export type SignCommitmentRejection =
  | CommitmentNotActive
  | NotYetHappened
  | VersionHasChanged
  | { reason: 'SponsorIsFull' }
  | { reason: 'SponsorIsInTheChain' }
  | PairRejection
  | AgreementRejection
  | AmendmentRejection;

type Signing = Decision<CommitmentEvent, SignCommitmentRejection>;

/** One side signs the newest version; at the second signature it takes effect. Signing twice changes nothing. */
export const signCommitment = (command: SignCommitment, state: Commitment): Signing => {
  const { commitmentId, version, by, occurredOn, today } = command;
  const side = state.status === 'none' ? null : sideOf(state, by);
  if (!side || state.status === 'none') return notActive('none');
  if (state.status === 'declined') return notActive(state.status);
  const over = wasMade(state) ? whyNotRunning(state, today) : null;
  if (over) return notActive(over);
  const proposal = wasMade(state) ? state.amendment : state.proposal;
  const newest = proposal?.version ?? (wasMade(state) ? state.version : 0);
  if (version !== newest) return reject({ reason: 'VersionHasChanged', version: newest });
  if (!proposal || proposal.signedBy.includes(side)) return accept();
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });

  const isSecond = proposal.signedBy.length === 1;
  const signed = CommitmentSigned.of({ commitmentId, version, side });
  if (wasMade(state)) return signAmendment(command, state, proposal, signed, isSecond);

  // The sponsor accepts by signing, so that is when there must be room; and once more when the signature of the other makes it count.
  if (side === 'SPONSOR' || isSecond) {
    const unfit = pairRefusal(state, command.pair);
    if (unfit) return reject(unfit);
    if (command.sponsorIsInTheChain === true) return reject({ reason: 'SponsorIsInTheChain' });
    if (command.sponsorFreePlaces < 1) return reject({ reason: 'SponsorIsFull' });
  }
  const refusal = agreementRefusal(proposal, rulesOf(command), today);
  if (refusal) return reject(refusal);
  if (!isSecond) return accept(signed);
  const { programId, cohortId, sponsorId, protegeId } = state;
  const chain = command.sponsorIsInTheChain === 'unknown' ? 'UNKNOWN' : 'CLEAR';
  return accept<CommitmentEvent>(signed, CommitmentMade.of({ ...proposal, commitmentId, programId, cohortId, sponsorId, protegeId, madeOn: occurredOn, chain }));
};

/** Time has passed since the proposal: pledges may have been kept or fallen due, so the text is held against today once more. */
const signAmendment = (
  command: SignCommitment, state: MadeCommitment, proposal: Proposal, signed: CommitmentEvent, isSecond: boolean,
): Signing => {
  const { commitmentId, today } = command;
  const refusal = amendmentRefusal(state, proposal, rulesOf(command), today);
  if (refusal) return reject(refusal);
  if (!isSecond) return accept(signed);
  const dropped = [...state.pledges.values()]
    .filter(({ status, terms }) => status === 'open' && !proposal.pledges.some(({ pledgeId }) => pledgeId === terms.pledgeId))
    .map(({ terms: { pledgeId } }) => PledgeWithdrawn.of({ commitmentId, pledgeId, withdrawnBy: 'BOTH' }));
  return accept(...withConsequences(commitmentId, state, [signed, CommitmentAmended.of({ ...proposal, commitmentId }), ...dropped]));
};
