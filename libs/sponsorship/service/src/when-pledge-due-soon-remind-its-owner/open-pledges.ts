import type { IsoDate, Recorded } from '@vouchsafe/event-schema';
import type { CommitmentEvent, Pledge, Side } from '@vouchsafe/sponsorship-contracts';

export interface PledgeToKeep {
  readonly side: Side;
  readonly dueOn: IsoDate;
  readonly isOpen: boolean;
  /** The due day of which its owner was reminded; another day is another reminder. */
  readonly remindedOf: IsoDate | null;
}

/** What the policy remembers of a commitment. */
export interface PledgesToKeep {
  readonly sponsorId: string;
  readonly protegeId: string;
  readonly isRunning: boolean;
  readonly pledges: Readonly<Record<string, PledgeToKeep>>;
}

const opened = ({ side, dueOn }: Pledge, before?: PledgeToKeep): PledgeToKeep => ({ side, dueOn, isOpen: true, remindedOf: before?.remindedOf ?? null });

const changed = (known: PledgesToKeep, pledgeId: string, change: Partial<PledgeToKeep>): PledgesToKeep => {
  const pledge = known.pledges[pledgeId];
  return pledge ? { ...known, pledges: { ...known.pledges, [pledgeId]: { ...pledge, ...change } } } : known;
};

const withOpened = (known: PledgesToKeep, pledges: readonly Pledge[]): PledgesToKeep =>
  ({ ...known, pledges: { ...known.pledges, ...Object.fromEntries(pledges.map((pledge) => [pledge.pledgeId, opened(pledge, known.pledges[pledge.pledgeId])])) } });

/** What is remembered after an event; the same object if it says nothing of pledges, null if they are nobody's to keep any more. */
export const afterEvent = (known: PledgesToKeep | undefined, { type, data }: Recorded<CommitmentEvent>): PledgesToKeep | null | undefined => {
  if (type === 'CommitmentMade') return withOpened({ sponsorId: data.sponsorId, protegeId: data.protegeId, isRunning: true, pledges: {} }, data.pledges);
  if (!known) return known;
  switch (type) {
    case 'CommitmentAmended': return withOpened(known, data.pledges);
    case 'CommitmentPaused': return { ...known, isRunning: false };
    case 'CommitmentResumed': return { ...known, isRunning: true };
    case 'CommitmentWithdrawn': case 'CommitmentEnded': return null;
    case 'PledgeKept': case 'PledgeWithdrawn': case 'PledgeMissed': return changed(known, data.pledgeId, { isOpen: false });
    case 'PledgeSetBack': return changed(known, data.pledgeId, { isOpen: true });
    case 'PledgeRenegotiated': return changed(known, data.pledgeId, { dueOn: data.dueOn });
    default: return known;
  }
};

export const reminded = (known: PledgesToKeep, pledgeId: string): PledgesToKeep => changed(known, pledgeId, { remindedOf: known.pledges[pledgeId]?.dueOn ?? null });

/** The pledge, if its owner is to be reminded of it at all. */
export const awaitingReminder = ({ isRunning, pledges }: PledgesToKeep, pledgeId: string): PledgeToKeep | undefined => {
  const pledge = pledges[pledgeId];
  return isRunning && pledge?.isOpen && pledge.remindedOf !== pledge.dueOn ? pledge : undefined;
};
