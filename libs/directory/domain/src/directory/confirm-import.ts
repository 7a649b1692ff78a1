import { ImportApplied, ImportConfirmed, ImportDiscarded, ImportStaged, type DirectoryEvent, type OrganizationEvent } from '@vouchsafe/directory-contracts';
import { accept, reject, type Decision } from '@vouchsafe/decider';
import { addDays, type DataOf, type IsoDate } from '@vouchsafe/event-schema';
import type { ImportBook } from './directory.js';
import { valueAt } from './persistent-map.js';

/** More than a quarter of the holders would leave. Compared as integers: exactly a quarter passes. */
export const tooManyWouldLeave = ({ holdersBefore, leaving }: { holdersBefore: number; leaving: number }): boolean => leaving * 4 > holdersBefore;

export type StageImportRejection =
  | { reason: 'ImportIdIsTaken' }
  | { reason: 'ImportIsStale'; comparedWith: number; revision: number }
  | { reason: 'AnotherImportIsBeingRecorded'; importId: string };

/** Notes that a file was judged and compared. Nothing changes by it. */
export const stageImport = (
  staged: DataOf<typeof ImportStaged>, state: ImportBook,
): Decision<DirectoryEvent, StageImportRejection> => {
  if (valueAt(state.imports, staged.importId)) return reject({ reason: 'ImportIdIsTaken' });
  if (state.recording) return reject({ reason: 'AnotherImportIsBeingRecorded', importId: state.recording.importId });
  if (staged.comparedWith !== state.revision) {
    return reject({ reason: 'ImportIsStale', comparedWith: staged.comparedWith, revision: state.revision });
  }
  return accept(ImportStaged.of(staged));
};

export interface ConfirmImport {
  readonly importId: string;
  /** All or nothing: refuses where any row was rejected. */
  readonly strict: boolean;
  readonly acceptLeaversReason: string | null;
  /** The day on which it was staged. */
  readonly stagedOn: IsoDate;
  readonly today: IsoDate;
}

/** A file that nobody confirmed is kept so many days: it holds names. */
export const DAYS_TO_CONFIRM = 7;

export type ConfirmImportRejection =
  | { reason: 'ImportIsUnknown' }
  | { reason: 'ImportIsAlreadyConfirmed' }
  | { reason: 'ImportIsDiscarded' }
  | { reason: 'ImportHasExpired'; stagedOn: IsoDate }
  | { reason: 'ImportIsStale'; comparedWith: number; revision: number }
  | { reason: 'AnotherImportIsBeingRecorded'; importId: string }
  | { reason: 'FileIsOlderThanTheDirectory'; newest: IsoDate }
  | { reason: 'RowsWereRejected'; rows: number }
  | { reason: 'TooManyWouldLeave'; holdersBefore: number; leaving: number };

/** A staged import is confirmed once, and only against the directory that it was compared with. Its changes follow by `recordChanges`. */
export const confirmImport = (
  { importId, strict, acceptLeaversReason, stagedOn, today }: ConfirmImport, state: ImportBook,
): Decision<DirectoryEvent, ConfirmImportRejection> => {
  const staged = valueAt(state.imports, importId);
  if (!staged) return reject({ reason: 'ImportIsUnknown' });
  if (staged.status === 'confirmed') return reject({ reason: 'ImportIsAlreadyConfirmed' });
  if (staged.status === 'discarded') return reject({ reason: 'ImportIsDiscarded' });
  if (addDays(stagedOn, DAYS_TO_CONFIRM) < today) return reject({ reason: 'ImportHasExpired', stagedOn });
  const { asOf, comparedWith, changeCount, rejectedRows, leave } = staged;
  if (state.recording) return reject({ reason: 'AnotherImportIsBeingRecorded', importId: state.recording.importId });
  if (comparedWith !== state.revision) return reject({ reason: 'ImportIsStale', comparedWith, revision: state.revision });
  if (state.asOf !== null && asOf < state.asOf) return reject({ reason: 'FileIsOlderThanTheDirectory', newest: state.asOf });
  if (strict && rejectedRows > 0) return reject({ reason: 'RowsWereRejected', rows: rejectedRows });
  if (tooManyWouldLeave(leave) && acceptLeaversReason === null) return reject({ reason: 'TooManyWouldLeave', ...leave });

  const confirmed = ImportConfirmed.of({
    importId, asOf, changeCount, acceptLeaversReason: tooManyWouldLeave(leave) ? acceptLeaversReason : null,
  });
  return changeCount === 0 ? accept<DirectoryEvent>(confirmed, ImportApplied.of({ importId })) : accept<DirectoryEvent>(confirmed);
};

/**
 * The next changes of a confirmed import that the log does not hold yet: at most `size`, and `ImportApplied` after the last.
 * Called again after a crash it goes on where the log stops, whichever row that was.
 * @param changes all changes of the import, in the order in which they were staged
 */
export const recordChanges = (
  { importId, changes, size }: { importId: string; changes: readonly OrganizationEvent[]; size: number }, state: ImportBook,
): Decision<DirectoryEvent, { reason: 'ImportIsNotBeingRecorded' } | { reason: 'TheseAreNotItsChanges' }> => {
  if (state.recording?.importId !== importId) return reject({ reason: 'ImportIsNotBeingRecorded' });
  const { changeCount, recorded } = state.recording;
  if (changes.length !== changeCount) return reject({ reason: 'TheseAreNotItsChanges' });
  const next = changes.slice(recorded, recorded + size);
  return recorded + next.length === changeCount ? accept<DirectoryEvent>(...next, ImportApplied.of({ importId })) : accept<DirectoryEvent>(...next);
};

export const discardImport = (
  { importId }: { importId: string }, state: ImportBook,
): Decision<DirectoryEvent, { reason: 'ImportIsUnknown' } | { reason: 'ImportIsAlreadyConfirmed' } | { reason: 'ImportIsDiscarded' }> => {
  const staged = valueAt(state.imports, importId);
  if (!staged) return reject({ reason: 'ImportIsUnknown' });
  switch (staged.status) {
    case 'staged': return accept(ImportDiscarded.of({ importId }));
    case 'confirmed': return reject({ reason: 'ImportIsAlreadyConfirmed' });
    case 'discarded': return reject({ reason: 'ImportIsDiscarded' });
  }
};
