/** What becomes of a row, a post or a line under each code. */
export const verdictEffects = {
  NO_KEY: 'row rejected',
  KEY_CONFLICT: 'row rejected',
  NO_REQUIRED_VALUE: 'row rejected',
  BAD_DATE: 'row rejected',
  ENDS_BEFORE_START: 'row rejected',
  TOO_MANY_COLUMNS: 'row rejected',
  TOO_FEW_COLUMNS: 'row rejected',
  SAME_ROW_TWICE: 'row ignored',
  DANGLING_LINE: 'line refused',
  LINE_IN_A_CIRCLE: 'line refused',
  SHARED_POST: 'noted',
  VACANT_POST: 'noted',
  UNKNOWN_GRADE: 'noted',
  NO_FTE: 'noted',
  BAD_FTE: 'noted',
  BROKEN_CHARACTER: 'noted',
  BAD_EMAIL: 'noted',
  EMAIL_TWICE: 'noted',
  UNKNOWN_TIME_ZONE: 'noted',
  UNKNOWN_LANGUAGE: 'noted',
} as const;

export type VerdictCode = keyof typeof verdictEffects;

/**
 * One finding about one row. It names the column by its heading and never the value.
 * `line` is the physical line of the row's first character, the header's first being 1; `column` is null where the whole row is meant.
 */
export interface RowVerdict {
  readonly line: number;
  readonly column: string | null;
  readonly code: VerdictCode;
}

export const rejectsTheRow = (code: VerdictCode): boolean => verdictEffects[code] === 'row rejected';
export const refusesALine = (code: VerdictCode): boolean => verdictEffects[code] === 'line refused';

/** How often each code was given; codes that were not are absent. */
export const countVerdicts = (verdicts: Iterable<RowVerdict>): Partial<Record<VerdictCode, number>> => {
  const counts: Partial<Record<VerdictCode, number>> = {};
  for (const { code } of verdicts) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
