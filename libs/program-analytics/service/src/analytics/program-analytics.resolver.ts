import { Args, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Signal } from '@vouchsafe/graphql';
import type { QueryProgramAnalyticsArgs } from '../graphql.generated.js';
import { ProgramAnalyticsQuery } from './program-analytics.query.js';

@Resolver()
export class ProgramAnalyticsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query('programAnalytics') @Allow('program-report:read')
  programAnalytics(
    @CurrentActor() actor: Actor, @Args() { scope, period, asKnownAt }: QueryProgramAnalyticsArgs, @After() after: Position | null, @Signal() signal: AbortSignal,
  ): Promise<object> {
    const { organizations = null, programs = null, cohorts = null } = scope ?? {};
    return this.queries.execute(new ProgramAnalyticsQuery(actor, { scope: { organizations, programs, cohorts }, period, asKnownAt: asKnownAt ?? null, after, signal }));
  }
}
