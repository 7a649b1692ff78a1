import type { TenantId } from '@vouchsafe/event-schema';

/** Who a sign-in belongs to: a person of one organization. */
export interface SignInPlace {
  readonly tenant: TenantId;
  readonly personId: string;
}

/** The look-up that works before an organization is known: handles, and blind indexes of work e-mail addresses. */
export abstract class FrontKeys {
  /** Takes a handle for a tenant; taking it again does nothing. Of two who take one at the same moment at most one gets it.
   * @returns false if another tenant has it */
  abstract claimHandle(tenant: TenantId, handle: string): Promise<boolean>;

  abstract tenantOf(handle: string): Promise<TenantId | undefined>;

  /** Lets a sign-in in as this person. @param key a blind index
   * @returns the person whom the key names in that tenant: another, if it was taken before */
  abstract addSignIn(tenant: TenantId, key: string, personId: string): Promise<string>;

  /** The keys under which a person signs in. */
  abstract signInsOf(tenant: TenantId, personId: string): Promise<readonly string[]>;

  abstract placesOf(key: string): Promise<readonly SignInPlace[]>;
}
