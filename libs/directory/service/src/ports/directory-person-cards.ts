import { Injectable } from '@nestjs/common';
import { Database } from '@vouchsafe/access';
import { PersonCards, type PersonCard } from '@vouchsafe/directory-contracts';
import type { TenantId } from '@vouchsafe/event-schema';

/** Names and work addresses from the identity cards. Where a file gave an address and no name, the address stands for the name. */
@Injectable()
export class DirectoryPersonCards extends PersonCards {
  constructor(private readonly database: Database) {
    super();
  }

  async cards(tenant: TenantId, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    const { rows } = await this.database.withTenant(tenant, (tx) => tx.query<PersonCard & { id: string }>(
      `SELECT person_id AS id, coalesce(name, email_normalised) AS name, email_normalised AS "workEmail" FROM directory.person_card
        WHERE tenant_id = $1 AND person_id = ANY ($2::text[]) AND coalesce(name, email_normalised) IS NOT NULL`, [tenant, personIds]));
    return new Map(rows.map(({ id, name, workEmail }) => [id, { name, workEmail }]));
  }
}
