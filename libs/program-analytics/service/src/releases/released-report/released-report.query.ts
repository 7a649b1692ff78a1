import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import type { ReleasedReport, ReleaseHeading } from '../../graphql.generated.js';
import { ReleaseShelf } from '../release-shelf.js';
import { shownHeading, shownRelease } from './shown-release.js';

export class ReleasedReportQuery extends Query<ReleasedReport | null> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly programId: string, readonly asKnownAt: string | null) {
    super();
  }
}
export class ReleasesQuery extends Query<ReleaseHeading[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly programId: string) {
    super();
  }
}

const mayRead = (actor: Actor, programId: string): boolean => permits<'release'>(policy(actor, 'release:read', 'release'), { programId });

@QueryHandler(ReleasedReportQuery)
export class ReleasedReportHandler implements IQueryHandler<ReleasedReportQuery> {
  constructor(private readonly shelf: ReleaseShelf) {}

  async execute({ tenant, actor, programId, asKnownAt }: ReleasedReportQuery) {
    if (!mayRead(actor, programId)) return null;
    const release = await this.shelf.knownAt(tenant, programId, asKnownAt);
    return release && shownRelease(release, await this.shelf.figures(tenant, release));
  }
}

@QueryHandler(ReleasesQuery)
export class ReleasesHandler implements IQueryHandler<ReleasesQuery> {
  constructor(private readonly shelf: ReleaseShelf) {}

  async execute({ tenant, actor, programId }: ReleasesQuery) {
    return mayRead(actor, programId) ? (await this.shelf.all(tenant, programId)).map(shownHeading) : [];
  }
}
