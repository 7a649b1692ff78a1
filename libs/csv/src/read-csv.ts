import { detectDelimiter, endOfFirstRecord } from './detect-delimiter.js';
import { fileText, RefusedFile, type CsvRefusal, type RefusalOfFile } from './file-text.js';
import { splitRows, UnfinishedRow } from './split-rows.js';

// A quote left open swallows what follows it; beyond this it is no row any more, and nothing of it is kept in memory.
const LONGEST_ROW = 1_000_000;
// Text is cut in pieces of at least this size: a row that arrives byte by byte must not be read anew with every byte.
const PIECE = 65_536;

/** One row under the header; `line` is where its first character stands, the file's first line being 1. */
export interface CsvRow { readonly line: number; readonly cells: readonly string[] }

/** What is done with a file. Either may refuse the whole of it, in words of its own, which ends the reading. */
export interface CsvReader<Refusal extends RefusalOfFile = never> {
  /** Told once, before any row. */
  header(cells: readonly string[], line: number): Refusal | null;
  row(row: CsvRow): Refusal | null | void;
}

export type ReadCsv<Refusal extends RefusalOfFile = never> =
  | { readonly refusal: null; readonly rows: number; readonly bytes: number; /** SHA-256, hexadecimal. */ readonly digest: string }
  | { readonly refusal: CsvRefusal | Refusal };

const asRefusal = (error: unknown): RefusalOfFile => {
  if (error instanceof RefusedFile) return error.refusal;
  if (!(error instanceof UnfinishedRow)) throw error;
  switch (error.why) {
    case 'breaks off inside quotes':
      return { name: 'FileBreaksOffInsideQuotes', line: error.line, message: 'The file breaks off inside a quoted value: a part of it is missing.' };
    case 'too long':
      return { name: 'RowIsTooLong', line: error.line, message: 'A row is longer than a million characters: a quote was probably left open.' };
  }
};

async function* inPieces(text: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const more of text) {
    piece += more;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/**
 * Reads a table as a stream: UTF-8 with or without byte-order mark; comma, semicolon or tab; quoted values with separators, quotes and
 * line breaks inside. Empty lines are passed over. Memory does not grow with the file.
 * A refusal may come after rows were told, since only its end shows that a file breaks off: what was told is then to be dropped.
 */
export const readCsv = async <Refusal extends RefusalOfFile = never>(
  source: AsyncIterable<Uint8Array>, reader: CsvReader<Refusal>, { limitBytes = Infinity }: { limitBytes?: number } = {},
): Promise<ReadCsv<Refusal>> => {
  const { text, seen } = fileText(source, limitBytes);
  let rows = -1;
  const tell = (cells: string[], line: number): void => {
    rows += 1;
    const refusal = rows > 0 ? reader.row({ line, cells }) : reader.header(cells, line);
    if (refusal) throw new RefusedFile(refusal);
  };
  const split = (delimiter: string) => splitRows(delimiter, LONGEST_ROW, tell);
  try {
    let begun = '';
    let splitter: ReturnType<typeof split> | undefined;
    for await (const piece of inPieces(text)) {
      if (splitter) splitter.write(piece);
      else {
        // The whole first record is awaited, so that the delimiter is known before the first cell is cut.
        begun += piece;
        const end = endOfFirstRecord(begun);
        if (end === -1 && begun.length <= LONGEST_ROW) continue;
        splitter = split(detectDelimiter(end === -1 ? begun : begun.slice(0, end)));
        splitter.write(begun);
      }
    }
    if (!splitter) {
      splitter = split(detectDelimiter(begun));
      splitter.write(begun);
    }
    splitter.end();
    if (rows === -1) throw new RefusedFile({ name: 'FileHasNoHeader', message: 'The file is empty.', line: null });
  } catch (error) {
    return { refusal: asRefusal(error) as CsvRefusal | Refusal }; // the reader's own refusal came from the reader
  }
  return { refusal: null, rows, bytes: seen.bytes, digest: seen.digest };
};
