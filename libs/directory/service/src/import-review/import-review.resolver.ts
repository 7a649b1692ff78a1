import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { tooManyWouldLeave } from '@vouchsafe/directory-domain';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, Pages, Tenant, type PageArguments } from '@vouchsafe/graphql';
import type { ImportReview, ImportReviewConnection, RowVerdictConnection } from '../graphql.generated.js';
import { goneByRejection, shareLeaving } from '../import-people/import-review.js';
import { ImportReviewQuery, ImportsQuery, ImportVerdictsQuery, type ReviewRow } from './import-review.query.js';

const shown = ({ importId, state, file, staged, stagedAt, confirmedAt, acceptLeaversReason }: ReviewRow): ImportReview => {
  const { profile, asOf, figures, verdicts, changes, leave } = staged;
  return {
    __typename: 'ImportReview', importId, state, file, profile: profile.name, profileVersion: profile.version, asOf, stagedAt, confirmedAt, acceptLeaversReason,
    figures: { __typename: 'ImportFigures', ...figures }, changes: { __typename: 'ImportChanges', ...changes },
    verdicts: Object.entries(verdicts).map(([code, rows]) => ({ __typename: 'VerdictCount' as const, code, rows })),
    leave: { __typename: 'ImportLeave', ...leave, share: shareLeaving(leave), needsAReason: tooManyWouldLeave(leave) },
    notes: goneByRejection(staged),
  } as unknown as ImportReview; // its connections are resolved below
};

@Resolver('DirectoryUpkeep')
export class ImportsResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('importReview') @Allow('people-import:read')
  async importReview(@Tenant() tenant: TenantId, @Args('id') id: string, @After() after: Position | null): Promise<ImportReview | null> {
    const row = await this.queries.execute(new ImportReviewQuery(tenant, id, after));
    return row && shown(row);
  }

  @Query('directoryUpkeep') @Allow('people-import:read')
  directoryUpkeep(): object {
    return {};
  }

  @ResolveField('imports')
  async imports(@Tenant() tenant: TenantId, @Args() args: PageArguments, @After() after: Position | null): Promise<ImportReviewConnection> {
    const page = this.pages.page(tenant, 'imports by position', args);
    const rows = await this.queries.execute(new ImportsQuery(tenant, page, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ position }) => [position]);
    return {
      __typename: 'ImportReviewConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor, node }) => ({ __typename: 'ImportReviewEdge', cursor, node: shown(node) })),
    };
  }
}

@Resolver('ImportReview')
export class ImportReviewResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @ResolveField('rejectedRows')
  rejectedRows(@Tenant() tenant: TenantId, @Parent() { importId }: ImportReview, @Args() args: PageArguments): Promise<RowVerdictConnection> {
    return this.verdicts(tenant, importId, 'row rejected', args);
  }

  @ResolveField('refusedLines')
  refusedLines(@Tenant() tenant: TenantId, @Parent() { importId }: ImportReview, @Args() args: PageArguments): Promise<RowVerdictConnection> {
    return this.verdicts(tenant, importId, 'line refused', args);
  }

  private async verdicts(tenant: TenantId, importId: string, effect: 'row rejected' | 'line refused', args: PageArguments): Promise<RowVerdictConnection> {
    const page = this.pages.page(tenant, `${effect} of ${importId}`, args);
    const rows = await this.queries.execute(new ImportVerdictsQuery(tenant, importId, effect, page));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ ordinal }) => [ordinal]);
    return {
      __typename: 'RowVerdictConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor, node: { line, column, code } }) => ({ __typename: 'RowVerdictEdge', cursor, node: { __typename: 'RowVerdict', line, column, code } })),
    };
  }
}
