import type { MappingProfile } from './mapping-profile.js';
import type { StagedRow } from './staged-row.js';

export const groupBy = (rows: readonly StagedRow[], key: (row: StagedRow) => string): Map<string, StagedRow[]> => {
  const groups = new Map<string, StagedRow[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
};

const sameLines = (one: StagedRow, other: StagedRow): boolean =>
  one.above === other.above && one.dotted.length === other.dotted.length && one.dotted.every((line) => other.dotted.includes(line));

const agree = (group: readonly StagedRow[]): boolean =>
  group.every((row) => row.grade === group[0]!.grade && sameLines(row, group[0]!));

/**
 * Rejects every row of a post that the file describes with two grades or two lines, since nothing says which is true. For the same reason
 * it rejects the rows of an employee number that stands in two different rows: one person cannot be two.
 */
export const refuseConflicts = (
  rows: readonly StagedRow[], { rows: kind }: Pick<MappingProfile, 'rows'>,
): { accepted: readonly StagedRow[]; rejectedLines: ReadonlySet<number> } => {
  const rejectedLines = new Set<number>();
  const rejectWhere = (from: readonly StagedRow[], key: (row: StagedRow) => string, conflicts: (group: StagedRow[]) => boolean): readonly StagedRow[] => {
    for (const group of groupBy(from, key).values()) {
      if (group.length > 1 && conflicts(group)) for (const { line } of group) rejectedLines.add(line);
    }
    return from.filter(({ line }) => !rejectedLines.has(line));
  };
  const persons = kind === 'people' ? rejectWhere(rows, (row) => row.person!.employeeNumber, () => true) : rows;
  return { accepted: rejectWhere(persons, (row) => row.postKey, (group) => !agree(group)), rejectedLines };
};

/** An address that several people share signs none of them in: nobody could tell who came. */
export const refuseSharedAddresses = (rows: readonly StagedRow[]): { reachable: readonly StagedRow[]; sharedLines: readonly number[] } => {
  const addressed = groupBy(rows.filter((row) => row.person?.workEmail), (row) => row.person!.workEmail!);
  const shared = (row: StagedRow): boolean => Boolean(row.person?.workEmail) && addressed.get(row.person!.workEmail!)!.length > 1;
  return {
    reachable: rows.map((row) => (shared(row) ? { ...row, person: { ...row.person!, workEmail: null } } : row)),
    sharedLines: rows.filter(shared).map(({ line }) => line),
  };
};
