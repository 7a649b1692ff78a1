import type { IsoDate } from '@vouchsafe/event-schema';
import {
  isLanguage, isNoKey, isTimeZone, isTop, isVacant, readDate, readEmail, readList, readShare,
} from './cell-values.js';
import type { FileColumns } from './file-columns.js';
import type { GradeRanks } from './grade-ranks.js';
import { keyField, requiredFields, type MappingProfile, type PeopleField } from './mapping-profile.js';
import type { VerdictCode } from './row-verdict.js';

/** What identifies a person to other people. It goes to the identity card, never into an event. */
export interface PersonDetails {
  readonly employeeNumber: string;
  readonly name: string | null;
  /** Null also where the address is unusable or shared: such a person cannot sign in by it. */
  readonly workEmail: string | null;
  readonly site: string | null;
  readonly timeZone: string | null;
  readonly languages: readonly string[];
  /** In the employer's own words, such as `A`; null where the file says nothing. */
  readonly ratingBand: string | null;
}

/** One row, read and not rejected on its own account. */
export interface StagedRow {
  readonly line: number;
  readonly postKey: string;
  readonly grade: string;
  readonly rank: number | null;
  readonly title: string;
  readonly unit: string | null;
  readonly function: string | null;
  /** The key above (of a post, or in a file of people of a person), or null for a top. */
  readonly above: string | null;
  readonly dotted: readonly string[];
  readonly share: number | null;
  readonly isVacant: boolean;
  /** In a file of people: who, since when, and whether they are with the organization on the file's day. */
  readonly person: PersonDetails & { readonly joinedOn: IsoDate; readonly isPresent: boolean } | null;
}

/** A verdict before its line is attached. `column` counts from 0. */
export interface Finding {
  readonly column: number;
  readonly code: VerdictCode;
}

/** The key of a post that a file of people does not number: it is the post of that person. */
export const ownPostKey = (employeeNumber: string): string => `holder:${employeeNumber}`;

// Facts that reach an event have a limit there; a longer value is cut rather than lost.
const fact = (text: string, limit: number): string | null => text.slice(0, limit).trim() || null;

/** Reads one row with as many cells as the header. Every finding is kept, not only the first. */
export const readRow = (
  line: number, cells: readonly string[], columns: FileColumns, profile: MappingProfile, ranks: GradeRanks, asOf: IsoDate,
): { row: StagedRow; findings: Finding[] } => {
  const findings: Finding[] = [];
  const value = (field: PeopleField): string => {
    const at = columns.at[field];
    return at === undefined ? '' : cells[at] ?? '';
  };
  const note = (field: PeopleField, code: VerdictCode): void => void findings.push({ column: columns.at[field] ?? 0, code });
  const known = (field: PeopleField, isKnown: (text: string) => boolean, code: VerdictCode): string | null => {
    if (value(field) === '' || isKnown(value(field))) return value(field) || null;
    note(field, code);
    return null;
  };
  const key = value(keyField(profile));
  if (isNoKey(key)) note(keyField(profile), 'NO_KEY');

  const person = profile.rows === 'posts' ? null : readPerson();
  const grade = value('grade').slice(0, 100);
  const rank = Object.hasOwn(ranks, grade) ? ranks[grade]! : null;
  if (rank === null && !(profile.rows === 'people' && grade === '')) note('grade', 'UNKNOWN_GRADE');

  const share = readShare(value('fte'));
  if (share === null && columns.at.fte !== undefined) note('fte', value('fte') === '' ? 'NO_FTE' : 'BAD_FTE');
  const vacant = isVacant(value('jobTitle'));
  if (vacant) note('jobTitle', 'VACANT_POST');

  const broken = cells.findIndex((cell) => cell.includes('\uFFFD'));
  if (broken !== -1) findings.push({ column: broken, code: 'BROKEN_CHARACTER' });

  const above = value(profile.rows === 'posts' ? 'reportsTo' : 'managerId');
  return {
    row: {
      line,
      postKey: profile.rows === 'posts' || !isNoKey(value('postId')) ? value('postId') : ownPostKey(key),
      grade, rank,
      title: value('jobTitle'),
      unit: fact(value('unit'), 500),
      function: fact(value('function'), 500),
      above: isTop(above) ? null : above,
      dotted: readList(value('dottedManagerIds')).slice(0, 100),
      share, isVacant: vacant, person,
    },
    findings,
  };

  function readPerson(): StagedRow['person'] {
    if (profile.rows === 'posts') return null;
    const empty = requiredFields(profile).find((field) => field !== 'employeeId' && value(field) === '');
    if (empty) note(empty, 'NO_REQUIRED_VALUE');
    const [joinedOn, endsOn] = (['startDate', 'endDate'] as const).map((field) => readDate(value(field), profile.dateFormat));
    const bad = (['startDate', 'endDate'] as const).find((field) => value(field) !== '' && readDate(value(field), profile.dateFormat) === null);
    if (bad) note(bad, 'BAD_DATE');
    if (joinedOn && endsOn && endsOn < joinedOn) note('endDate', 'ENDS_BEFORE_START');
    const email = readEmail(value('workEmail'));
    if (email === null && value('workEmail') !== '') note('workEmail', 'BAD_EMAIL');
    const languages = readList(value('languages'));
    if (!languages.every(isLanguage)) note('languages', 'UNKNOWN_LANGUAGE');
    const hasLeft = (profile.leftStatuses ?? []).some((status) => status.toLowerCase() === value('status').toLowerCase());
    return {
      employeeNumber: key,
      name: fact(value('name'), 300),
      workEmail: email,
      site: fact(value('site'), 300),
      timeZone: known('timeZone', isTimeZone, 'UNKNOWN_TIME_ZONE'),
      languages: languages.filter(isLanguage),
      ratingBand: fact(value('ratingBand'), 50),
      joinedOn: joinedOn ?? asOf,
      isPresent: !hasLeft && (joinedOn ?? asOf) <= asOf && (endsOn === null || endsOn === undefined || asOf <= endsOn),
    };
  }
};
