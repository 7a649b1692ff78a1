import { headingKey, requiredFields, type MappingProfile, type PeopleField } from './mapping-profile.js';

/** A file that is refused as a whole. `name` is the refusal's name to the outside, `line` the place in the file where that is known. */
export interface FileRefusal {
  readonly name:
    | 'FileIsNotUtf8' | 'FileIsTooLarge' | 'FileHasNoHeader' | 'ColumnIsMissing' | 'ColumnIsTwice'
    | 'FileBreaksOffInsideQuotes' | 'RowIsTooLong';
  readonly message: string;
  readonly line: number | null;
}

/** Where each field of a profile stands in one file. */
export interface FileColumns {
  readonly header: readonly string[];
  readonly at: Readonly<Partial<Record<PeopleField, number>>>;
}

const refuse = (name: FileRefusal['name'], line: number, message: string): { refusal: FileRefusal } => ({ refusal: { name, message, line } });

/** @param line the physical line on which the header begins */
export const findColumns = (
  header: readonly string[], profile: MappingProfile, line: number,
): { refusal: null; columns: FileColumns } | { refusal: FileRefusal } => {
  const keys = header.map(headingKey);
  const mapped = Object.entries(profile.columns) as [PeopleField, string][];
  const required = new Set(requiredFields(profile));
  const at: Partial<Record<PeopleField, number>> = {};
  for (const [field, heading] of mapped) {
    const index = keys.indexOf(headingKey(heading));
    if (index === -1) continue;
    if (keys.indexOf(headingKey(heading), index + 1) !== -1) {
      return refuse('ColumnIsTwice', line, `Two columns are headed "${heading}". Only one can be the one that is meant.`);
    }
    at[field] = index;
  }
  if (Object.keys(at).length === 0) {
    return refuse('FileHasNoHeader', line, `The first row holds none of the headings of the profile "${profile.name}".`);
  }
  const missing = mapped.find(([field]) => required.has(field) && at[field] === undefined);
  if (missing) return refuse('ColumnIsMissing', line, `The column "${missing[1]}" is missing.`);
  return { refusal: null, columns: { header, at } };
};
