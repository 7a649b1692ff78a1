import type { Database } from '@vouchsafe/access';
import type { PersonCard, PostCard } from '@vouchsafe/directory-domain';
import type { TenantId } from '@vouchsafe/event-schema';
import { forgetSignIns, writePersonCards, writePostCards } from './write-cards.js';

const OTHERS = `SELECT person_id AS "personId" FROM directory.person_card WHERE tenant_id = $1 AND person_id <> ALL ($2::text[])`;

/** Takes over the cards of everybody who is there, for a history that did not come as files: those who are not among them sign in no more. */
export const takeOverCards = async (database: Database, tenant: TenantId, { persons, posts }: { persons: readonly PersonCard[]; posts: readonly PostCard[] }): Promise<void> => {
  const secret = await database.installationSecret();
  await database.withTenant(tenant, async (tx) => {
    await writePostCards(tx, posts);
    const { rows } = await tx.query<{ personId: string }>(OTHERS, [tenant, persons.map(({ personId }) => personId)]);
    await forgetSignIns(tx, rows.map(({ personId }) => personId));
    await writePersonCards(tx, secret, persons);
  }, { statementTimeout: 60_000 });
};
