import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import { DelegateAppointed, DelegateDismissed, delegationEvents, type DelegationEvent, type PersonId } from '@vouchsafe/sponsorship-contracts';

/** Who may record for one sponsor. */
export type Delegation = { delegates: ReadonlySet<PersonId> };

const MOST = 10;

/** `delegateIsHere` is looked up before the decision: a person of this organization who has neither left nor been deactivated. */
export type AppointDelegate = { sponsorId: PersonId; delegateId: PersonId; delegateIsHere: boolean };
export type AppointDelegateRejection =
  | { reason: 'DelegateMustBeSomeoneElse' }
  | { reason: 'DelegateIsNotHere' }
  | { reason: 'TenDelegatesAreEnough' };

/** A sponsor lets somebody record on their behalf. To appoint twice changes nothing. */
export const appointDelegate = (
  { sponsorId, delegateId, delegateIsHere }: AppointDelegate, { delegates }: Delegation,
): Decision<DelegationEvent, AppointDelegateRejection> => {
  if (delegateId === sponsorId) return reject({ reason: 'DelegateMustBeSomeoneElse' });
  if (!delegateIsHere) return reject({ reason: 'DelegateIsNotHere' });
  if (delegates.has(delegateId)) return accept();
  return delegates.size < MOST ? accept(DelegateAppointed.of({ sponsorId, delegateId })) : reject({ reason: 'TenDelegatesAreEnough' });
};

export type DismissDelegate = { sponsorId: PersonId; delegateId: PersonId };
export type DismissDelegateRejection = { reason: 'NoSuchDelegate' };

/** Takes the permission back from somebody who has it. */
export const dismissDelegate = ({ sponsorId, delegateId }: DismissDelegate, { delegates }: Delegation): Decision<DelegationEvent, DismissDelegateRejection> =>
  (delegates.has(delegateId) ? accept(DelegateDismissed.of({ sponsorId, delegateId })) : reject({ reason: 'NoSuchDelegate' }));

const evolve = ({ delegates }: Delegation, { type, data }: DelegationEvent): Delegation => {
  switch (type) {
    case 'DelegateAppointed': return { delegates: new Set([...delegates, data.delegateId]) };
    case 'DelegateDismissed': return { delegates: new Set([...delegates].filter((id) => id !== data.delegateId)) };
  }
};

/** Category `delegation`, id = the sponsor's. */
export const delegations = stream<Delegation, DelegationEvent>('delegation', delegationEvents, { delegates: new Set<PersonId>() }, evolve);
