import { rejectsTheRow, type RowVerdict } from '@vouchsafe/directory-domain';

// A spreadsheet takes a cell that begins so for a formula. An apostrophe before it makes it text.
const neutral = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => `"${neutral(cell).replaceAll('"', '""')}"`;

/** The rows that were rejected, as a CSV file of line, column and code. It never holds a value; a heading is all that it takes from the file. */
export const rejectedRowsFile = (verdicts: Iterable<RowVerdict>): string => {
  const lines = ['line,column,code'];
  for (const { line, column, code } of verdicts) if (rejectsTheRow(code)) lines.push(`${line},${quoted(column ?? '')},${code}`);
  return `${lines.join('\r\n')}\r\n`;
};
