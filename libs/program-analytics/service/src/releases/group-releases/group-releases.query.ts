import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Clock } from '@vouchsafe/event-store';
import { SharedFigures, type SharingMember } from '@vouchsafe/tenancy-contracts';
import type { MemberReleases, ReleasedReport } from '../../graphql.generated.js';
import { shownRelease } from '../released-report/shown-release.js';
import { ReleaseShelf } from '../release-shelf.js';

export class GroupReleasesQuery extends Query<MemberReleases[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly asKnownAt: string | null) {
    super();
  }
}

@QueryHandler(GroupReleasesQuery)
export class GroupReleasesHandler implements IQueryHandler<GroupReleasesQuery> {
  constructor(private readonly shelf: ReleaseShelf, private readonly shared: SharedFigures, private readonly clock: Clock) {}

  async execute({ tenant, asKnownAt }: GroupReleasesQuery) {
    const members: MemberReleases[] = [];
    // One after the other, and never two organizations in one statement: each is asked in a transaction of its own.
    for (const member of await this.shared.sharedWith(tenant, 'PROGRAM_REPORT', this.clock.today())) members.push(await this.releasesOf(member, asKnownAt));
    return members;
  }

  private async releasesOf({ organization, handle, name, programIds }: SharingMember, asKnownAt: string | null): Promise<MemberReleases> {
    const reports: ReleasedReport[] = [];
    for (const programId of await this.shelf.programs(organization, programIds)) {
      const release = await this.shelf.knownAt(organization, programId, asKnownAt);
      if (release) reports.push(shownRelease(release, await this.shelf.figures(organization, release)));
    }
    return { __typename: 'MemberReleases', handle, name, reports };
  }
}
