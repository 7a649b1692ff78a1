import { Args, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import { position as asPosition, type Position, type TenantId } from '@vouchsafe/event-schema';
import { EventStore, Wakeups } from '@vouchsafe/event-store';
import { After, Allow, CurrentActor, followTenant, Loaders, notFound, Pages, Tenant, type Loader } from '@vouchsafe/graphql';
import { NotYetFolded, ReadModelIsBeingBuilt } from '@vouchsafe/projections';
import type { Commitment, CommitmentTimelineArgs, SubscriptionCommitmentTimelineArgs, TimelineConnection, TimelineEntry } from '../graphql.generated.js';
import type { TimelineRow } from './commitment-timeline.projection.js';
import { CommitmentTimelineQuery, MayWatchQuery } from './commitment-timeline.query.js';

const AT_ONCE = 100;

const shown = ({ kind, textVersion, commitmentId: _id, version: _version, ...row }: TimelineRow): TimelineEntry => ({
  __typename: 'TimelineEntry', ...row, version: textVersion, kind: kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase() as TimelineEntry['kind'],
});

@Resolver('Commitment')
export class CommitmentTimelineResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages, private readonly log: EventStore, private readonly wakeups: Wakeups) {}

  @ResolveField('timeline')
  async timeline(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Loaders() loader: Loader, @Parent() { commitmentId, programId, sponsorId, protegeId, status }: Commitment,
    @Args() { first, after: cursor }: CommitmentTimelineArgs, @After() after: Position | null,
  ): Promise<TimelineConnection | null> {
    const mayWatch = policy(actor, 'commitment:watch', 'commitment');
    if (!permits<'commitment'>(mayWatch, { commitmentId, programId, sponsorId, protegeId, status: status.toLowerCase() })) return null;
    const page = this.pages.page(tenant, `timeline of ${commitmentId}`, { first, after: cursor });
    const before = page.after === null ? null : Number(page.after[0]);
    const rows = await loader(`timeline before ${before} up to ${page.limit}`, tenant, async (ids: readonly string[]) => {
      const found = await this.queries.execute(new CommitmentTimelineQuery(tenant, actor, ids, { before, limit: page.limit }, after));
      return ids.map((id) => found.filter((row) => row.commitmentId === id).sort((one, other) => other.position - one.position));
    }).load(commitmentId);
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ position }) => [position]);
    return {
      __typename: 'TimelineConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'TimelineEdge', cursor: at, node: shown(node) })),
    };
  }

  @Subscription('commitmentTimeline') @Allow('commitment:watch')
  async commitmentTimeline(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { commitmentId, from }: SubscriptionCommitmentTimelineArgs,
  ): Promise<AsyncIterableIterator<{ commitmentTimeline: TimelineEntry }>> {
    const { position: head } = await this.log.head(tenant);
    const begin = from == null ? head : asPosition(from);
    // The head is waited for: whoever has just proposed may follow at once. A position beyond it is refused there.
    if (!(await this.queries.execute(new MayWatchQuery(tenant, actor, commitmentId, Math.max(begin, head))))) throw notFound();
    return followTenant({ tenant, from: begin, wakeups: this.wakeups, read: (after) => this.news(tenant, actor, commitmentId, after) });
  }

  /** What the log holds behind a position, once it is folded. Entries that were held back are not delivered later: the one that discloses says so. */
  private async news(tenant: TenantId, actor: Actor, commitmentId: string, after: Position) {
    const { position: head } = await this.log.head(tenant);
    if (head <= after) return { items: [], position: after };
    try {
      const rows = await this.queries.execute(new CommitmentTimelineQuery(tenant, actor, [commitmentId], { after, limit: AT_ONCE }, head));
      const position = rows.length < AT_ONCE ? head : rows.at(-1)!.position;
      return { items: rows.filter((row) => row.position <= position).map((row) => ({ commitmentTimeline: shown(row) })), position };
    } catch (error) {
      if (error instanceof NotYetFolded || error instanceof ReadModelIsBeingBuilt) return { items: [], position: after }; // whoever follows can wait
      throw error;
    }
  }
}
