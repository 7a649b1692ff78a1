import { createHash } from 'node:crypto';
import { tenantId, type ActorId, type IsoDate, type TenantId } from '@vouchsafe/event-schema';
import { about, type EventStore, type Outcome } from '@vouchsafe/event-store';
import type { OrganizationKind } from '@vouchsafe/tenancy-contracts';
import type { RegisterOrganizationRejection } from '@vouchsafe/tenancy-domain';
import { networkOf } from '../copies/finish-membership.js';
import { formNetwork } from '../form-network/form-network.command.js';
import type { FrontKeys } from '../front/front-keys.js';
import { organizationIdFor } from '../register-organization/organization-id.js';
import { registerOrganization } from '../register-organization/register-organization.js';
import { addToNetwork } from './add-to-network.js';
import { appointFirstOperator } from './appoint-first-operator.js';

export interface SetUpOrganization {
  readonly name: string;
  readonly handle: string;
  /** The handle of the group that it joins; a group is made where nobody has that handle. */
  readonly group?: string | undefined;
  /** The blind index of whoever is to be its first operator: nobody else can bring in its people. */
  readonly operator?: string | undefined;
  readonly sample?: boolean | undefined;
  readonly actor: ActorId;
  readonly today: IsoDate;
}

export type SetUpRejection = RegisterOrganizationRejection | { reason: 'GroupIsNotAGroup'; handle: string };

const MACHINE = tenantId('00000000-0000-0000-0000-000000000000');

/** Registers an organization on the machine, with its group and its first operator. The same words register one organization, however often they
 * are said, and a repeat finishes what a crash left undone.
 * @throws z.ZodError for a name or handle that cannot be recorded */
export const setUpOrganization = async (
  { log, front }: { log: EventStore; front: FrontKeys }, { name, handle, group, operator, sample = false, actor, today }: SetUpOrganization,
): Promise<Outcome<SetUpRejection, { organizationId: TenantId }>> => {
  const register = async (kind: OrganizationKind, name: string, handle: string) => {
    // The words themselves are the request: another name under the same handle is another request, and the handle is taken.
    const requestKey = `set-up:${createHash('sha256').update(JSON.stringify([kind, name, handle, sample])).digest('hex')}`;
    const circumstances = { requestKey, actor, occurredOn: today };
    const organizationId = organizationIdFor(MACHINE, requestKey);
    return { ...(await registerOrganization({ log, front }, { organizationId, name, handle, kind, sample }, circumstances)), organizationId, circumstances };
  };
  const groupId = group === undefined ? undefined : ((await front.tenantOf(group)) ?? (await register('GROUP', group, group)).organizationId);
  if (groupId !== undefined) {
    await formNetwork(log, groupId, about(actor, { requestKey: 'set-up:form-network' }, today)); // refused where it is formed, or is no network
    if ((await networkOf(log, groupId)).status !== 'formed') return { accepted: false, rejection: { reason: 'GroupIsNotAGroup', handle: group! } };
  }
  const { circumstances, ...registered } = await register('ORGANIZATION', name, handle);
  if (!registered.accepted) return registered;
  if (operator !== undefined) await appointFirstOperator({ log, front }, registered.organizationId, operator, circumstances);
  if (groupId !== undefined) await addToNetwork(log, { networkId: groupId, organizationId: registered.organizationId }, circumstances);
  return registered;
};
