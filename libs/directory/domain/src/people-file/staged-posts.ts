import { groupsThatReachEachOther } from '../organization-graph/circles.js';
import { linesOf } from '../organization-graph/organization-graph.js';
import type { FileColumns } from './file-columns.js';
import type { MappingProfile } from './mapping-profile.js';
import { groupBy } from './reject-conflicts.js';
import type { RowVerdict } from './row-verdict.js';
import type { StagedRow } from './staged-row.js';

export interface StagedHolder {
  readonly line: number;
  readonly share: number | null;
  readonly person: StagedRow['person'];
}

/** A post as a file describes it; it and the posts above it by the employer's keys. */
export interface StagedPost {
  readonly line: number;
  readonly key: string;
  readonly title: string;
  readonly grade: string;
  readonly rank: number | null;
  readonly unit: string | null;
  readonly function: string | null;
  readonly reportsTo: string | null;
  readonly dottedTo: readonly string[];
  /** False where a line of this post was refused. */
  readonly lineKnown: boolean;
  readonly holders: readonly StagedHolder[];
}

// Where the rows of a shared post differ, the first in the order of the alphabet speaks for the post: the order of rows must not matter.
const firstOf = (values: readonly (string | null)[]): string | null =>
  values.reduce((first, value) => (value !== null && (first === null || value < first) ? value : first), null);

const postOf = (key: string, rows: readonly StagedRow[]): StagedPost => {
  const held = rows.filter((row) => !row.isVacant);
  return {
    line: rows[0]!.line,
    key,
    title: firstOf((held.length > 0 ? held : rows).map(({ title }) => title)) ?? '',
    grade: rows[0]!.grade,
    rank: rows[0]!.rank,
    unit: firstOf(rows.map(({ unit }) => unit)),
    function: firstOf(rows.map((row) => row.function)),
    reportsTo: rows[0]!.above,
    dottedTo: rows[0]!.dotted,
    lineKnown: true,
    holders: held.map(({ line, share, person }) => ({ line, share, person })),
  };
};

/**
 * Posts from accepted rows, and in one pass over all of them the lines that are refused: those to a key that the accepted rows lack, and
 * every line of a circle. A refused line leaves the post without one, and its chain unknown.
 */
export const stagePosts = (
  rows: readonly StagedRow[], { rows: kind }: Pick<MappingProfile, 'rows'>, heading: (field: keyof FileColumns['at']) => string | null,
): { posts: ReadonlyMap<string, StagedPost>; lineVerdicts: RowVerdict[] } => {
  const present = rows.filter((row) => row.person === null || row.person.isPresent);
  // In a file of people a line leads to a person, and so to that person's post.
  const postKeyOf = new Map(present.map((row) => (kind === 'posts' ? [row.postKey, row.postKey] : [row.person!.employeeNumber, row.postKey])));
  const solid = heading(kind === 'posts' ? 'reportsTo' : 'managerId');
  const dotted = heading('dottedManagerIds');
  const lineVerdicts: RowVerdict[] = [];
  const drafts: StagedPost[] = [];

  for (const [key, group] of groupBy(present, (row) => row.postKey)) {
    const draft = postOf(key, group);
    if (group.length > 1) lineVerdicts.push({ line: draft.line, column: heading('postId'), code: 'SHARED_POST' });
    const dangling = linesOf(draft).filter((above) => !postKeyOf.has(above));
    const column = draft.reportsTo !== null && dangling.includes(draft.reportsTo) ? solid : dotted;
    if (dangling.length > 0) lineVerdicts.push(...group.map(({ line }): RowVerdict => ({ line, column, code: 'DANGLING_LINE' })));
    const reportsTo = draft.reportsTo === null ? null : postKeyOf.get(draft.reportsTo) ?? null;
    drafts.push({
      ...draft,
      reportsTo,
      dottedTo: [...new Set(draft.dottedTo.map((above) => postKeyOf.get(above)))].filter((above) => above !== undefined && above !== reportsTo) as string[],
      lineKnown: dangling.length === 0,
    });
  }

  const indexOf = new Map(drafts.map(({ key }, index) => [key, index]));
  const group = groupsThatReachEachOther(drafts.map((draft) => linesOf(draft).map((above) => indexOf.get(above)!)));
  const posts = new Map<string, StagedPost>();
  for (const [index, draft] of drafts.entries()) {
    // Within one group every line lies on a circle: its far end leads back to where it began.
    const circles = (above: string): boolean => group[indexOf.get(above)!] === group[index];
    const refused = linesOf(draft).filter(circles);
    for (const above of refused) lineVerdicts.push({ line: draft.line, column: above === draft.reportsTo ? solid : dotted, code: 'LINE_IN_A_CIRCLE' });
    posts.set(draft.key, refused.length === 0 ? draft : {
      ...draft,
      reportsTo: draft.reportsTo !== null && circles(draft.reportsTo) ? null : draft.reportsTo,
      dottedTo: draft.dottedTo.filter((above) => !circles(above)),
      lineKnown: false,
    });
  }
  return { posts, lineVerdicts };
};
