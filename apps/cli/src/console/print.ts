import cliProgress from 'cli-progress';

/** Exactly one JSON document on standard output. */
export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/** Rows under headings, in columns that line up; numbers to the right. */
export const printTable = (rows: readonly Readonly<Record<string, string | number | null>>[]): void => {
  const [first] = rows;
  if (!first) {
    process.stdout.write('Nothing to show.\n');
    return;
  }
  const columns = Object.keys(first);
  const text = (value: string | number | null | undefined): string => (typeof value === 'number' ? value.toLocaleString('en') : (value ?? ''));
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => text(row[column]).length)));
  const line = (cells: readonly (string | number | null | undefined)[]): string =>
    cells.map((cell, index) => (typeof cell === 'number' ? text(cell).padStart(widths[index]!) : text(cell).padEnd(widths[index]!))).join('  ').trimEnd();
  process.stdout.write(`${[line(columns), line(widths.map((width) => '─'.repeat(width))), ...rows.map((row) => line(columns.map((column) => row[column])))].join('\n')}\n`);
};

/** Progress on standard error, where it is a terminal; nothing else ever goes there but errors.
 * @returns told how far the work has come; `end` clears the line */
export const progress = (what: string): { at(done: number, total: number): void; end(): void } => {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} };
  const bar = new cliProgress.SingleBar({ format: `${what} {bar} {percentage}% · {value} of {total}`, stream: process.stderr, clearOnComplete: true, hideCursor: true }, cliProgress.Presets.shades_grey);
  let started = false;
  return {
    at: (done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
};
