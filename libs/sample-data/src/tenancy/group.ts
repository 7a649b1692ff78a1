import { addMonths, type IsoDate, type TenantId } from '@vouchsafe/event-schema';
import { NetworkJoined, NetworkLeft, SharingAccepted, SharingGranted, SharingRevoked, type SharingEvent } from '@vouchsafe/tenancy-contracts';
import {
  acceptSharing, copyMembership, copySharing, formNetwork, grantSharing, inviteOrganization, joinNetwork, leaveNetwork, networks, organizations,
  registerOrganization, revokeSharing, sharings, type Sharing,
} from '@vouchsafe/tenancy-domain';
import type { Character } from '../cast/character.js';
import { openStream, type Ledger, type OpenStream } from '../ledger/ledger.js';
import { dayOf, officeHours, type Moment } from '../ledger/moments.js';
import { randomAt } from '../random/random.js';

/** What one organization and its group do with each other, step by step; the same for both logs. */
export interface Membership {
  readonly organization: TenantId;
  readonly group: TenantId;
  readonly steps: readonly MembershipStep[];
}
export interface MembershipStep { readonly at: Moment; readonly does: 'invite' | 'join' | 'leave' | 'grantNarrow' | 'revokeNarrow' | 'grant' | 'accept' | 'acceptNarrow' }

/** The third house left the group for a quarter and came back; the others came and stayed. The first grant of each is one figure
 * of a trial month, taken back when the lasting one is agreed. */
export const membershipOf = (seed: string, group: TenantId, organization: TenantId, index: number, start: Moment): Membership => {
  const random = randomAt(seed, 'membership', index);
  const steps: MembershipStep[] = [];
  let at = start;
  const after = (days: number, does: MembershipStep['does']): void => {
    at = officeHours(random, at, days);
    steps.push({ at, does });
  };
  after(random.whole(6, 12), 'invite');
  after(random.whole(1, 5), 'join');
  if (index % 3 === 2) {
    after(random.whole(20, 40), 'leave');
    after(random.whole(60, 90), 'invite');
    after(random.whole(2, 9), 'join');
  }
  after(random.whole(10, 20), 'grantNarrow');
  after(random.whole(2, 6), 'acceptNarrow');
  after(random.whole(25, 40), 'revokeNarrow');
  after(random.whole(1, 4), 'grant');
  after(random.whole(1, 6), 'accept');
  return { organization, group, steps };
};

const LASTS_MONTHS = 60;

/** The streams of one log that its side of the membership is written to. */
interface Side {
  readonly ledger: Ledger;
  readonly narrow: OpenStream<Sharing, SharingEvent>;
  readonly lasting: OpenStream<Sharing, SharingEvent>;
}

const sharingIdOf = ({ organization }: Membership, kind: 'trial' | 'lasting'): string => `${organization.slice(0, 8)}-${kind}`;

export const openSide = (ledger: Ledger, membership: Membership): Side => ({
  ledger, narrow: openStream(sharings, sharingIdOf(membership, 'trial')), lasting: openStream(sharings, sharingIdOf(membership, 'lasting')),
});

const termsOf = (membership: Membership, kind: 'trial' | 'lasting', today: IsoDate) => ({
  sharingId: sharingIdOf(membership, kind), grantor: membership.organization, grantee: membership.group,
  scope: { figures: ['PROGRAM_REPORT' as const], programIds: null }, purpose: 'GROUP_REPORTING' as const,
  expires: addMonths(today, kind === 'trial' ? 6 : LASTS_MONTHS),
});

const GROUP_ACTOR = 'system:group-office';
const COPY = 'system:copy';

/** A sharing step in one of the two logs: decided there, or copied there. */
const shareIn = (side: Side, membership: Membership, { at, does }: MembershipStep, isGrantor: boolean): void => {
  const today = dayOf(at);
  const kind = does === 'grant' || does === 'accept' ? 'lasting' : 'trial';
  const stream = kind === 'lasting' ? side.lasting : side.narrow;
  const { sharingId, grantor, grantee } = termsOf(membership, kind, today);
  const parties = { sharingId, grantor, grantee };
  const copying = { at: at + 2_000, actor: COPY, occurredOn: today } as const;
  const deciding = { at, actor: GROUP_ACTOR } as const;
  switch (does) {
    case 'grant':
    case 'grantNarrow': {
      const terms = termsOf(membership, kind, today);
      if (isGrantor) side.ledger.decide(stream, deciding, (state) => grantSharing({ ...terms, today }, state));
      else side.ledger.decide(stream, copying, (state) => copySharing(SharingGranted.of(terms), state));
      return;
    }
    case 'accept':
    case 'acceptNarrow':
      if (isGrantor) side.ledger.decide(stream, copying, (state) => copySharing(SharingAccepted.of(parties), state));
      else side.ledger.decide(stream, deciding, (state) => acceptSharing({ sharingId, by: grantee, today }, state));
      return;
    case 'revokeNarrow':
      if (isGrantor) side.ledger.decide(stream, deciding, (state) => revokeSharing({ sharingId, by: grantor }, state));
      else side.ledger.decide(stream, copying, (state) => copySharing(SharingRevoked.of({ ...parties, by: 'GRANTOR' }), state));
      return;
    case 'invite':
    case 'join':
    case 'leave': // not a matter of sharing
  }
};

/** Opens an organization's own log. @returns takes the steps of its membership, as its own log has them */
export const registerMember = (ledger: Ledger, membership: Membership, { name, handle }: Character, at: Moment): (step: MembershipStep) => void => {
  const stream = openStream(organizations, membership.organization);
  const side = openSide(ledger, membership);
  ledger.decide(stream, { at, actor: 'system:set-up' }, (state) => registerOrganization({ organizationId: membership.organization, name, handle, kind: 'ORGANIZATION', sample: true, handleIsTaken: false }, state));
  const ids = { networkId: membership.group, organizationId: membership.organization };
  return (step) => {
    const copying = { at: step.at + 1_000, actor: COPY, occurredOn: dayOf(step.at) } as const;
    if (step.does === 'join') ledger.decide(stream, copying, (state) => copyMembership(NetworkJoined.of(ids), state));
    else if (step.does === 'leave') ledger.decide(stream, copying, (state) => copyMembership(NetworkLeft.of(ids), state));
    else shareIn(side, membership, step, true);
  };
};

/** Opens the group's log. @returns takes a step of one of its memberships, as the group's log has it */
export const formGroup = (
  ledger: Ledger, group: TenantId, { name, handle }: { name: string; handle: string }, memberships: readonly Membership[], at: Moment,
): (membership: Membership, step: MembershipStep) => void => {
  const itself = openStream(organizations, group);
  const network = openStream(networks, group);
  const sides = new Map(memberships.map((membership) => [membership, openSide(ledger, membership)]));
  ledger.decide(itself, { at, actor: 'system:set-up' }, (state) => registerOrganization({ organizationId: group, name, handle, kind: 'GROUP', sample: true, handleIsTaken: false }, state));
  ledger.decide(network, { at: at + 60_000, actor: 'system:set-up' }, (state) => formNetwork({ networkId: group, kind: 'GROUP', registeredAs: 'GROUP' }, state));
  return (membership, step) => {
    const ids = { networkId: group, organizationId: membership.organization };
    const deciding = { at: step.at, actor: GROUP_ACTOR } as const;
    if (step.does === 'invite') ledger.decide(network, deciding, (state) => inviteOrganization({ ...ids, invitedIs: 'ORGANIZATION' }, state));
    else if (step.does === 'join') ledger.decide(network, deciding, (state) => joinNetwork(ids, state));
    else if (step.does === 'leave') ledger.decide(network, deciding, (state) => leaveNetwork(ids, state));
    else shareIn(sides.get(membership)!, membership, step, false);
  };
};
