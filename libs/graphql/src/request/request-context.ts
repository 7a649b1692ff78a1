import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Actor } from '@vouchsafe/access';
import type { Position } from '@vouchsafe/event-schema';
import { Slots } from '../armour/concurrency.js';
import type { Limits } from '../armour/limits.js';
import { Spending } from '../armour/spending.js';
import { apiError } from '../errors/api-error.js';
import { loadersOfOneRequest, type Loader } from './loaders.js';
import type { SignsIn } from './signs-in.js';

/** What a resolver may know of the request. */
export interface RequestContext {
  readonly req: IncomingMessage;
  readonly correlationId: string;
  /** Aborts at the deadline of the operation, and when the caller has gone. Hand it to everything that waits. */
  readonly signal: AbortSignal;
  readonly loader: Loader;
  /** Signs the caller in, once. @throws what `SignsIn` throws; GraphQLError RATE_LIMITED */
  readonly signIn: () => Promise<Actor>;
  /** What becomes known on the way. An object of its own, because Apollo copies the context. */
  readonly known: {
    /** Who `signIn` found; undefined before it ran. */
    actor: Actor | undefined;
    /** The latest position that a root field of this operation was asked to wait for. */
    after: Position | null;
    /** What the operation costs, in units; 0 until that was reckoned. */
    cost: number;
  };
  /** Called when the operation has ended, however it ended. */
  readonly end: () => void;
}

export interface Credentials {
  readonly authorization: string | undefined;
  readonly organization: string | undefined;
}

const first = (value: unknown): string | undefined => {
  const text: unknown = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
};

/** @param headers of an HTTP request, or the payload of `connection_init`; names in lower case */
export const credentialsFrom = (headers: Readonly<Record<string, unknown>>): Credentials =>
  ({ authorization: first(headers['authorization']), organization: first(headers['x-vouchsafe-organization']) });

/** What may run at the same time and what may be spent, for each tenant and each person. */
export class Crowd {
  private readonly tenants: Slots;
  private readonly persons: Slots;
  private readonly subscriptions: Slots;
  private readonly sockets: Slots;
  private readonly spentByTenants: Spending;
  private readonly spentByPersons: Spending;

  constructor({ atOncePerTenant, atOncePerPerson, subscriptionsPerPerson, socketsPerPerson, unitsPerSecondPerTenant, unitsPerSecondPerPerson }: Limits) {
    this.tenants = new Slots(atOncePerTenant, 'Your organization asks too much at the same time. Try again in a second.');
    this.persons = new Slots(atOncePerPerson, 'You ask too much at the same time. Try again in a second.');
    this.subscriptions = new Slots(subscriptionsPerPerson, 'You follow too many things at the same time. End one first.');
    this.sockets = new Slots(socketsPerPerson, 'You have too many connections open. Close one first.');
    this.spentByTenants = new Spending(unitsPerSecondPerTenant);
    this.spentByPersons = new Spending(unitsPerSecondPerPerson);
  }

  /** @param cost of the operation, in units. Who is refused has spent nothing
   * @returns ends the operation. @throws GraphQLError RATE_LIMITED */
  enter(actor: Actor, cost: number): () => void {
    const { tenant, personId } = actor;
    this.checkBudget(actor, cost);
    const leavePerson = this.persons.take(`${tenant} ${personId}`);
    try {
      const leaveTenant = this.tenants.take(tenant);
      this.spend(actor, cost);
      return () => { leavePerson(); leaveTenant(); };
    } catch (error) {
      leavePerson();
      throw error;
    }
  }

  /** The same for a subscription, which pays for its beginning and lasts. */
  follow(actor: Actor, cost: number): () => void {
    this.checkBudget(actor, cost);
    const leave = this.subscriptions.take(`${actor.tenant} ${actor.personId}`);
    this.spend(actor, cost);
    return leave;
  }

  /** Keeps a socket open. @returns lets go of it. @throws GraphQLError RATE_LIMITED */
  connect({ tenant, personId }: Actor): () => void {
    return this.sockets.take(`${tenant} ${personId}`);
  }

  private checkBudget({ tenant, personId }: Actor, cost: number): void {
    const [ofPerson, ofTenant] = [this.spentByPersons.secondsUntil(`${tenant} ${personId}`, cost), this.spentByTenants.secondsUntil(tenant, cost)];
    const seconds = Math.max(ofPerson, ofTenant);
    if (seconds === 0) return;
    const whose = ofPerson >= ofTenant ? 'You have' : 'Your organization has';
    throw apiError('RATE_LIMITED', `${whose} asked for more than may be asked for over time. Wait as long as the answer says, and ask for less at once.`, { retryAfterSeconds: Math.ceil(seconds) });
  }

  private spend({ tenant, personId }: Actor, cost: number): void {
    this.spentByPersons.spend(`${tenant} ${personId}`, cost);
    this.spentByTenants.spend(tenant, cost);
  }
}

interface ContextParts {
  readonly req: IncomingMessage;
  readonly correlationId: string;
  readonly signal: AbortSignal;
  readonly authenticator: SignsIn;
  readonly credentials: Credentials;
  /** Takes the actor's place among those who are served. */
  readonly enter: (actor: Actor, cost: number) => () => void;
}

/** The context of one operation. Nobody is signed in yet: `{ __typename }` needs no token. */
export const requestContext = ({ req, correlationId, signal, authenticator, credentials, enter }: ContextParts): RequestContext => {
  setMaxListeners(0, signal); // every resolver that waits listens; a page has hundreds
  let signedIn: Promise<Actor> | undefined;
  let leave: (() => void) | undefined;
  let ended = false;
  const known: RequestContext['known'] = { actor: undefined, after: null, cost: 0 };
  const signIn = async (): Promise<Actor> => {
    const actor = await authenticator.authenticate(credentials.authorization, credentials.organization);
    leave = enter(actor, known.cost);
    if (ended) leave();
    known.actor = actor;
    return actor;
  };
  return {
    req, correlationId, signal, known, loader: loadersOfOneRequest(),
    signIn: () => (signedIn ??= signIn()),
    end: () => { ended = true; leave?.(); },
  };
};
