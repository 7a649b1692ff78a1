// Made from the .graphql files by `npm run generate`. Edit those.

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, `2026-03-01`: no time, no zone. What happened in the world is dated in days. */
  Date: { input: string; output: string; }
  /** A moment in UTC, `2026-03-01T09:30:00.000Z`: when the ledger learned something. */
  Instant: { input: string; output: string; }
  /**
   * A place in an organization's log, as decimal digits in a string: `"1024"`. Every mutation answers the position it wrote;
   * hand it to a query as `after`, and the query waits until it can see your write.
   */
  Position: { input: string; output: string | number; }
};

/** The changes of another file are being recorded; until that is done nothing else may change the directory. */
export type AnotherImportIsBeingRecorded = Refusal & {
  readonly __typename: 'AnotherImportIsBeingRecorded';
  readonly message: Scalars['String']['output'];
};

/** The day lies before somebody joined. */
export type BeforeThePersonJoined = Refusal & {
  readonly __typename: 'BeforeThePersonJoined';
  readonly message: Scalars['String']['output'];
};

/** The reporting line above a person on one day. */
export type Chain = {
  readonly __typename?: 'Chain';
  /** Whose chain. */
  readonly personId: Scalars['ID']['output'];
  /** The day that was asked for. */
  readonly asOf: Scalars['Date']['output'];
  /** False where a line was refused: there may be more above than is shown. */
  readonly isKnown: Scalars['Boolean']['output'];
  /** Nearest first. */
  readonly above: ChainConnection;
};


/** The reporting line above a person on one day. */
export type ChainAboveArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of the chain. */
export type ChainConnection = {
  readonly __typename?: 'ChainConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<ChainEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type ChainEdge = {
  readonly __typename?: 'ChainEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: ChainLink;
};

/** A post above, at its shortest distance. */
export type ChainLink = {
  readonly __typename?: 'ChainLink';
  /** 1 is the post directly above. */
  readonly steps: Scalars['Int']['output'];
  /** Id of the post. */
  readonly postId: Scalars['ID']['output'];
  /** As the employer calls the post today. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Who holds the post on that day. */
  readonly holders: ReadonlyArray<Person>;
};

/** What `changeReportingLine` takes. */
export type ChangeReportingLineInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the post. */
  readonly postId: Scalars['ID']['input'];
  /** The post above; left out for a top post. */
  readonly reportsTo?: InputMaybe<Scalars['ID']['input']>;
  /** Further posts reported to, at most 100. They count as chain. */
  readonly dottedTo?: ReadonlyArray<Scalars['ID']['input']>;
  /** The day from which it holds; it may lie in the past, but not before the holder of the post joined. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `changeReportingLine` answers: first the success, then each rule that may stand in its way. */
export type ChangeReportingLineResult = ReportingLineChanged | PostIsUnknown | LineWouldCloseACircle | BeforeThePersonJoined | DayIsInTheFuture | AnotherImportIsBeingRecorded;

/** One column of a file, and what it means. */
export type ColumnInput = {
  /** What it means. */
  readonly field: PeopleField;
  /** Its heading in the file. Case, spaces and punctuation make no difference. */
  readonly heading: Scalars['String']['input'];
};

/** A column that the profile needs is not there. */
export type ColumnIsMissing = Refusal & {
  readonly __typename: 'ColumnIsMissing';
  readonly message: Scalars['String']['output'];
};

/** Two columns bear one heading. */
export type ColumnIsTwice = Refusal & {
  readonly __typename: 'ColumnIsTwice';
  readonly message: Scalars['String']['output'];
};

/** What `confirmPeopleImport` takes. */
export type ConfirmPeopleImportInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the staged file. */
  readonly importId: Scalars['ID']['input'];
  /** All rows or none. */
  readonly strict?: Scalars['Boolean']['input'];
  /** Why so many leave at once: needed where it is more than a quarter. At most 500 characters. */
  readonly acceptLeaversReason?: InputMaybe<Scalars['String']['input']>;
};

/** What `confirmPeopleImport` answers: first the success, then each rule that may stand in its way. */
export type ConfirmPeopleImportResult = PeopleImportConfirmed | ImportIsUnknown | ImportIsAlreadyConfirmed | ImportIsDiscarded | ImportHasExpired | ImportIsStale | AnotherImportIsBeingRecorded | FileIsOlderThanTheDirectory | RowsWereRejected | TooManyWouldLeave;

/** What `correctDirectoryFact` takes. */
export type CorrectDirectoryFactInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the post. */
  readonly postId: Scalars['ID']['input'];
  /** Which fact, and how it should read. */
  readonly fact: CorrectedFactInput;
  /** Why: at most 280 characters. */
  readonly reason: Scalars['String']['input'];
  /** The day from which it holds; it may lie in the past, but not before the holder of the post joined. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `correctDirectoryFact` answers: first the success, then each rule that may stand in its way. */
export type CorrectDirectoryFactResult = DirectoryFactCorrected | PostIsUnknown | BeforeThePersonJoined | DayIsInTheFuture | AnotherImportIsBeingRecorded;

/** What was believed wrongly, as it should read. */
export type CorrectedFactInput =
  /** As files spell it. Your table of grades gives its rank. */
  { readonly grade: Scalars['String']['input']; readonly unit?: never; readonly function?: never; }
  |  /** The unit's name. */
  { readonly grade?: never; readonly unit: Scalars['String']['input']; readonly function?: never; }
  |  /** The function's name. */
  { readonly grade?: never; readonly unit?: never; readonly function: Scalars['String']['input']; };

/** How a file writes a day. */
export type DateFormat =
  /** 2026-03-31 */
  | 'YEAR_MONTH_DAY'
  /** 31/03/2026 */
  | 'DAY_MONTH_YEAR_SLASHED'
  /** 03/31/2026 */
  | 'MONTH_DAY_YEAR_SLASHED'
  /** 31.03.2026 */
  | 'DAY_MONTH_YEAR_DOTTED';

/** The day lies in the future. */
export type DayIsInTheFuture = Refusal & {
  readonly __typename: 'DayIsInTheFuture';
  readonly message: Scalars['String']['output'];
};

/** What `deactivatePerson` takes. */
export type DeactivatePersonInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Whose access ends. */
  readonly personId: Scalars['ID']['input'];
  /** The day on which access ended; it may lie in the past, but not before they joined. Today if left out. */
  readonly occurredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What `deactivatePerson` answers: first the success, then each rule that may stand in its way. */
export type DeactivatePersonResult = PersonDeactivated | PersonIsUnknown | BeforeThePersonJoined | DayIsInTheFuture | AnotherImportIsBeingRecorded;

/** The people of your organization. */
export type Directory = {
  readonly __typename?: 'Directory';
  /** Those who are with the organization today, by id; with a prefix, those whose name begins so, by name. */
  readonly people: PersonConnection;
};


/** The people of your organization. */
export type DirectoryPeopleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  namePrefix?: InputMaybe<Scalars['String']['input']>;
};

/** Believed from now on. */
export type DirectoryFactCorrected = {
  readonly __typename: 'DirectoryFactCorrected';
  /** Id of the post. */
  readonly postId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** What whoever keeps the directory works with. */
export type DirectoryUpkeep = {
  readonly __typename?: 'DirectoryUpkeep';
  /** Staged files, the newest first. */
  readonly imports: ImportReviewConnection;
  /** The grades that files are ranked by, lowest first: yours, or those that come with the product. */
  readonly gradeRanks: ReadonlyArray<GradeRank>;
  /** The newest version of every saved profile, by name. `organogram` and `hr` come with the product and are not listed. */
  readonly mappingProfiles: MappingProfileConnection;
};


/** What whoever keeps the directory works with. */
export type DirectoryUpkeepImportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What whoever keeps the directory works with. */
export type DirectoryUpkeepMappingProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What `discardPeopleImport` takes. */
export type DiscardPeopleImportInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the staged file. */
  readonly importId: Scalars['ID']['input'];
};

/** What `discardPeopleImport` answers: first the success, then each rule that may stand in its way. */
export type DiscardPeopleImportResult = PeopleImportDiscarded | ImportIsUnknown | ImportIsAlreadyConfirmed | ImportIsDiscarded;

/** The file ends inside a quoted value: a part of it is missing. */
export type FileBreaksOffInsideQuotes = Refusal & {
  readonly __typename: 'FileBreaksOffInsideQuotes';
  readonly message: Scalars['String']['output'];
};

/** The first row holds none of the headings that the profile names. */
export type FileHasNoHeader = Refusal & {
  readonly __typename: 'FileHasNoHeader';
  readonly message: Scalars['String']['output'];
};

/** The file is not UTF-8 text. */
export type FileIsNotUtf8 = Refusal & {
  readonly __typename: 'FileIsNotUtf8';
  readonly message: Scalars['String']['output'];
};

/** The directory already holds a file of a later day. */
export type FileIsOlderThanTheDirectory = Refusal & {
  readonly __typename: 'FileIsOlderThanTheDirectory';
  readonly message: Scalars['String']['output'];
};

/** The file is larger than can be taken. */
export type FileIsTooLarge = Refusal & {
  readonly __typename: 'FileIsTooLarge';
  readonly message: Scalars['String']['output'];
};

/** A grade as files write it, and its place among the levels. */
export type GradeRank = {
  readonly __typename?: 'GradeRank';
  /** As files spell it. */
  readonly grade: Scalars['String']['output'];
  /** In tenths of a level: a gap of two levels is 20. */
  readonly rank: Scalars['Int']['output'];
};

/** A grade and its place among the levels. */
export type GradeRankInput = {
  /** As files spell it. */
  readonly grade: Scalars['String']['input'];
  /** In tenths of a level: a gap of two levels is 20. */
  readonly rank: Scalars['Int']['input'];
};

/** They count from now on. */
export type GradeRanksSet = {
  readonly __typename: 'GradeRanksSet';
  /** The table as it stands now, lowest first. */
  readonly grades: ReadonlyArray<GradeRank>;
  /** The head of the log: the table stands beside it. */
  readonly position: Scalars['Position']['output'];
};

/** What confirming the file changes, counted by kind of change. */
export type ImportChanges = {
  readonly __typename?: 'ImportChanges';
  /** New posts. */
  readonly postsOpened: Scalars['Int']['output'];
  /** Posts that are gone. */
  readonly postsClosed: Scalars['Int']['output'];
  /** Posts that were there and are. */
  readonly postsKept: Scalars['Int']['output'];
  /** Posts under a new number. */
  readonly postsRenumbered: Scalars['Int']['output'];
  /** Kept posts that report elsewhere. */
  readonly lineChanged: Scalars['Int']['output'];
  /** Kept posts of another level. */
  readonly levelChanged: Scalars['Int']['output'];
  /** Kept posts in another unit. */
  readonly unitChanged: Scalars['Int']['output'];
  /** Kept posts of another function. */
  readonly functionChanged: Scalars['Int']['output'];
  /** People who were not known before. */
  readonly personsJoined: Scalars['Int']['output'];
  /** People who are not there any more. */
  readonly personsLeft: Scalars['Int']['output'];
  /** People who had left and are back. */
  readonly personsReturned: Scalars['Int']['output'];
  /** People who hold another post. */
  readonly personsMoved: Scalars['Int']['output'];
};

/** What the file holds, counted: its rows, and the organization that they make. */
export type ImportFigures = {
  readonly __typename?: 'ImportFigures';
  /** Rows of the file, the header not counted. */
  readonly rows: Scalars['Int']['output'];
  /** Posts that the accepted rows make. */
  readonly posts: Scalars['Int']['output'];
  /** Places that are held: one for each post and holder of it. */
  readonly holders: Scalars['Int']['output'];
  /** Posts that report to none. */
  readonly tops: Scalars['Int']['output'];
  /** The longest way to a top, in steps. */
  readonly depth: Scalars['Int']['output'];
  /** Pairs of posts of which one stands above the other, at any distance. */
  readonly closure: Scalars['Float']['output'];
  /** Units that posts belong to. */
  readonly units: Scalars['Int']['output'];
  /** Posts whose chain is unknown, because a line of theirs or above them was refused. */
  readonly belowAHole: Scalars['Int']['output'];
};

/** The file was staged more than seven days ago; what was kept of it is deleted. */
export type ImportHasExpired = Refusal & {
  readonly __typename: 'ImportHasExpired';
  readonly message: Scalars['String']['output'];
};

/** The file has been confirmed before. */
export type ImportIsAlreadyConfirmed = Refusal & {
  readonly __typename: 'ImportIsAlreadyConfirmed';
  readonly message: Scalars['String']['output'];
};

/** The file was discarded. */
export type ImportIsDiscarded = Refusal & {
  readonly __typename: 'ImportIsDiscarded';
  readonly message: Scalars['String']['output'];
};

/** The directory has changed since the file was compared with it. */
export type ImportIsStale = Refusal & {
  readonly __typename: 'ImportIsStale';
  readonly message: Scalars['String']['output'];
};

/** No file was staged under this id. */
export type ImportIsUnknown = Refusal & {
  readonly __typename: 'ImportIsUnknown';
  readonly message: Scalars['String']['output'];
};

/** How many of those who hold a post today the file would end: the sign of a file that is not whole. */
export type ImportLeave = {
  readonly __typename?: 'ImportLeave';
  /** Those who hold a post today. */
  readonly holdersBefore: Scalars['Int']['output'];
  /** Of those, how many the file ends. */
  readonly leaving: Scalars['Int']['output'];
  /** Of the holders before, in [0, 1]; null where there were none. */
  readonly share?: Maybe<Scalars['Float']['output']>;
  /** Whether it takes a named reason to confirm it. */
  readonly needsAReason: Scalars['Boolean']['output'];
};

/** A reason why a file cannot be confirmed as it is: the rule's name, and a sentence. */
export type ImportRefusal = {
  readonly __typename?: 'ImportRefusal';
  /** Of the rule, as the refusal's type is called. */
  readonly name: Scalars['String']['output'];
  /** The rule in words. */
  readonly message: Scalars['String']['output'];
};

/** One staged file: what it would change, row by row and in numbers, before anything is. */
export type ImportReview = {
  readonly __typename?: 'ImportReview';
  /** Id of the staged file. */
  readonly importId: Scalars['ID']['output'];
  /** How far it is. */
  readonly state: ImportState;
  /** As it was called; null where it had no name. */
  readonly file?: Maybe<Scalars['String']['output']>;
  /** The mapping profile that it was read with. */
  readonly profile: Scalars['String']['output'];
  /** Of the profile, as it was then. */
  readonly profileVersion: Scalars['Int']['output'];
  /** The day that the file describes. */
  readonly asOf: Scalars['Date']['output'];
  /** When it was read. */
  readonly stagedAt: Scalars['Instant']['output'];
  /** When it was taken over; null where it was not. */
  readonly confirmedAt?: Maybe<Scalars['Instant']['output']>;
  /** Why so many left at once; null where nothing asked for it. */
  readonly acceptLeaversReason?: Maybe<Scalars['String']['output']>;
  /** What the file holds, counted. */
  readonly figures: ImportFigures;
  /** How many rows carry each verdict. */
  readonly verdicts: ReadonlyArray<VerdictCount>;
  /** What it changes, counted. */
  readonly changes: ImportChanges;
  /** Who would leave. */
  readonly leave: ImportLeave;
  /** What somebody should know before confirming. */
  readonly notes: ReadonlyArray<Scalars['String']['output']>;
  /** Rows that are not taken over: where, and why; never what stood there. */
  readonly rejectedRows: RowVerdictConnection;
  /** Lines that are not taken over, of posts that are. */
  readonly refusedLines: RowVerdictConnection;
};


/** One staged file: what it would change, row by row and in numbers, before anything is. */
export type ImportReviewRejectedRowsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** One staged file: what it would change, row by row and in numbers, before anything is. */
export type ImportReviewRefusedLinesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of staged files. */
export type ImportReviewConnection = {
  readonly __typename?: 'ImportReviewConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<ImportReviewEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type ImportReviewEdge = {
  readonly __typename?: 'ImportReviewEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: ImportReview;
};

/** How far a staged file is. */
export type ImportState =
  /** Judged and compared; nothing has changed. */
  | 'STAGED'
  /** Confirmed; its changes are being recorded. */
  | 'RECORDING'
  | 'APPLIED'
  | 'DISCARDED';

/** The key map gives two the same key. */
export type KeyMapIsAmbiguous = Refusal & {
  readonly __typename: 'KeyMapIsAmbiguous';
  readonly message: Scalars['String']['output'];
};

/** The key map leads to a key that no accepted row has. */
export type KeyMapLeadsToNoRow = Refusal & {
  readonly __typename: 'KeyMapLeadsToNoRow';
  readonly message: Scalars['String']['output'];
};

/** The key map renames what the directory does not hold. */
export type KeyMapNamesAnUnknownPost = Refusal & {
  readonly __typename: 'KeyMapNamesAnUnknownPost';
  readonly message: Scalars['String']['output'];
};

/** A key of the last file, and what this one calls it. */
export type KeyRenameInput = {
  /** The key in the last file. */
  readonly from: Scalars['String']['input'];
  /** The key in this one. */
  readonly to: Scalars['String']['input'];
};

/** The line leads back to the post itself. */
export type LineWouldCloseACircle = Refusal & {
  readonly __typename: 'LineWouldCloseACircle';
  readonly message: Scalars['String']['output'];
};

/** One field of ours, and the heading under which a file has it. */
export type MappedColumn = {
  readonly __typename?: 'MappedColumn';
  /** What it means. */
  readonly field: PeopleField;
  /** Its heading in the file. */
  readonly heading: Scalars['String']['output'];
};

/** How the columns of one kind of file are read, kept under a name and a version. */
export type MappingProfile = {
  readonly __typename?: 'MappingProfile';
  /** By which imports name it. */
  readonly name: Scalars['String']['output'];
  /** The newest. */
  readonly version: Scalars['Int']['output'];
  /** What one row is. */
  readonly rows: ProfileRows;
  /** The columns that are read. */
  readonly columns: ReadonlyArray<MappedColumn>;
  /** When this version was saved. */
  readonly savedAt: Scalars['Instant']['output'];
};

/** A page of mapping profiles. */
export type MappingProfileConnection = {
  readonly __typename?: 'MappingProfileConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<MappingProfileEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type MappingProfileEdge = {
  readonly __typename?: 'MappingProfileEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: MappingProfile;
};

/** Imports may name it from now on. */
export type MappingProfileSaved = {
  readonly __typename: 'MappingProfileSaved';
  /** By which imports name it. */
  readonly name: Scalars['String']['output'];
  /** One more than the version before. */
  readonly version: Scalars['Int']['output'];
  /** The head of the log: profiles stand beside it. */
  readonly position: Scalars['Position']['output'];
};

/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Draws the lines of a post anew, from a day on. The next file that names the post draws them as it says. */
  readonly changeReportingLine: ChangeReportingLineResult;
  /** Corrects what is believed of a post, from a day on, whatever was believed of later days. Nobody rises or moves by it, and what was believed before stays on record. */
  readonly correctDirectoryFact: CorrectDirectoryFactResult;
  /** Ends somebody's access. Their post, lines and history stay, until a file says that they have left; it is not erasure. A file that goes on naming them does not let them in. */
  readonly deactivatePerson: DeactivatePersonResult;
  /** Sets your table of grades, whole. It counts for files staged from now on. */
  readonly setGradeRanks: SetGradeRanksResult;
  /**
   * Reads and judges a small file of people, given as text, and says what taking it over would change. Nothing changes yet: confirm or discard it by its id.
   * A larger file, up to 100 MB, goes to `POST /people-files`.
   */
  readonly stagePeopleImport: StagePeopleImportResult;
  /** Takes over a staged file. It is confirmed once, and only against the directory that it was compared with. */
  readonly confirmPeopleImport: ConfirmPeopleImportResult;
  /** Lets go of a staged file. What was kept of it is deleted. */
  readonly discardPeopleImport: DiscardPeopleImportResult;
  /** Saves how the columns of a file are to be understood. Each saving is a new version; an import names the one it was read with. */
  readonly saveMappingProfile: SaveMappingProfileResult;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationChangeReportingLineArgs = {
  input: ChangeReportingLineInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationCorrectDirectoryFactArgs = {
  input: CorrectDirectoryFactInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDeactivatePersonArgs = {
  input: DeactivatePersonInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationSetGradeRanksArgs = {
  input: SetGradeRanksInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationStagePeopleImportArgs = {
  input: StagePeopleImportInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationConfirmPeopleImportArgs = {
  input: ConfirmPeopleImportInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDiscardPeopleImportArgs = {
  input: DiscardPeopleImportInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationSaveMappingProfileArgs = {
  input: SaveMappingProfileInput;
};

/** One change of a post or a person, with what was before and what is now. */
export type OrgChange = {
  readonly __typename?: 'OrgChange';
  /** What kind of change it was. */
  readonly kind: OrgChangeKind;
  /** The post that is meant; null where it is a person. */
  readonly postId?: Maybe<Scalars['ID']['output']>;
  /** What the post is called today. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** The person that is meant; null where it is a post. */
  readonly person?: Maybe<Person>;
  /** What it was: a grade, a unit, a function, or the id of the post above. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** What it is, in the same form. */
  readonly now?: Maybe<Scalars['String']['output']>;
};

/** A page of changes. */
export type OrgChangeConnection = {
  readonly __typename?: 'OrgChangeConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<OrgChangeEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type OrgChangeEdge = {
  readonly __typename?: 'OrgChangeEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: OrgChange;
};

/** What kind of change it was. */
export type OrgChangeKind =
  | 'FUNCTION_CHANGED'
  | 'LEVEL_CHANGED'
  | 'LINE_CHANGED'
  | 'PERSON_JOINED'
  | 'PERSON_LEFT'
  | 'POST_CLOSED'
  | 'POST_OPENED'
  | 'UNIT_CHANGED';

/** What changed in the organization between two days. */
export type OrgChanges = {
  readonly __typename?: 'OrgChanges';
  /** The earlier day. */
  readonly from: Scalars['Date']['output'];
  /** The later day. */
  readonly to: Scalars['Date']['output'];
  /** By kind, then by post or person. */
  readonly changes: OrgChangeConnection;
};


/** What changed in the organization between two days. */
export type OrgChangesChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What the graph is like as a whole. */
export type OrgFigures = {
  readonly __typename?: 'OrgFigures';
  /** Places in the organization. */
  readonly posts: Scalars['Int']['output'];
  /** Places that are held: one for each post and holder of it. */
  readonly holders: Scalars['Int']['output'];
  /** Posts that report to none. */
  readonly tops: Scalars['Int']['output'];
  /** The longest way to a top, in steps. */
  readonly depth: Scalars['Int']['output'];
  /** Pairs of posts of which one stands above the other, at any distance. */
  readonly closure: Scalars['Float']['output'];
  /** Units that posts belong to. */
  readonly units: Scalars['Int']['output'];
  /** Posts whose chain is unknown, because a line of theirs or above them was refused. */
  readonly belowAHole: Scalars['Int']['output'];
};

/** The organization on one day: its posts, their holders, and who reports to whom. */
export type OrgGraph = {
  readonly __typename?: 'OrgGraph';
  /** The day that was asked for. */
  readonly asOf: Scalars['Date']['output'];
  /** The posts, by id. */
  readonly posts: OrgPostConnection;
  /** What the graph is like as a whole. */
  readonly figures: OrgFigures;
};


/** The organization on one day: its posts, their holders, and who reports to whom. */
export type OrgGraphPostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A place in the organization, held by one person, by several, or by nobody. */
export type OrgPost = {
  readonly __typename?: 'OrgPost';
  /** Id of the post. */
  readonly postId: Scalars['ID']['output'];
  /** As the employer calls it today. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Null where the file names none. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** Null where the file names none. */
  readonly function?: Maybe<Scalars['String']['output']>;
  /** As the employer writes it. */
  readonly grade: Scalars['String']['output'];
  /** In tenths of a level: a gap of two levels is 20. Null for a grade that your table of grades lacks. */
  readonly level?: Maybe<Scalars['Int']['output']>;
  /** The post above; null for a top post, and where the line is not known. */
  readonly reportsTo?: Maybe<Scalars['ID']['output']>;
  /** Further posts reported to. */
  readonly dottedTo: ReadonlyArray<Scalars['ID']['output']>;
  /** False where a line was refused: the chain above is then unknown, not absent. */
  readonly lineKnown: Scalars['Boolean']['output'];
  /** Who holds it on that day. */
  readonly holders: ReadonlyArray<Person>;
};

/** A page of posts. */
export type OrgPostConnection = {
  readonly __typename?: 'OrgPostConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<OrgPostEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type OrgPostEdge = {
  readonly __typename?: 'OrgPostEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: OrgPost;
};

/** Where a page of a connection ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more behind `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Hand it back as `after` to get the next page. Opaque; it serves one organization and one list only. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** What a column can mean. There is no field for a protected trait, and none can be mapped under another's name. */
export type PeopleField =
  | 'employeeId'
  | 'postId'
  | 'name'
  | 'workEmail'
  | 'jobTitle'
  | 'grade'
  | 'function'
  | 'unit'
  | 'managerId'
  | 'reportsTo'
  | 'dottedManagerIds'
  | 'site'
  | 'timeZone'
  | 'languages'
  | 'startDate'
  | 'endDate'
  | 'status'
  | 'fte'
  /** What HR last said of a person's work, in your own bands. It answers rules of programmes, and is shown to nobody. */
  | 'ratingBand';

/** Taken over. */
export type PeopleImportConfirmed = {
  readonly __typename: 'PeopleImportConfirmed';
  /** Id of the staged file. */
  readonly importId: Scalars['ID']['output'];
  /** Whether every change has been recorded. A large file takes a while; `importReview` tells when it is done. */
  readonly isApplied: Scalars['Boolean']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Let go of. */
export type PeopleImportDiscarded = {
  readonly __typename: 'PeopleImportDiscarded';
  /** Id of the staged file. */
  readonly importId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Judged and compared. Nothing has changed yet. */
export type PeopleImportStaged = {
  readonly __typename: 'PeopleImportStaged';
  /** Id of the staged file. */
  readonly importId: Scalars['ID']['output'];
  /** What stands in the way of confirming it as it is. */
  readonly refusals: ReadonlyArray<ImportRefusal>;
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** The basics that everyone in an organization knows of everyone: name, post, place. Never a trait, never an address. */
export type Person = {
  readonly __typename?: 'Person';
  /** Says nothing by itself, and never changes. */
  readonly personId: Scalars['ID']['output'];
  /** Null where the employer's file names nobody. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Of the post held today. */
  readonly jobTitle?: Maybe<Scalars['String']['output']>;
  /** Of the post held today; of several, the one that takes most of the week. */
  readonly postId?: Maybe<Scalars['ID']['output']>;
  /** Of the post held today, as the employer writes it. */
  readonly grade?: Maybe<Scalars['String']['output']>;
  /** In tenths of a level: a gap of two levels is 20. Null if unknown. */
  readonly level?: Maybe<Scalars['Int']['output']>;
  /** Of the post held today. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** Of the post held today. */
  readonly function?: Maybe<Scalars['String']['output']>;
  /** The day on which they first joined. */
  readonly joinedOn?: Maybe<Scalars['Date']['output']>;
  /** Whether the person is with the organization today; null if the directory does not know them. */
  readonly isPresent?: Maybe<Scalars['Boolean']['output']>;
};

/** A page of people. */
export type PersonConnection = {
  readonly __typename?: 'PersonConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<PersonEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** They cannot sign in any more. */
export type PersonDeactivated = {
  readonly __typename: 'PersonDeactivated';
  /** Whose access ended. */
  readonly personId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** One entry of such a page, and its place in the list. */
export type PersonEdge = {
  readonly __typename?: 'PersonEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Person;
};

/** Nobody who is here has this id. */
export type PersonIsUnknown = Refusal & {
  readonly __typename: 'PersonIsUnknown';
  readonly message: Scalars['String']['output'];
};

/** The directory has no post under one of these ids. */
export type PostIsUnknown = Refusal & {
  readonly __typename: 'PostIsUnknown';
  readonly message: Scalars['String']['output'];
};

/** The name belongs to a profile that comes with the product. */
export type ProfileIsBuiltIn = Refusal & {
  readonly __typename: 'ProfileIsBuiltIn';
  readonly message: Scalars['String']['output'];
};

/** No mapping profile has this name. */
export type ProfileIsUnknown = Refusal & {
  readonly __typename: 'ProfileIsUnknown';
  readonly message: Scalars['String']['output'];
};

/** The profile does not say where a required field stands. */
export type ProfileLacksARequiredField = Refusal & {
  readonly __typename: 'ProfileLacksARequiredField';
  readonly message: Scalars['String']['output'];
};

/** The profile gives one column two meanings. */
export type ProfileMapsAColumnTwice = Refusal & {
  readonly __typename: 'ProfileMapsAColumnTwice';
  readonly message: Scalars['String']['output'];
};

/** The profile maps a column that names a protected trait. */
export type ProfileMapsAProtectedTrait = Refusal & {
  readonly __typename: 'ProfileMapsAProtectedTrait';
  readonly message: Scalars['String']['output'];
};

/** What one row of a file is: a post whose holder is not named, or a person in a post. */
export type ProfileRows =
  | 'POSTS'
  | 'PEOPLE';

/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** Who stands above a person on a day, as known at an instant. Null if the person holds no post then. */
  readonly chain?: Maybe<Chain>;
  /** A staged file: what it says, what it would change or has changed. Null if there is none under this id. */
  readonly importReview?: Maybe<ImportReview>;
  /** What the directory is made from: files, profiles, grades. */
  readonly directoryUpkeep: DirectoryUpkeep;
  /** What became different between two days, as known at an instant: the days compared, not the steps between them. */
  readonly orgChanges: OrgChanges;
  /**
   * The organization's posts, lines and holders on a day, as they were known at an instant. Both are now if left out; with an instant of the past the same
   * question gives the same answer for ever.
   */
  readonly orgGraph: OrgGraph;
  /** A person of your organization. Null if there is none under this id. */
  readonly person?: Maybe<Person>;
  /** The people of your organization. */
  readonly directory: Directory;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryChainArgs = {
  personId: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  asKnownAt?: InputMaybe<Scalars['Instant']['input']>;
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryImportReviewArgs = {
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryDirectoryUpkeepArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryOrgChangesArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  asKnownAt?: InputMaybe<Scalars['Instant']['input']>;
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryOrgGraphArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  asKnownAt?: InputMaybe<Scalars['Instant']['input']>;
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryDirectoryArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};

/**
 * The business said no. Every refusal is a type of its own and a member of the mutation's result; each has a sentence to show,
 * also to a client that is older than the refusal.
 */
export type Refusal = {
  /** What rule stands in the way, in words for the person who asked. */
  readonly message: Scalars['String']['output'];
};

/** The post reports as it was said, from that day on. */
export type ReportingLineChanged = {
  readonly __typename: 'ReportingLineChanged';
  /** Id of the post. */
  readonly postId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** A row is so long that a quote was probably left open. */
export type RowIsTooLong = Refusal & {
  readonly __typename: 'RowIsTooLong';
  readonly message: Scalars['String']['output'];
};

/** What was found about one row. Never holds a value of it. */
export type RowVerdict = {
  readonly __typename?: 'RowVerdict';
  /** The physical line of the row's first character; the header's is 1. */
  readonly line: Scalars['Int']['output'];
  /** The heading of the column that is meant; null where it is the row. */
  readonly column?: Maybe<Scalars['String']['output']>;
  /** Of the verdict, such as `NO_KEY`. */
  readonly code: Scalars['String']['output'];
};

/** A page of verdicts on rows. */
export type RowVerdictConnection = {
  readonly __typename?: 'RowVerdictConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<RowVerdictEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type RowVerdictEdge = {
  readonly __typename?: 'RowVerdictEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: RowVerdict;
};

/** Rows were rejected, and all or none were asked for. */
export type RowsWereRejected = Refusal & {
  readonly __typename: 'RowsWereRejected';
  readonly message: Scalars['String']['output'];
};

/** What `saveMappingProfile` takes. */
export type SaveMappingProfileInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** By which imports name it. */
  readonly name: Scalars['String']['input'];
  /** What one row is. */
  readonly rows: ProfileRows;
  /** The columns that are read; all others are passed over. */
  readonly columns: ReadonlyArray<ColumnInput>;
  /** In a file of people: how days are written. */
  readonly dateFormat?: DateFormat;
  /** In a file of people: words in the status column that mean the person is not with the organization. */
  readonly leftStatuses?: ReadonlyArray<Scalars['String']['input']>;
};

/** What `saveMappingProfile` answers: first the success, then each rule that may stand in its way. */
export type SaveMappingProfileResult = MappingProfileSaved | ProfileMapsAProtectedTrait | ProfileLacksARequiredField | ProfileMapsAColumnTwice | ProfileIsBuiltIn;

/** What `setGradeRanks` takes. */
export type SetGradeRanksInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** At most 500. None at all brings back the table that comes with the product. */
  readonly grades: ReadonlyArray<GradeRankInput>;
};

/** What `setGradeRanks` answers: first the success, then each rule that may stand in its way. */
export type SetGradeRanksResult = GradeRanksSet;

/** What `stagePeopleImport` takes. */
export type StagePeopleImportInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** The file itself: at most 64,000 bytes, UTF-8, with a header row; comma, semicolon or tab. */
  readonly csv: Scalars['String']['input'];
  /** For whoever reviews it; it is not read. */
  readonly fileName: Scalars['String']['input'];
  /** `organogram`, `hr`, or the name of a saved profile. */
  readonly profile?: Scalars['String']['input'];
  /** The day that the file describes. */
  readonly asOf: Scalars['Date']['input'];
  /** Posts, or in a file of people employee numbers, that were renumbered since the last file. */
  readonly keyMap?: InputMaybe<ReadonlyArray<KeyRenameInput>>;
};

/** What `stagePeopleImport` answers: first the success, then each rule that may stand in its way. */
export type StagePeopleImportResult = PeopleImportStaged | FileIsNotUtf8 | FileIsTooLarge | FileHasNoHeader | ColumnIsMissing | ColumnIsTwice | FileBreaksOffInsideQuotes | RowIsTooLong | KeyMapNamesAnUnknownPost | KeyMapLeadsToNoRow | KeyMapIsAmbiguous | ProfileIsUnknown | DayIsInTheFuture | AnotherImportIsBeingRecorded;

/** More than a quarter of the holders would leave. That needs a named reason. */
export type TooManyWouldLeave = Refusal & {
  readonly __typename: 'TooManyWouldLeave';
  readonly message: Scalars['String']['output'];
};

/** How many rows carry one verdict. */
export type VerdictCount = {
  readonly __typename?: 'VerdictCount';
  /** Of the verdict, such as `NO_FTE`. */
  readonly code: Scalars['String']['output'];
  /** Rows that carry it. */
  readonly rows: Scalars['Int']['output'];
};
