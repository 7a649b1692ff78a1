import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import { idFromRequest } from '@vouchsafe/event-store';

/** The id of the organization that a request registers, the same each time the request is repeated: a UUID of version 8 (RFC 9562).
 * @param within the tenant in which the request was made */
export const organizationIdFor = (within: TenantId, requestKey: string): TenantId => {
  const digits = idFromRequest(within, 'organization', requestKey);
  const variant = ((parseInt(digits[16]!, 16) & 0x3) | 0x8).toString(16);
  return tenantId(`${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`);
};
