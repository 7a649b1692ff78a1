import { Injectable } from '@nestjs/common';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Actor, Role } from '../policy/actor.js';
import { OrganizationNotFound, OrganizationRequired, Unauthenticated } from './refusals.js';
import { TokenVerifier, type Identity } from './token-verifier.js';

/** A person's place in one organization. */
export interface Membership {
  readonly tenant: TenantId;
  readonly personId: string;
  /** What the organization is called in addresses and headers. */
  readonly handle: string;
  readonly roles: ReadonlySet<Role>;
  /** Ids of the programmes that the person leads there. */
  readonly leads: ReadonlySet<string>;
  /** Tokens that were issued before this moment count no more in this organization, in milliseconds since 1970: the latest of what was said of
   * the person and of everybody there. Zero or left out: all count. */
  readonly notBefore?: number;
}

/** Where an identity belongs: the memberships of people whose access has not ended, in every organization that knows the identity. */
export abstract class Memberships {
  abstract find(identity: { issuer: string; subject: string; email?: string }): Promise<Membership[]>;
}

/** How long a membership is believed, in milliseconds. Who is dismissed or signed out is out after that, and the moment that the read models take;
 * an open socket asks once more behind it, and all of it together stays below 15 seconds. */
const BELIEVED_FOR = 9_000;
/** A header that names an unknown organization makes us look again, but not more often than this. */
const LOOK_AGAIN_AFTER = 1_000;
const REMEMBERED_AT_MOST = 10_000;

/** From a request's headers to an actor in one organization. */
@Injectable()
export class Authenticator {
  private readonly remembered = new Map<string, { at: number; memberships: Promise<Membership[]> }>();

  constructor(private readonly memberships: Memberships, private readonly tokens: TokenVerifier) {}

  /** @param bearer the Authorization header, or its token alone
   * @param organizationHeader the handle or id in x-vouchsafe-organization; needed only by someone who belongs to several
   * @throws Unauthenticated, IdentityProviderUnavailable, OrganizationRequired, OrganizationNotFound; whatever the memberships' store throws */
  async authenticate(bearer: string | undefined, organizationHeader?: string): Promise<Actor> {
    const token = tokenIn(bearer);
    const { issuer, subject, email, issuedAt } = await this.tokens.verify(token);
    const identity: Identity = { issuer, subject, ...(email === undefined ? {} : { email }) };
    const wanted = organizationHeader?.trim().toLowerCase();

    const mine = await this.membershipsOf(identity, BELIEVED_FOR);
    if (!wanted) return actorOf(theOnly(mine), issuedAt);
    const isWanted = ({ handle, tenant }: Membership) => handle === wanted || tenant === wanted;
    // Someone who has just registered or joined an organization must not wait for our memory to fade.
    const found = mine.find(isWanted) ?? (await this.membershipsOf(identity, LOOK_AGAIN_AFTER)).find(isWanted);
    if (!found) throw new OrganizationNotFound();
    return actorOf(found, issuedAt);
  }

  /** Forgets what it knew of memberships, so that a role granted or taken in this process counts at once. */
  forget(): void {
    this.remembered.clear();
  }

  private async membershipsOf(identity: Identity, believedFor: number): Promise<Membership[]> {
    const key = JSON.stringify([identity.issuer, identity.subject, identity.email]);
    const known = this.remembered.get(key);
    const entry = known && Date.now() < known.at + believedFor ? known : this.look(key, identity);
    const memberships = await entry.memberships;
    if (memberships.length > 0) return memberships;
    this.remembered.delete(key); // a newcomer is let in the moment they are known
    throw new Unauthenticated('no-membership');
  }

  private look(key: string, identity: Identity): { at: number; memberships: Promise<Membership[]> } {
    const entry = { at: Date.now(), memberships: this.memberships.find(identity) };
    entry.memberships.catch(() => this.remembered.delete(key)); // a failure is answered once, not remembered
    this.remembered.delete(key); // to the end of the line: the one at its head is the longest known
    this.remembered.set(key, entry);
    if (this.remembered.size > REMEMBERED_AT_MOST) this.remembered.delete(this.remembered.keys().next().value!);
    return entry;
  }
}

const tokenIn = (bearer: string | undefined): string => {
  const text = bearer?.trim();
  if (!text) throw new Unauthenticated('no-token');
  const token = /^(?:Bearer +)?(\S+)$/i.exec(text)?.[1];
  if (!token || token.toLowerCase() === 'bearer') throw new Unauthenticated('no-token');
  return token;
};

const theOnly = (mine: readonly Membership[]): Membership => {
  const [first, ...others] = mine;
  if (others.length > 0) throw new OrganizationRequired(mine.map(({ handle }) => handle).sort());
  return first!;
};

/** Tokens say their second of issue and no more: one of the very second of the sign-out is taken for older.
 * @throws Unauthenticated if the person, or everybody, was signed out since */
const actorOf = ({ tenant, personId, roles, leads, notBefore = 0 }: Membership, issuedAt: number): Actor => {
  if (issuedAt * 1_000 < notBefore) throw new Unauthenticated('signed-out');
  return { tenant, personId, actorId: `person:${personId}`, roles, leads };
};
