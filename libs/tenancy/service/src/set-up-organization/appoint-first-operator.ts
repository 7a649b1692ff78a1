import { accept } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, decideAndAppend, idFromRequest, type EventStore } from '@vouchsafe/event-store';
import { grantRole, holdsRole, roles } from '@vouchsafe/tenancy-domain';
import type { FrontKeys } from '../front/front-keys.js';
import type { Circumstances } from '../register-organization/register-organization.js';

/** Lets somebody in as the operator of an organization that has no people yet, so that they can bring in the people file. Where the
 * sign-in is known there already, that person becomes an operator. Safe to repeat.
 * @param signIn the blind index of a work e-mail address
 * @returns the person's id in that organization */
export const appointFirstOperator = async (
  { log, front }: { log: EventStore; front: FrontKeys }, tenant: TenantId, signIn: string, { requestKey, actor, occurredOn, recordedAt }: Circumstances,
): Promise<string> => {
  const personId = await front.addSignIn(tenant, signIn, idFromRequest(tenant, 'person', signIn));
  const grant = { personId, role: 'OPERATOR' as const, programId: null };
  const request = { ...about(actor, { requestKey: `${requestKey}:${personId}`, ...grant }, occurredOn), ...(recordedAt === undefined ? {} : { recordedAt }) };
  await decideAndAppend(log, tenant, roles, personId, request, (state) => (holdsRole(state, grant) ? accept() : grantRole(grant, state)));
  return personId;
};
