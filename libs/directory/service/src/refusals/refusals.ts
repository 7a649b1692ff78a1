import type {
  ChangeReportingLineRejection, ConfirmImportRejection, CorrectDirectoryFactRejection, DeactivatePersonRejection, FileRefusal, KeyMapRejection, ProfileRejection, StageImportRejection,
} from '@vouchsafe/directory-domain';
import { refusals } from '@vouchsafe/graphql';

/** A file that is refused as a whole, as a rejection like all others. */
type FileRejection = { [Name in FileRefusal['name']]: { reason: Name; message: string; line: number | null } }[FileRefusal['name']];

export const asRejection = ({ name, ...about }: FileRefusal): FileRejection => ({ reason: name, ...about });

/** Why a file is not staged. */
export type StagingRejection =
  | FileRejection | KeyMapRejection
  | Extract<StageImportRejection, { reason: 'AnotherImportIsBeingRecorded' }>
  | { reason: 'ProfileIsUnknown'; profile: string }
  | { reason: 'DayIsInTheFuture'; today: string };

export type SaveProfileRejection = ProfileRejection | { reason: 'ProfileIsBuiltIn'; profile: string };
type DirectoryRejection = StagingRejection | ConfirmImportRejection | SaveProfileRejection | ChangeReportingLineRejection | CorrectDirectoryFactRejection | DeactivatePersonRejection;

const ofFile = ({ message, line }: FileRejection): string => (line === null ? message : `Line ${line}: ${message}`);

/** Every reason for which the directory says no, in words for the person who asked. */
export const refusal = refusals<DirectoryRejection>({
  FileIsNotUtf8: ofFile,
  FileIsTooLarge: ofFile,
  FileHasNoHeader: ofFile,
  ColumnIsMissing: ofFile,
  ColumnIsTwice: ofFile,
  FileBreaksOffInsideQuotes: ofFile,
  RowIsTooLong: ofFile,
  KeyMapNamesAnUnknownPost: ({ key }) => `The key map renames "${key}", but the directory holds nothing under that key.`,
  KeyMapLeadsToNoRow: ({ key }) => `The key map leads to "${key}", but the file has no accepted row with that key.`,
  KeyMapIsAmbiguous: ({ key }) => `The key map leads to "${key}" twice, or that key still belongs to another.`,
  ProfileIsUnknown: ({ profile }) => `There is no mapping profile "${profile}". Built in are "organogram" and "hr".`,
  DayIsInTheFuture: ({ today }) => `That day has not come yet. Choose a day up to ${today}.`,
  PersonIsUnknown: () => 'There is nobody here under this id.',
  PostIsUnknown: () => 'The directory has no post under one of these ids.',
  LineWouldCloseACircle: () => 'The line would lead back to the post itself.',
  BeforeThePersonJoined: ({ joinedOn }) => `Somebody whom it concerns joined on ${joinedOn}. Choose that day or a later one.`,
  AnotherImportIsBeingRecorded: () => 'Another file is being taken over at this moment. Try again when it is done.',
  ImportIsUnknown: () => 'No file was staged under this id.',
  ImportIsAlreadyConfirmed: () => 'This file has been confirmed before.',
  ImportIsDiscarded: () => 'This file was discarded. Stage it again.',
  ImportHasExpired: ({ stagedOn }) => `This file was staged on ${stagedOn}. A file that nobody confirms is kept for seven days: stage it again.`,
  ImportIsStale: () => 'The directory has changed since this file was compared with it. Stage the file again, and look at what it would change now.',
  FileIsOlderThanTheDirectory: ({ newest }) => `The directory already holds a file of ${newest}. A file of an earlier day cannot be taken over after it.`,
  RowsWereRejected: ({ rows }) => `${rows} ${rows === 1 ? 'row is' : 'rows are'} rejected, and a strict import takes over all rows or none.`,
  TooManyWouldLeave: ({ holdersBefore, leaving }) =>
    `${leaving} of ${holdersBefore} holders would leave, more than a quarter. If that is true, give the reason; if posts were renumbered, give a key map.`,
  ProfileMapsAProtectedTrait: ({ column }) => `The column "${column}" names a protected trait. Such data are not taken over here.`,
  ProfileLacksARequiredField: ({ field }) => `The profile does not say which column is "${field}".`,
  ProfileMapsAColumnTwice: ({ column }) => `The column "${column}" stands for two fields. It can be one only.`,
  ProfileIsBuiltIn: ({ profile }) => `"${profile}" comes with the product. Choose another name.`,
});
