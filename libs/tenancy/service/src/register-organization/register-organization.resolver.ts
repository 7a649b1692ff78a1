import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RegisterOrganizationInput, RegisterOrganizationResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RegisterOrganizationCommand } from './register-organization.command.js';

@Resolver()
export class RegisterOrganizationResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('registerOrganization') @Allow('organization:register')
  async registerOrganization(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RegisterOrganizationInput): Promise<RegisterOrganizationResult> {
    const outcome = await this.commands.execute(new RegisterOrganizationCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'OrganizationRegistered', organizationId: outcome.organizationId, handle: input.handle, position: outcome.position };
  }
}
