import { basename } from 'node:path';
import type { Transaction } from '@vouchsafe/access';
import { tooManyWouldLeave, type RowVerdict } from '@vouchsafe/directory-domain';
import type { IsoDate, Position } from '@vouchsafe/event-schema';
import { findVerdicts, type Staged, type StagedImport } from './staged-import.js';

/** What became of a file, or would: the document that a person reads before confirming, and a script after. */
export interface ImportReview extends Figures {
  /** Null where the file was refused before it was staged. */
  readonly importId: string | null;
  readonly file: string;
  readonly profile: string;
  readonly asOf: IsoDate;
  readonly dryRun: boolean;
  /** REFUSED: the directory is as it was; `refusals` say why. */
  readonly state: 'STAGED' | 'CONFIRMED' | 'REFUSED';
  readonly verdicts: Readonly<Record<string, number>>;
  readonly changes: Staged['changes'];
  readonly leave: { readonly holdersBefore: number; readonly leaving: number; readonly share: number | null; readonly stoppedBy: 'TooManyWouldLeave' | null };
  /** Rows that are not taken over: where, and why; never what stood there. */
  readonly rejected: readonly RowVerdict[];
  /** Lines that are not taken over, of posts that are: their chain is unknown. */
  readonly refusedLines: readonly RowVerdict[];
  readonly refusals: readonly { readonly name: string; readonly message: string }[];
  /** What somebody should know before confirming. */
  readonly notes: readonly string[];
  readonly position: Position;
}

type Figures = Staged['figures'];
type Refusal = { readonly __typename: string; readonly message: string };

const noFigures: Figures = { rows: 0, posts: 0, holders: 0, tops: 0, depth: 0, closure: 0, units: 0, belowAHole: 0 };
const noChanges: Staged['changes'] = {
  postsOpened: 0, postsClosed: 0, postsKept: 0, postsRenumbered: 0, lineChanged: 0, levelChanged: 0, unitChanged: 0, functionChanged: 0,
  personsJoined: 0, personsLeft: 0, personsReturned: 0, personsMoved: 0,
};

/** A file's name as it is kept: without folders and control characters, at most 200 characters. */
export const shortFileName = (name: string): string => basename(name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '').slice(0, 200) || 'people.csv';

const named = ({ __typename: name, message }: Refusal) => ({ name, message });

/** The answer where a file was not even staged. */
export const refusedReview = (
  { fileName, profile, asOf, dryRun }: { fileName: string; profile: string; asOf: IsoDate; dryRun: boolean }, refusal: Refusal, position: Position,
): ImportReview => ({
  importId: null, file: shortFileName(fileName), profile, asOf, dryRun, state: 'REFUSED', ...noFigures, verdicts: {}, changes: noChanges,
  leave: { holdersBefore: 0, leaving: 0, share: null, stoppedBy: null }, rejected: [], refusedLines: [], refusals: [named(refusal)], notes: [], position,
});

export const goneByRejection = ({ rejectedRows, changes }: Staged): readonly string[] =>
  (rejectedRows > 0 && changes.personsLeft > 0
    ? ['A person or post whose only row is rejected counts as gone. Mend the rejected rows, or import with --strict to take over all rows or none.'] : []);

export const shareLeaving = ({ holdersBefore, leaving }: Staged['leave']): number | null => (holdersBefore === 0 ? null : Math.round((leaving / holdersBefore) * 10_000) / 10_000);

/** The review of a staged file. */
export const importReview = async (
  tx: Transaction, { importId, fileName, staged }: StagedImport,
  { dryRun, state, refusals, position }: { dryRun: boolean; state: ImportReview['state']; refusals: readonly Refusal[]; position: Position },
): Promise<ImportReview> => ({
  importId, file: fileName, profile: staged.profile.name, asOf: staged.asOf, dryRun, state, ...staged.figures, verdicts: staged.verdicts, changes: staged.changes,
  leave: { ...staged.leave, share: shareLeaving(staged.leave), stoppedBy: tooManyWouldLeave(staged.leave) ? 'TooManyWouldLeave' : null },
  rejected: await findVerdicts(tx, importId, 'row rejected'), refusedLines: await findVerdicts(tx, importId, 'line refused'),
  refusals: refusals.map(named), notes: goneByRejection(staged), position,
});
