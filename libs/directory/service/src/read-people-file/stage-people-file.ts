import { readCsv } from '@vouchsafe/csv';
import { openStaging, type FileRefusal, type StagedPeople, type Staging, type StagingOptions } from '@vouchsafe/directory-domain';

export const LIMIT_BYTES = 100_000_000;

export type StagedFile =
  | { readonly refusal: null; readonly staged: StagedPeople; readonly digest: string; readonly bytes: number }
  | { readonly refusal: FileRefusal };

/** Reads a file and judges it row by row. Nothing is written and nothing compared. */
export const stagePeopleFile = async (
  source: AsyncIterable<Uint8Array>, options: StagingOptions & { limitBytes?: number },
): Promise<StagedFile> => {
  let staging: Staging | undefined;
  const read = await readCsv<FileRefusal>(source, {
    header: (cells, line) => {
      const opened = openStaging(cells, options, line);
      if (opened.refusal) return opened.refusal;
      staging = opened.staging;
      return null;
    },
    row: (row) => staging!.add(row),
  }, { limitBytes: options.limitBytes ?? LIMIT_BYTES });
  return read.refusal ? read : { refusal: null, staged: staging!.finish(), digest: read.digest, bytes: read.bytes };
};
