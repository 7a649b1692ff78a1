export { DirectoryModule, DirectoryPortsModule } from './directory.module.js';
export { directory } from './directory.context.js';
export { importPeople, type ImportPeopleOptions } from './import-people/import-people.js';
export type { ImportReview } from './import-people/import-review.js';
export type { ImportDeps, Importer } from './import-people/import-deps.js';
export { resumeImports, type Progress } from './import-people/record-import.js';
export { takeOverCards } from './identity-cards/take-over-cards.js';
export { putGradeRanks } from './grade-ranks/grade-ranks.js';
export { DirectoryPersonCards } from './ports/directory-person-cards.js';
