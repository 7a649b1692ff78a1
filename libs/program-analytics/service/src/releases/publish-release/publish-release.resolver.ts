import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { PublishReleaseInput, PublishReleaseResult } from '../../graphql.generated.js';
import { releaseRefusalInWords } from '../refusals.js';
import { PublishReleaseCommand } from './publish-release.command.js';

@Resolver()
export class PublishReleaseResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('publishRelease') @Allow('release:publish')
  async publishRelease(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: PublishReleaseInput): Promise<PublishReleaseResult> {
    const outcome = await this.commands.execute(new PublishReleaseCommand(tenant, actor, input));
    if (!outcome.accepted) return releaseRefusalInWords(outcome.rejection);
    return { __typename: 'ReleasePublished', releaseId: outcome.releaseId, position: outcome.position };
  }
}
