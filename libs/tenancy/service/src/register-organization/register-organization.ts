import { streamName } from '@vouchsafe/decider';
import type { ActorId, IsoDate, TenantId } from '@vouchsafe/event-schema';
import { about, decideAndAppend, type EventStore, type Outcome } from '@vouchsafe/event-store';
import { OrganizationRegistered, type OrganizationKind } from '@vouchsafe/tenancy-contracts';
import { organizations, registerOrganization as decide, type RegisterOrganizationRejection } from '@vouchsafe/tenancy-domain';
import type { FrontKeys } from '../front/front-keys.js';

/** How an act outside a person's own command is recorded. */
export interface Circumstances {
  readonly requestKey: string;
  readonly actor: ActorId;
  readonly occurredOn: IsoDate;
  /** For sample data only: the instant to record. */
  readonly recordedAt?: string;
}

export interface NewOrganization {
  readonly organizationId: TenantId;
  readonly name: string;
  /** Unique in this installation; null for none. */
  readonly handle: string | null;
  readonly kind: OrganizationKind;
  readonly sample: boolean;
}

/** Registers an organization: its handle, its log, its first event. Safe to repeat, and a repeat finishes what a crash left undone.
 *
 * The order: handle, log, event. An event is for ever and a claim is not, so the claim comes first and whoever is refused leaves
 * nothing behind, not even an empty log. A crash after the claim keeps the handle for whoever repeats that request; a crash
 * after the log was opened leaves an empty log, which belongs to nobody and says nothing, until the repeat fills it.
 * @throws z.ZodError for a name or handle that cannot be recorded, before anything is written; RequestKeyReused */
export const registerOrganization = async (
  { log, front }: { log: EventStore; front: FrontKeys }, organization: NewOrganization, { actor, occurredOn, requestKey, recordedAt }: Circumstances,
): Promise<Outcome<RegisterOrganizationRejection>> => {
  const { organizationId, handle, sample } = organization;
  OrganizationRegistered.of(organization);
  const isKnown = (await log.readStream(organizationId, streamName(organizations, organizationId))).length > 0;
  const handleIsTaken = !isKnown && handle !== null && !(await front.claimHandle(organizationId, handle));
  const refused = decide({ ...organization, handleIsTaken }, organizations.initial);
  if (!refused.accepted) return refused;
  await log.openLog(organizationId, { sample });
  const request = { ...about(actor, { requestKey, ...organization }, occurredOn), ...(recordedAt === undefined ? {} : { recordedAt }) };
  return decideAndAppend(log, organizationId, organizations, organizationId, request, (state) => decide({ ...organization, handleIsTaken }, state));
};
