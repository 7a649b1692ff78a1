import type { Actor } from '@vouchsafe/access';

/** Whoever finds out who is asking: the `Authenticator` of libs/access. */
export interface SignsIn {
  /** @param authorization the header as it came
   * @param organization what the caller sent as `x-vouchsafe-organization`
   * @throws faults named Unauthenticated, IdentityProviderUnavailable, OrganizationRequired, OrganizationNotFound */
  authenticate(authorization: string | undefined, organization?: string): Promise<Actor>;
}
