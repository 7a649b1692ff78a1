import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import { MOST_DIMENSIONS } from '@vouchsafe/disclosure';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DeclareReleaseLatticeInput, DeclareReleaseLatticeResult } from '../../graphql.generated.js';
import { releaseRefusalInWords } from '../refusals.js';
import { DeclareReleaseLatticeCommand } from './declare-release-lattice.command.js';

@Resolver()
export class DeclareReleaseLatticeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('declareReleaseLattice') @Allow('release-lattice:declare')
  async declareReleaseLattice(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DeclareReleaseLatticeInput): Promise<DeclareReleaseLatticeResult> {
    if (input.dimensions.length > MOST_DIMENSIONS) return { __typename: 'TooManyDimensions', message: `Name ${MOST_DIMENSIONS} dimensions at most: with more, every place would be a person.` };
    const outcome = await this.commands.execute(new DeclareReleaseLatticeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'ReleaseLatticeDeclared', position: outcome.position } : releaseRefusalInWords(outcome.rejection);
  }
}
