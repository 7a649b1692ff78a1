import { startingBehaviours, type BehaviourCatalogue } from '@vouchsafe/sponsorship-contracts';

/** What a programme may set. It comes in with the command, because a decision reads no settings of its own. */
export type CommitmentRules = {
  /** A commitment ends at most so many months after it starts. */
  longestTermMonths: number;
  /** An action recorded more than so many days after its day is marked late. */
  lateAfterDays: number;
  /** The behaviours known to the organization, each with its act. */
  behaviours: BehaviourCatalogue;
};

export const defaultCommitmentRules: CommitmentRules = { longestTermMonths: 24, lateAfterDays: 90, behaviours: startingBehaviours };

/** A command that names no rules is decided by the defaults. */
export type WithRules = { rules?: Partial<CommitmentRules> };

export const rulesOf = ({ rules }: WithRules): CommitmentRules => ({ ...defaultCommitmentRules, ...rules });
