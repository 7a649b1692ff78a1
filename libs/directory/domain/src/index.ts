export { directories, DIRECTORY_ID, type Directory, type Holder, type Import, type ImportBook, type Person, type Post } from './directory/directory.js';
export { entriesOf, mapOf, valueAt, type PersistentMap } from './directory/persistent-map.js';
export {
  confirmImport, DAYS_TO_CONFIRM, discardImport, recordChanges, stageImport, tooManyWouldLeave,
  type ConfirmImport, type ConfirmImportRejection, type StageImportRejection,
} from './directory/confirm-import.js';
export { changeReportingLine, type ChangeReportingLine, type ChangeReportingLineRejection } from './directory/change-reporting-line.js';
export { correctDirectoryFact, type CorrectDirectoryFact, type CorrectDirectoryFactRejection } from './directory/correct-directory-fact.js';
export { deactivatePerson, type DeactivatePerson, type DeactivatePersonRejection } from './directory/deactivate-person.js';
export {
  ancestors, chainIsUnknown, closure, descendants, graphFigures, inChain, organizationGraph, organizationGraphAsOf,
  type DatedPost, type GraphFigures, type GraphPost, type OrganizationGraph,
} from './organization-graph/organization-graph.js';
export {
  checkProfile, hrProfile, mappingProfile, organogramProfile, readProfile, type MappingProfile, type PeopleField, type ProfileRejection,
} from './people-file/mapping-profile.js';
export { defaultGradeRanks, gradeRanks, type GradeRanks } from './people-file/grade-ranks.js';
export type { FileRefusal } from './people-file/file-columns.js';
export {
  countVerdicts, refusesALine, rejectsTheRow, verdictEffects, type RowVerdict, type VerdictCode,
} from './people-file/row-verdict.js';
export { openStaging, stage, type FileRow, type StagedPeople, type Staging, type StagingOptions } from './people-file/stage.js';
export type { StagedHolder, StagedPost } from './people-file/staged-posts.js';
export type { PersonDetails } from './people-file/staged-row.js';
export { compare, type Change, type ComparedPeople, type Comparison } from './people-file/compare.js';
export type { DirectoryKeys, PersonCard, PostCard } from './people-file/cards.js';
export type { KeyMapRejection } from './people-file/renumber.js';
