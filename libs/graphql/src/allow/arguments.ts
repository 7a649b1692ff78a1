import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { RequestContext } from '../request/request-context.js';

const contextOf = (execution: ExecutionContext): RequestContext => GqlExecutionContext.create(execution).getContext<RequestContext>();

const signedIn = (execution: ExecutionContext): Actor => {
  const { actor } = contextOf(execution).known;
  if (!actor) throw new Error('Nobody is signed in: the root field of this resolver has no @Allow.');
  return actor;
};

/** Who asks. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): Actor => signedIn(execution));

/** Whose data this is about: the organization that the caller signed in to. */
export const Tenant = createParamDecorator((_: unknown, execution: ExecutionContext): TenantId => signedIn(execution).tenant);

/** The position to wait for: `after: Position` of the root field, also in the fields below it; null if nothing was asked. */
export const After = createParamDecorator((_: unknown, execution: ExecutionContext): Position | null => contextOf(execution).known.after);

/** Aborts at the deadline, and when the caller has gone. */
export const Signal = createParamDecorator((_: unknown, execution: ExecutionContext): AbortSignal => contextOf(execution).signal);

/** The loaders of this request: `loader('persons', tenant, (ids) => …).load(id)`. */
export const Loaders = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext['loader'] => contextOf(execution).loader);
