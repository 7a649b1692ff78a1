import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore } from '@vouchsafe/event-store';
import { After, Allow, badUserInput, Pages, Tenant, type PageArguments } from '@vouchsafe/graphql';
import type { OrgChange, OrgChangeConnection, OrgChanges, QueryOrgChangesArgs } from '../graphql.generated.js';
import { knownAt, type KnownAt } from '../org-graph/known-at.js';
import { thePerson } from '../person/the-person.js';
import { OrgChangesQuery, type ChangeRow } from './org-changes.query.js';

interface Asked { readonly from: IsoDate; readonly to: IsoDate; readonly known: KnownAt }

const shown = ({ kind, subject, title, before, now }: ChangeRow): OrgChange => {
  const isPerson = kind === 'PERSON_JOINED' || kind === 'PERSON_LEFT';
  return { __typename: 'OrgChange', kind, postId: isPerson ? null : subject, title, person: isPerson ? thePerson(subject) : null, before, now };
};

@Resolver('OrgChanges')
export class OrgChangesResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages, private readonly log: EventStore, private readonly clock: Clock) {}

  @Query('orgChanges') @Allow('org-changes:read')
  async orgChanges(@Tenant() tenant: TenantId, @Args() { from, to, asKnownAt }: QueryOrgChangesArgs, @After() after: Position | null): Promise<OrgChanges> {
    if (to < from) throw badUserInput('"to" is the later day of the two.');
    const asked: Asked = { from, to, known: await knownAt(this.log, tenant, asKnownAt, after, this.clock.now()) };
    return asked as unknown as OrgChanges; // `changes` is resolved below
  }

  @ResolveField('changes')
  async changes(@Tenant() tenant: TenantId, @Parent() { from, to, known }: Asked, @Args() args: PageArguments): Promise<OrgChangeConnection> {
    const page = this.pages.page(tenant, `changes ${from} ${to} at ${known.position}`, args);
    const rows = await this.queries.execute(new OrgChangesQuery(tenant, from, to, known, page));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ kind, subject }) => [kind, subject]);
    return {
      __typename: 'OrgChangeConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor, node }) => ({ __typename: 'OrgChangeEdge', cursor, node: shown(node) })),
    };
  }
}
