import { ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { Delegate } from '../graphql.generated.js';
import { DelegatesQuery } from './delegates.query.js';

@Resolver('Sponsorship')
export class DelegatesResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField('delegates')
  async delegates(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @After() after: Position | null): Promise<Delegate[]> {
    const rows = await this.queries.execute(new DelegatesQuery(tenant, actor, after));
    return rows.map(({ delegateId, since }): Delegate => ({ __typename: 'Delegate', delegateId, delegate: { __typename: 'Person', personId: delegateId }, since }));
  }
}
