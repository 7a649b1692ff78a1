import { isIsoDate, type IsoDate } from '@vouchsafe/event-schema';
import { graphFigures, organizationGraph } from '../organization-graph/organization-graph.js';
import { cleanCell, rowFingerprint } from './cell-values.js';
import { findColumns, type FileColumns, type FileRefusal } from './file-columns.js';
import type { GradeRanks } from './grade-ranks.js';
import { keyField, type MappingProfile } from './mapping-profile.js';
import { refuseConflicts, refuseSharedAddresses } from './reject-conflicts.js';
import { rejectsTheRow, type RowVerdict, type VerdictCode } from './row-verdict.js';
import { stagePosts, type StagedPost } from './staged-posts.js';
import { readRow, type StagedRow } from './staged-row.js';

/** A row as a file holds it. `line` is the physical line of its first character. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A whole file, judged: what it says about the organization, and what became of each row. */
export interface StagedPeople {
  readonly profile: MappingProfile;
  readonly asOf: IsoDate;
  /** Posts by the employer's key, in the order of the file. */
  readonly posts: ReadonlyMap<string, StagedPost>;
  /** In the order of the file, by line and column. */
  readonly verdicts: readonly RowVerdict[];
  readonly rejectedRows: number;
  readonly figures: {
    readonly rows: number; readonly posts: number; readonly holders: number; readonly tops: number; readonly depth: number;
    readonly closure: number; readonly units: number; readonly belowAHole: number;
  };
}

export interface StagingOptions {
  readonly profile: MappingProfile;
  readonly ranks: GradeRanks;
  readonly asOf: IsoDate;
}

/** Takes rows one by one and judges them; what needs the whole file is judged at the end. Holds no text that is not needed. */
export interface Staging {
  add(row: FileRow): void;
  finish(): StagedPeople;
}

/**
 * Begins to stage a file with this header; refuses it where a column that the profile needs is not there.
 * @param headerLine the physical line on which the header begins
 * @throws RangeError if `asOf` is no calendar day
 */
export const openStaging = (
  header: readonly string[], { profile, ranks, asOf }: StagingOptions, headerLine = 1,
): { refusal: FileRefusal } | { refusal: null; staging: Staging } => {
  if (!isIsoDate(asOf)) throw new RangeError(`"${asOf}" is not a calendar day.`);
  const found = findColumns(header.map(cleanCell), profile, headerLine);
  if (found.refusal) return found;
  const { columns } = found;
  const verdicts: RowVerdict[] = [];
  const seen = new Set<string>();
  const accepted: StagedRow[] = [];
  let rows = 0;

  const verdict = (line: number, column: number | null, code: VerdictCode): void => {
    verdicts.push({ line, column: column === null ? null : columns.header[column] ?? null, code });
  };

  const add = ({ line, cells }: FileRow): void => {
    rows += 1;
    const values = cells.map(cleanCell);
    const fingerprint = rowFingerprint(values);
    if (seen.has(fingerprint)) return verdict(line, null, 'SAME_ROW_TWICE');
    seen.add(fingerprint);
    if (values.length > columns.header.length) return verdict(line, null, 'TOO_MANY_COLUMNS');
    if (values.length < columns.header.length) return verdict(line, null, 'TOO_FEW_COLUMNS');

    const { row, findings } = readRow(line, values, columns, profile, ranks, asOf);
    const rejecting = findings.filter(({ code }) => rejectsTheRow(code));
    if (rejecting.length === 0) accepted.push(row);
    const told = rejecting.length === 0 ? findings : rejecting; // a rejected row carries only the codes that reject it
    for (const { column, code } of told) verdict(line, column, code);
  };

  return { refusal: null, staging: { add, finish: () => concludeStaging({ profile, ranks, asOf }, columns, accepted, verdicts, rows) } };
};

/** What only the whole file can tell: conflicting keys, shared posts and addresses, lines that lead nowhere or in a circle. */
const concludeStaging = (
  { profile, asOf }: StagingOptions, columns: FileColumns, read: readonly StagedRow[], found: readonly RowVerdict[], rows: number,
): StagedPeople => {
  const heading = (field: keyof FileColumns['at']): string | null => columns.header[columns.at[field] ?? -1] ?? null;
  const { accepted, rejectedLines } = refuseConflicts(read, profile);
  const conflicts = [...rejectedLines].map((line): RowVerdict => ({ line, column: heading(keyField(profile)), code: 'KEY_CONFLICT' }));
  const { reachable, sharedLines } = refuseSharedAddresses(accepted);
  const shared = sharedLines.map((line): RowVerdict => ({ line, column: heading('workEmail'), code: 'EMAIL_TWICE' }));
  const { posts, lineVerdicts } = stagePosts(reachable, profile, heading);

  const graph = graphFigures(organizationGraph([...posts.values()].map((post) => ({ ...post, postId: post.key }))));
  const units = new Set<string>();
  let holders = 0;
  for (const post of posts.values()) {
    if (post.unit !== null) units.add(post.unit);
    holders += post.holders.length;
  }

  const kept = found.filter(({ line }) => !rejectedLines.has(line));
  const place = new Map(columns.header.map((name, index) => [name, index]));
  const columnOf = ({ column }: RowVerdict): number => (column === null ? -1 : place.get(column) ?? -1);
  const verdicts = [...kept, ...conflicts, ...shared, ...lineVerdicts]
    .sort((one, other) => one.line - other.line || columnOf(one) - columnOf(other));
  return {
    profile, asOf, posts, verdicts,
    rejectedRows: new Set(verdicts.filter(({ code }) => rejectsTheRow(code)).map(({ line }) => line)).size,
    figures: {
      rows, posts: posts.size, holders, tops: graph.tops, depth: graph.depth, closure: graph.closure, units: units.size,
      belowAHole: graph.belowAHole.size,
    },
  };
};

/** Stages rows that are all at hand: a header and what follows it. */
export const stage = (
  header: readonly string[], rows: Iterable<FileRow>, options: StagingOptions,
): { refusal: FileRefusal } | { refusal: null; staged: StagedPeople } => {
  const opened = openStaging(header, options);
  if (opened.refusal) return opened;
  for (const row of rows) opened.staging.add(row);
  return { refusal: null, staged: opened.staging.finish() };
};
