import { blindIndex, type Transaction } from '@vouchsafe/access';
import type { DirectoryKeys, StagedPeople } from '@vouchsafe/directory-domain';

/** The employer's keys that the directory has ever held. */
export const loadKeys = async (tx: Transaction): Promise<DirectoryKeys> => {
  const posts = await tx.query<{ key: string; id: string }>('SELECT key, post_id AS id FROM directory.post_card WHERE tenant_id = $1 AND key IS NOT NULL', [tx.tenant]);
  const persons = await tx.query<{ key: string; id: string }>(
    'SELECT employee_number AS key, person_id AS id FROM directory.person_card WHERE tenant_id = $1 AND employee_number IS NOT NULL', [tx.tenant]);
  const byKey = (rows: readonly { key: string; id: string }[]) => new Map(rows.map(({ key, id }) => [key, id]));
  return { postIds: byKey(posts.rows), personIds: byKey(persons.rows) };
};

/** Someone may sign in before the first file names them: whoever registered the organization, say. When a file then brings their address,
 * it is they who get the employee number, and not a second person beside them. */
export const withThoseWhoSignInAlready = async (tx: Transaction, secret: string, staged: StagedPeople, keys: DirectoryKeys): Promise<DirectoryKeys> => {
  if (staged.profile.rows === 'posts') return keys;
  const { rows } = await tx.query<{ key: string; subject: string }>(
    `SELECT k.key, k.subject FROM front.key AS k WHERE k.tenant_id = $1 AND k.kind = 'sign-in'
       AND NOT EXISTS (SELECT FROM directory.person_card AS c WHERE c.tenant_id = $1 AND c.person_id = k.subject)`, [tx.tenant]);
  const known = new Map(rows.map(({ key, subject }) => [key, subject]));
  const personIds = new Map(keys.personIds);
  const taken = new Set<string>();
  for (const { holders } of known.size === 0 ? [] : staged.posts.values()) {
    for (const { person } of holders) {
      const subject = person?.workEmail && !personIds.has(person.employeeNumber) ? known.get(blindIndex(secret, person.workEmail)) : undefined;
      if (subject === undefined || taken.has(subject)) continue;
      personIds.set(person!.employeeNumber, subject);
      taken.add(subject);
    }
  }
  return { ...keys, personIds };
};
