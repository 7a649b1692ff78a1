import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '@vouchsafe/access';
import type { MappingProfile } from '@vouchsafe/directory-domain';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';

export interface SavedProfile { readonly name: string; readonly profile: MappingProfile; readonly savedAt: string }

export class MappingProfilesQuery extends Query<SavedProfile[]> {
  constructor(readonly tenant: TenantId, readonly page: Page) {
    super();
  }
}

@QueryHandler(MappingProfilesQuery)
export class MappingProfilesHandler implements IQueryHandler<MappingProfilesQuery> {
  constructor(private readonly database: Database) {}

  execute({ tenant, page }: MappingProfilesQuery) {
    return this.database.withTenant(tenant, async (tx) => (await tx.query<SavedProfile>(
      `SELECT DISTINCT ON (name) name, profile, saved_at AS "savedAt" FROM directory.mapping_profile WHERE tenant_id = $1 AND name > $2 ORDER BY name, version DESC LIMIT $3`,
      [tenant, page.after?.[0] ?? '', page.limit])).rows);
  }
}
