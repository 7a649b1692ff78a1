import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DismissDelegateInput, DismissDelegateResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DismissDelegateCommand } from './dismiss-delegate.command.js';

@Resolver()
export class DismissDelegateResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('dismissDelegate') @Allow('delegate:dismiss')
  async dismissDelegate(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DismissDelegateInput): Promise<DismissDelegateResult> {
    const outcome = await this.commands.execute(new DismissDelegateCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'DelegateDismissed', delegateId: input.delegateId, position: outcome.position } : refusal(outcome.rejection);
  }
}
