import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { readCsv } from '@vouchsafe/csv';
import { Refusal, WrongUsage } from '../../console/outcome.js';
import { progress } from '../../console/print.js';

/** A row's values of the columns asked for, without spaces around them, and where it stands. */
export interface ColumnsOfRow<Column extends string> { readonly line: number; readonly values: Readonly<Record<Column, string>> }

export interface ColumnsRead { readonly rows: number; /** SHA-256 of the file, hexadecimal. */ readonly digest: string }

async function* watched(file: string, size: number): AsyncGenerator<Uint8Array> {
  const bar = progress('reading');
  let read = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      read += (chunk as Buffer).length;
      bar.at(read, size);
      yield chunk as Buffer;
    }
  } finally {
    bar.end();
  }
}

/** Where each column stands. @throws WrongUsage for one that is not there; Refusal for one that is there twice */
const placesOf = <Column extends string>(header: readonly string[], columns: Readonly<Record<Column, string>>): [Column, number][] => {
  const names = header.map((name) => name.trim());
  return (Object.entries(columns) as [Column, string][]).map(([as, name]) => {
    const at = names.indexOf(name);
    if (at === -1) throw new WrongUsage(`There is no column "${name}". The columns are: ${names.map((one) => `"${one}"`).join(', ')}.`);
    if (names.indexOf(name, at + 1) !== -1) throw new Refusal('ColumnIsTwice', `The column "${name}" is there twice.`);
    return [as, at];
  });
};

/** Reads named columns of a CSV file, row by row: memory does not grow with the file.
 * @param columns the name in the file of each column, by the name it is given to `tell` under
 * @throws WrongUsage for a file or a column that is not there; Refusal for a file that cannot be read, is empty, or has a row of another length */
export const readColumns = async <Column extends string>(
  file: string, columns: Readonly<Record<Column, string>>, tell: (row: ColumnsOfRow<Column>) => void,
): Promise<ColumnsRead> => {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new WrongUsage(`There is no file ${file}.`);
  let places: [Column, number][] = [];
  let width = 0;
  const read = await readCsv(watched(file, found.size), {
    header: (header) => {
      places = placesOf(header, columns);
      width = header.length;
      return null;
    },
    row: ({ line, cells }) => {
      if (cells.length !== width) throw new Refusal('RowDoesNotFit', `Line ${line} has ${cells.length} values under ${width} columns.`);
      tell({ line, values: Object.fromEntries(places.map(([as, at]) => [as, cells[at]!.trim()])) as Record<Column, string> });
    },
  });
  if (read.refusal) throw new Refusal(read.refusal.name, read.refusal.line === null ? read.refusal.message : `Line ${read.refusal.line}: ${read.refusal.message}`);
  if (read.rows === 0) throw new Refusal('FileHasNoRows', 'The file has a header, and no row under it.');
  return { rows: read.rows, digest: read.digest };
};
