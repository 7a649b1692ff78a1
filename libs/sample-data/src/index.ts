export { demoPeople, type DemoPart, type DemoPerson } from './cast/demo-people.js';
export { generateSampleData, type SampleOrganization, type SampleRequest, type SampleSummary } from './generate-sample-data.js';
export { HistoryDoesNotFit, HistoryWasRefused } from './ledger/ledger.js';
export type { SampleCards } from './workforce/import-snapshot.js';
