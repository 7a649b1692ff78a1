import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { policy, resourceOf, type Action } from '@vouchsafe/access';
import { position } from '@vouchsafe/event-schema';
import { getNullableType, type GraphQLResolveInfo } from 'graphql';
import { notFound } from '../errors/api-error.js';
import type { RequestContext } from '../request/request-context.js';

export const ALLOWED_ACTION = Symbol('allowed action');

/** Names the permission that a root field needs, for example `@Allow('advocacy-action:record')`. A root field without one answers nobody. */
export const Allow = (action: Action) => SetMetadata(ALLOWED_ACTION, action);

/** On a connection `after` is a cursor; on a root field it is a position. */
const asksToWait = ({ parentType, fieldName }: GraphQLResolveInfo): boolean =>
  parentType.getFields()[fieldName]?.args.some(({ name, type }) => name === 'after' && getNullableType(type).toString() === 'Position') ?? false;

/** Stands before every root field: signs the caller in and asks the policy. No rule means no, and no looks like "not found". */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<string>() !== 'graphql') return true; // health and sign-in pages look after themselves
    const [, args, context, info] = execution.getArgs<[unknown, { after?: unknown }, RequestContext, GraphQLResolveInfo]>();
    const actor = await context.signIn();
    const action = this.reflector.get<Action | undefined>(ALLOWED_ACTION, execution.getHandler());
    if (action === undefined || policy(actor, action, resourceOf(action)).kind === 'deny') throw notFound();
    if (asksToWait(info) && typeof args.after === 'string') context.known.after = Math.max(position(args.after), context.known.after ?? 0);
    return true;
  }
}
