import { entityId, tenantId, type TenantId } from '@vouchsafe/event-schema';
import { z } from 'zod';

const isTenantId = (text: unknown): boolean => {
  try {
    tenantId(text as string);
    return true;
  } catch {
    return false;
  }
};

/** A tenant's id inside an event: an organization, or a network of organizations. A lower-case UUID. */
export const tenantReference = z.custom<TenantId>(isTenantId, 'a lower-case UUID');

/** A random id of a person inside one tenant. The same human being has another one elsewhere. */
export const personId = entityId;
export type PersonId = z.output<typeof personId>;

export const programReference = entityId;

/** The agreement of two tenants to share; the same id stands in both logs. */
export const sharingId = entityId;
export type SharingId = z.output<typeof sharingId>;

/** What an organization is called in addresses and commands; unique among all tenants. */
export const organizationHandle = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, at most 40');
