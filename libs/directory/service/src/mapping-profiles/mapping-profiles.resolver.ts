import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Pages, Tenant, type PageArguments } from '@vouchsafe/graphql';
import type { MappingProfile, MappingProfileConnection, PeopleField, SaveMappingProfileInput, SaveMappingProfileResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { MappingProfilesQuery, type SavedProfile } from './mapping-profiles.query.js';
import { SaveMappingProfileCommand } from './save-mapping-profile.command.js';

const shown = ({ profile: { name, version, rows, columns }, savedAt }: SavedProfile): MappingProfile => ({
  __typename: 'MappingProfile', name, version, rows: rows === 'posts' ? 'POSTS' : 'PEOPLE', savedAt,
  columns: Object.entries(columns).map(([field, heading]) => ({ __typename: 'MappedColumn', field: field as PeopleField, heading })),
});

@Resolver('DirectoryUpkeep')
export class MappingProfilesResolver {
  constructor(private readonly commands: CommandBus, private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Mutation('saveMappingProfile') @Allow('mapping-profile:save')
  async saveMappingProfile(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: SaveMappingProfileInput): Promise<SaveMappingProfileResult> {
    const outcome = await this.commands.execute(new SaveMappingProfileCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'MappingProfileSaved', name: input.name.trim(), version: outcome.version, position: outcome.position };
  }

  @ResolveField('mappingProfiles')
  async mappingProfiles(@Tenant() tenant: TenantId, @Args() args: PageArguments): Promise<MappingProfileConnection> {
    const page = this.pages.page(tenant, 'mapping profiles by name', args);
    const { edges, pageInfo } = this.pages.connection(page, await this.queries.execute(new MappingProfilesQuery(tenant, page)), ({ name }) => [name]);
    return {
      __typename: 'MappingProfileConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor, node }) => ({ __typename: 'MappingProfileEdge', cursor, node: shown(node) })),
    };
  }
}
