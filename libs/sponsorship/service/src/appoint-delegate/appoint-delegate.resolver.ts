import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { AppointDelegateInput, AppointDelegateResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { AppointDelegateCommand } from './appoint-delegate.command.js';

@Resolver()
export class AppointDelegateResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('appointDelegate') @Allow('delegate:appoint')
  async appointDelegate(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: AppointDelegateInput): Promise<AppointDelegateResult> {
    const outcome = await this.commands.execute(new AppointDelegateCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'DelegateAppointed', delegateId: input.delegateId, position: outcome.position } : refusal(outcome.rejection);
  }
}
