import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { FormNetworkInput, FormNetworkResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { FormNetworkCommand } from './form-network.command.js';

@Resolver()
export class FormNetworkResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('formNetwork') @Allow('network:form')
  async formNetwork(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: FormNetworkInput): Promise<FormNetworkResult> {
    const outcome = await this.commands.execute(new FormNetworkCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'NetworkFormed', networkId: tenant, position: outcome.position };
  }
}
