export { readCsv, type CsvReader, type CsvRow, type ReadCsv } from './read-csv.js';
export type { CsvRefusal, RefusalOfFile } from './file-text.js';
export { csvLine } from './csv-line.js';
