import { eventCatalogue, type EventOf } from '@vouchsafe/event-schema';
import { NetworkFormed, NetworkJoined, NetworkLeft, OrganizationInvited } from './network.events.js';
import { OrganizationRegistered } from './organization.events.js';
import { RoleGranted, RoleRevoked } from './role.events.js';
import { EverybodySignedOut, PersonSignedOut } from './sign-in.events.js';
import { SharingAccepted, SharingGranted, SharingRevoked } from './sharing.events.js';

/** Everything that tenancy publishes, for readers of whole logs. */
export const tenancyEvents = eventCatalogue(
  OrganizationRegistered, NetworkFormed, OrganizationInvited, NetworkJoined, NetworkLeft,
  RoleGranted, RoleRevoked, SharingGranted, SharingAccepted, SharingRevoked, PersonSignedOut, EverybodySignedOut,
);
export type TenancyEvent = EventOf<typeof tenancyEvents>;
