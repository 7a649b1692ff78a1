import { blindIndex, type Transaction } from '@vouchsafe/access';
import type { PersonCard, PostCard } from '@vouchsafe/directory-domain';

/** How a name is looked for: without case and accents. */
export const searchable = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const normalised = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

// A key belongs to one card. Whoever held one of these keys lets go of it first: two cards may be exchanging theirs.
const FREE_POST_KEYS = `UPDATE directory.post_card AS c SET key = NULL FROM unnest($2::text[], $3::text[]) AS given (post_id, key)
  WHERE c.tenant_id = $1 AND c.key = given.key AND c.post_id <> given.post_id`;
const PUT_POSTS = `INSERT INTO directory.post_card (tenant_id, post_id, key, title) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])
  ON CONFLICT (tenant_id, post_id) DO UPDATE SET key = excluded.key, title = excluded.title`;

const AT_ONCE = 2_000;

function* inPages<Card>(cards: readonly Card[]): Generator<readonly Card[]> {
  for (let at = 0; at < cards.length; at += AT_ONCE) yield cards.slice(at, at + AT_ONCE);
}

/** Writes cards of posts by id: all cards of an import in one call, since they may exchange keys. */
export const writePostCards = async (tx: Transaction, cards: readonly PostCard[]): Promise<void> => {
  await tx.query(FREE_POST_KEYS, [tx.tenant, cards.map(({ postId }) => postId), cards.map(({ key }) => key)]);
  for (const page of inPages(cards)) await tx.query(PUT_POSTS, [tx.tenant, page.map(({ postId }) => postId), page.map(({ key }) => key), page.map(({ title }) => title)]);
};

const FREE_NUMBERS = `UPDATE directory.person_card AS c SET employee_number = NULL FROM unnest($2::text[], $3::text[]) AS given (person_id, number)
  WHERE c.tenant_id = $1 AND c.employee_number = given.number AND c.person_id <> given.person_id`;
const PUT_PERSONS = `INSERT INTO directory.person_card (tenant_id, person_id, employee_number, name, name_search, work_email, email_normalised, site, time_zone, languages, rating_band)
  SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
  ON CONFLICT (tenant_id, person_id) DO UPDATE SET employee_number = excluded.employee_number, name = excluded.name, name_search = excluded.name_search,
    work_email = excluded.work_email, email_normalised = excluded.email_normalised, site = excluded.site, time_zone = excluded.time_zone, languages = excluded.languages,
    rating_band = excluded.rating_band`;
const PUT_KEYS = `INSERT INTO front.key (tenant_id, kind, key, subject) SELECT $1, 'sign-in', given.key, given.subject FROM unnest($2::text[], $3::text[]) AS given (key, subject)
  WHERE NOT EXISTS (SELECT FROM directory.person_card AS c WHERE c.tenant_id = $1 AND c.person_id = given.subject AND c.access_ended)
  ON CONFLICT (tenant_id, kind, key) DO NOTHING`;

/** Writes cards of people by id, and lets in those who have an address: whoever proves to own it is that person.
 * An address that already signs somebody else in goes on doing so. Forget the keys of those who left before. */
export const writePersonCards = async (tx: Transaction, secret: string, cards: readonly PersonCard[]): Promise<void> => {
  await tx.query(FREE_NUMBERS, [tx.tenant, cards.map(({ personId }) => personId), cards.map(({ employeeNumber }) => employeeNumber)]);
  for (const page of inPages(cards)) {
    await tx.query(PUT_PERSONS, [
      tx.tenant, page.map(({ personId }) => personId), page.map(({ employeeNumber }) => employeeNumber), page.map(({ name }) => name),
      page.map(({ name }) => name && searchable(name)), page.map(({ workEmail }) => workEmail), page.map(({ workEmail }) => workEmail && normalised(workEmail)),
      page.map(({ site }) => site), page.map(({ timeZone }) => timeZone), page.map(({ languages }) => languages.join(' ')),
      page.map(({ ratingBand = null }) => ratingBand), // a file that was staged before there were bands has none
    ]);
    const reachable = page.filter(({ workEmail }) => workEmail !== null);
    await tx.query(PUT_KEYS, [tx.tenant, reachable.map(({ workEmail }) => blindIndex(secret, workEmail!)), reachable.map(({ personId }) => personId)]);
  }
};

/** Ends sign-in by e-mail for these people: they left, or their address is about to be written anew. */
export const forgetSignIns = async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
  await tx.query(`DELETE FROM front.key WHERE tenant_id = $1 AND kind = 'sign-in' AND subject = ANY ($2::text[])`, [tx.tenant, personIds]);
};

/** Ends somebody's access, or gives it back: without it, no file lets them in. */
export const setAccess = async (tx: Transaction, personIds: readonly string[], access: 'open' | 'ended'): Promise<void> => {
  await tx.query('UPDATE directory.person_card SET access_ended = $3 WHERE tenant_id = $1 AND person_id = ANY ($2::text[])', [tx.tenant, personIds, access === 'ended']);
  if (access === 'ended') await forgetSignIns(tx, personIds);
};
