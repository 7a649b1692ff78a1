import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { Clock } from '@vouchsafe/event-store';
import { After, Allow, CurrentActor, Loaders, Pages, Tenant, type Loader } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import type { DirectoryPeopleArgs, Person, PersonConnection } from '../graphql.generated.js';
import { findPersons, PeopleQuery, type PersonRow } from './person.query.js';
import { thePerson } from './the-person.js';

const SHORTEST_PREFIX = 1;

/** The fields of a person, wherever one is spoken of: what is asked for many people travels in one question. */
@Resolver('Person')
export class PersonResolver {
  constructor(private readonly readModels: ReadModels, private readonly clock: Clock) {}

  @Query('person') @Allow('person:read')
  async person(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Loaders() loader: Loader, @After() after: Position | null, @Args('id') id: string): Promise<Person | null> {
    const row = await this.row(tenant, actor, loader, after, id);
    return row && (row.isPresent !== null || row.name !== null) ? thePerson(id) : null;
  }

  @ResolveField('name') name(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('name', t, a, l, p, of); }
  @ResolveField('jobTitle') jobTitle(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('jobTitle', t, a, l, p, of); }
  @ResolveField('postId') postId(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('postId', t, a, l, p, of); }
  @ResolveField('grade') grade(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('grade', t, a, l, p, of); }
  @ResolveField('level') level(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('level', t, a, l, p, of); }
  @ResolveField('unit') unit(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('unit', t, a, l, p, of); }
  @ResolveField('function') function(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('function', t, a, l, p, of); }
  @ResolveField('joinedOn') joinedOn(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('joinedOn', t, a, l, p, of); }
  @ResolveField('isPresent') isPresent(@Tenant() t: TenantId, @CurrentActor() a: Actor, @Loaders() l: Loader, @After() p: Position | null, @Parent() of: Person) { return this.field('isPresent', t, a, l, p, of); }

  private async field<Field extends keyof PersonRow>(field: Field, tenant: TenantId, actor: Actor, loader: Loader, after: Position | null, { personId }: Person): Promise<PersonRow[Field] | null> {
    return (await this.row(tenant, actor, loader, after, personId))?.[field] ?? null;
  }

  private row(tenant: TenantId, actor: Actor, loader: Loader, after: Position | null, id: string): Promise<PersonRow | null> {
    // Leadership's reports name nobody: whoever may not read people gets an id and no more.
    if (!permits<'person'>(policy(actor, 'person:read', 'person'), { personId: id })) return Promise.resolve(null);
    return loader('directory: people', tenant, async (ids: readonly string[]) => {
      const rows = new Map((await findPersons(this.readModels, tenant, ids, this.clock.today(), after)).map((row) => [row.personId, row]));
      return ids.map((one) => rows.get(one) ?? null);
    }).load(id);
  }
}

@Resolver('Directory')
export class PeopleResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages, private readonly clock: Clock) {}

  @Query('directory') @Allow('person:read')
  directory(): object {
    return {};
  }

  @ResolveField('people')
  async people(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { first, after: cursor, namePrefix }: DirectoryPeopleArgs, @After() after: Position | null,
  ): Promise<PersonConnection> {
    const prefix = namePrefix?.trim() ?? '';
    const wanted = prefix.length < SHORTEST_PREFIX ? null : prefix;
    const page = this.pages.page(tenant, wanted === null ? 'people by id' : `people by name from ${wanted}`, { first, after: cursor });
    const rows = await this.queries.execute(new PeopleQuery(tenant, actor, page, wanted, this.clock.today(), after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ personId, nameSearch }) => (wanted === null ? [personId] : [nameSearch, personId]));
    return {
      __typename: 'PersonConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'PersonEdge', cursor: at, node: thePerson(node.personId) })),
    };
  }
}
