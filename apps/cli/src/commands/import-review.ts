import { printTable } from '../console/print.js';

interface Verdict { line: number; column: string | null; code: string }

/** What the API answers to a people file. */
export interface Review {
  file: string; profile: string; asOf: string; dryRun: boolean; state: 'STAGED' | 'CONFIRMED' | 'REFUSED';
  rows: number; posts: number; holders: number; tops: number; depth: number; closure: number; units: number; belowAHole: number;
  verdicts: Record<string, number>; changes: Record<string, number>;
  leave: { holdersBefore: number; leaving: number; share: number | null; stoppedBy: string | null };
  rejected: Verdict[]; refusedLines: Verdict[]; refusals: { name: string; message: string }[]; notes: string[]; position: number;
}

const SHOWN = 20;
const words = (name: string): string => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
const heading = (text: string): void => void process.stdout.write(`\n${text}\n`);
const counts = (of: Record<string, number>): { what: string; count: number }[] => Object.entries(of).map(([what, count]) => ({ what: words(what), count }));

/** Line, column and code of every rejected row; never what stood there. */
export const rejectedRows = ({ rejected }: Review): string => ['line,column,code', ...rejected.map(({ line, column, code }) => `${line},${JSON.stringify(column ?? '')},${code}`), ''].join('\n');

/** The review as a person reads it: figures, changes, verdicts, what stands in the way. */
export const printReview = (review: Review): void => {
  const { file, asOf, state, dryRun, rows, posts, holders, tops, depth, closure, units, belowAHole, verdicts, changes, leave, rejected, refusedLines, refusals, notes } = review;
  const outcome = state === 'REFUSED' ? 'refused; nothing was changed' : dryRun ? 'read, and nothing was changed' : 'taken over';
  process.stdout.write(`${file} as of ${asOf}: ${outcome}.\n`);
  heading('What the file holds');
  printTable(counts({ rows, posts, holders, tops, depth, closure, units, belowAHole }));
  heading('What changes');
  printTable(counts(changes));
  if (leave.holdersBefore > 0) process.stdout.write(`\n${leave.leaving} of ${leave.holdersBefore} holders would leave (${((leave.share ?? 0) * 100).toFixed(1)} %).\n`);
  if (Object.keys(verdicts).length > 0) {
    heading('Verdicts on rows');
    printTable(Object.entries(verdicts).map(([code, count]) => ({ code, count })));
  }
  for (const [title, list] of [['Rejected rows', rejected], ['Lines not taken over', refusedLines]] as const) {
    if (list.length === 0) continue;
    heading(list.length > SHOWN ? `${title} (the first ${SHOWN} of ${list.length})` : title);
    printTable(list.slice(0, SHOWN).map(({ line, column, code }) => ({ line, column: column ?? '', code })));
  }
  for (const note of notes) process.stdout.write(`\n${note}\n`);
  for (const { name, message } of refusals) process.stdout.write(`\n${name}: ${message}\n`);
};
