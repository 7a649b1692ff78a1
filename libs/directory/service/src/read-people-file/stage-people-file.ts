import { openStaging, type FileRefusal, type StagedPeople, type Staging, type StagingOptions } from '@vouchsafe/directory-domain';
import { readPeopleFile } from './read-people-file.js';

export type StagedFile =
  | { readonly refusal: null; readonly staged: StagedPeople; readonly digest: string; readonly bytes: number }
  | { readonly refusal: FileRefusal };

/** Reads a file and judges it row by row. Nothing is written and nothing compared. */
export const stagePeopleFile = async (
  source: AsyncIterable<Uint8Array>, options: StagingOptions & { limitBytes?: number },
): Promise<StagedFile> => {
  let staging: Staging | undefined;
  const read = await readPeopleFile(source, {
    header: (cells, line) => {
      const opened = openStaging(cells, options, line);
      if (opened.refusal) return opened.refusal;
      staging = opened.staging;
      return null;
    },
    row: (row) => staging!.add(row),
  }, options.limitBytes === undefined ? {} : { limitBytes: options.limitBytes });
  return read.refusal ? read : { refusal: null, staged: staging!.finish(), digest: read.digest, bytes: read.bytes };
};
