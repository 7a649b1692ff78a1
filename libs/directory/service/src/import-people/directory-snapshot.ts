import type { Database, Transaction } from '@vouchsafe/access';
import { directories, entriesOf, mapOf, type Directory, type Import, type Person, type Post } from '@vouchsafe/directory-domain';
import type { TenantId } from '@vouchsafe/event-schema';
import type { BelievedDirectory } from './directory-state.js';

/** Raised whenever the fold of the directory or the shape of its state changes: older snapshots are then not looked at, and the log is. */
const FORMAT = 1;
const PAGE = 500;
const PAGES_AT_ONCE = 20;
const FILE_WORK = { statementTimeout: 60_000 };

type Head = Omit<Directory, 'posts' | 'persons' | 'imports'> & { readonly imports: readonly (readonly [string, Import])[] };
interface Row { readonly version: number; readonly head: Head; readonly posts: number; readonly persons: number }

const linesOf = async <Value>(tx: Transaction, version: number, kind: 'post' | 'person'): Promise<(readonly [string, Value])[]> => {
  const { rows } = await tx.query<{ lines: string }>('SELECT lines FROM directory.snapshot_page WHERE tenant_id = $1 AND version = $2 AND kind = $3 ORDER BY page', [tx.tenant, version, kind]);
  return rows.flatMap(({ lines }) => lines.split('\n').map((line) => JSON.parse(line) as readonly [string, Value]));
};

/** The newest snapshot, if there is one that this code can read.
 * @param what `imports` leaves posts and people out: they are most of it */
export const findSnapshot = (database: Database, tenant: TenantId, what: 'everything' | 'imports'): Promise<BelievedDirectory | undefined> => database.withTenant(tenant, async (tx) => {
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY'); // head and pages of one version
  const row = (await tx.query<Row>('SELECT version, head, posts, persons FROM directory.snapshot WHERE tenant_id = $1 AND format = $2', [tenant, FORMAT])).rows[0];
  if (!row) return undefined;
  const { imports, ...head } = row.head;
  const { posts, persons } = directories.initial;
  const state: Directory = { ...head, imports: mapOf(imports), posts, persons };
  const version = Number(row.version);
  if (what === 'imports') return { state, version };
  const full = { ...state, posts: mapOf(await linesOf<Post>(tx, version, 'post')), persons: mapOf(await linesOf<Person>(tx, version, 'person')) };
  return full.posts.size === row.posts && full.persons.size === row.persons ? { state: full, version } : undefined;
}, FILE_WORK);

/** How far the newest snapshot reaches that this code can read; 0 if there is none. */
export const snapshotVersion = (database: Database, tenant: TenantId): Promise<number> => database.withTenant(tenant, async (tx) =>
  Number((await tx.query<{ version: number }>('SELECT version FROM directory.snapshot WHERE tenant_id = $1 AND format = $2', [tenant, FORMAT])).rows[0]?.version ?? 0));

/** Keeps a snapshot in place of an older one. Of several who do so at once the newest stands. */
export const keepSnapshot = (database: Database, tenant: TenantId, { state, version }: BelievedDirectory): Promise<void> => database.withTenant(tenant, async (tx) => {
  const { posts, persons, imports, ...rest } = state;
  const head: Head = { ...rest, imports: [...entriesOf(imports)] };
  const taken = await tx.query(
    `INSERT INTO directory.snapshot AS s (tenant_id, version, format, head, posts, persons) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, format = excluded.format, head = excluded.head, posts = excluded.posts, persons = excluded.persons
       WHERE s.version < excluded.version OR s.format <> excluded.format
     RETURNING version`, [tenant, version, FORMAT, JSON.stringify(head), posts.size, persons.size]);
  if (taken.rows.length === 0) return;
  await tx.query('DELETE FROM directory.snapshot_page WHERE tenant_id = $1', [tenant]);
  const put = async (kind: 'post' | 'person', entries: Iterable<readonly [string, unknown]>): Promise<void> => {
    let written = 0;
    let pages: string[] = [];
    const flush = async (): Promise<void> => {
      await tx.prepared('put-snapshot-pages',
        `INSERT INTO directory.snapshot_page (tenant_id, version, kind, page, lines)
         SELECT $1, $2, $3, $4 + p.at::integer, p.lines FROM unnest($5::text[]) WITH ORDINALITY AS p (lines, at)`, [tenant, version, kind, written, pages]);
      written += pages.length;
      pages = [];
    };
    let lines: string[] = [];
    for (const entry of entries) {
      if (lines.push(JSON.stringify(entry)) < PAGE) continue;
      pages.push(lines.join('\n'));
      lines = [];
      if (pages.length === PAGES_AT_ONCE) await flush();
    }
    if (lines.length > 0) pages.push(lines.join('\n'));
    await flush();
  };
  await put('post', entriesOf(posts));
  await put('person', entriesOf(persons));
}, FILE_WORK);
