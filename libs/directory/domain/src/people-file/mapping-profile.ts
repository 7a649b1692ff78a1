import { accept, reject } from '@vouchsafe/decider';
import { namesAProtectedTrait } from '@vouchsafe/event-schema';
import { z } from 'zod';

/** What a column of a file can mean to the directory. Nothing else is read, whatever else a file holds. */
export const peopleFields = [
  'employeeId', 'postId', 'name', 'workEmail', 'jobTitle', 'grade', 'function', 'unit', 'managerId', 'reportsTo', 'dottedManagerIds',
  'site', 'timeZone', 'languages', 'startDate', 'endDate', 'status', 'fte', 'ratingBand',
] as const;
export type PeopleField = (typeof peopleFields)[number];

export const dateFormats = ['YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY'] as const;
const heading = z.string().trim().min(1).max(200);

const profileShape = {
  name: z.string().min(1).max(100),
  version: z.number().int().positive(),
  /** Which field stands under which heading. Headings are compared without case, spaces or punctuation. */
  columns: z.partialRecord(z.enum(peopleFields), heading),
};

/** How the columns of a file are to be understood. Saved and versioned: an import names the version it was read with. */
export const mappingProfile = z.discriminatedUnion('rows', [
  /** A row is a post; its holder is not named, and is told apart only by the row. The key is the post's reference. */
  z.object({ ...profileShape, rows: z.literal('posts') }),
  /** A row is a person in a post. The key is the employee number. */
  z.object({
    ...profileShape,
    rows: z.literal('people'),
    dateFormat: z.enum(dateFormats),
    /** Words in the status column, any case, that mean the person is not with the organization. */
    leftStatuses: z.array(z.string().min(1).max(50)).max(20),
  }),
]);
export type MappingProfile = z.output<typeof mappingProfile>;

/** The senior posts of a UK government department as published twice a year. Its other columns are not needed. */
export const organogramProfile: MappingProfile = {
  rows: 'posts', name: 'organogram', version: 1,
  columns: {
    postId: 'Post Unique Reference', grade: 'Grade (or equivalent)', jobTitle: 'Job Title', unit: 'Unit',
    reportsTo: 'Reports to Senior Post', fte: 'FTE', function: 'Professional/Occupational Group',
  },
};

export const hrProfile: MappingProfile = {
  rows: 'people', name: 'hr', version: 2,
  columns: {
    employeeId: 'Employee ID', name: 'Name', workEmail: 'Work Email', jobTitle: 'Job Title', grade: 'Grade', function: 'Function',
    unit: 'Unit', managerId: 'Manager ID', dottedManagerIds: 'Dotted Manager IDs', site: 'Site', timeZone: 'Time Zone',
    languages: 'Languages', startDate: 'Start Date', endDate: 'End Date', status: 'Status', postId: 'Post ID', ratingBand: 'Rating Band',
  },
  dateFormat: 'YYYY-MM-DD',
  leftStatuses: ['left', 'leaver', 'terminated', 'inactive'],
};

/** The fields whose columns a file must have, and, in a file of people, whose values every row must have. */
export const requiredFields = (profile: Pick<MappingProfile, 'rows'>): readonly PeopleField[] => {
  switch (profile.rows) {
    case 'posts': return ['postId', 'grade', 'jobTitle', 'unit', 'reportsTo', 'fte', 'function'];
    case 'people': return ['employeeId', 'jobTitle', 'grade', 'unit', 'startDate'];
  }
};

export const keyField = (profile: Pick<MappingProfile, 'rows'>): PeopleField => (profile.rows === 'posts' ? 'postId' : 'employeeId');

export type ProfileRejection =
  | { reason: 'ProfileMapsAProtectedTrait'; column: string }
  | { reason: 'ProfileLacksARequiredField'; field: PeopleField }
  | { reason: 'ProfileMapsAColumnTwice'; column: string };

/** Case, spaces and punctuation do not tell headings apart: "Employee ID", `employee_id` and `employeeId` are one. */
export const headingKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Checks what a schema cannot say: no protected trait, every required field, no column with two meanings. */
export const checkProfile = (profile: MappingProfile): { accepted: true } | { accepted: false; rejection: ProfileRejection } => {
  const columns = Object.entries(profile.columns) as [PeopleField, string][];
  for (const [, column] of columns) {
    if (namesAProtectedTrait(column)) return reject({ reason: 'ProfileMapsAProtectedTrait', column });
  }
  const missing = requiredFields(profile).find((field) => profile.columns[field] === undefined);
  if (missing !== undefined) return reject({ reason: 'ProfileLacksARequiredField', field: missing });
  const keys = columns.map(([, column]) => headingKey(column));
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  return twice === -1 ? accept() : reject({ reason: 'ProfileMapsAColumnTwice', column: columns[twice]![1] });
};

/** A profile as someone wrote it down: unknown fields, among them names of traits, are refused before anything else is looked at.
 * @throws z.ZodError if it is no profile at all */
export const readProfile = (
  written: unknown,
): { accepted: true; profile: MappingProfile } | { accepted: false; rejection: ProfileRejection } => {
  const fields = z.object({ columns: z.record(z.string(), z.unknown()) }).safeParse(written);
  const trait = fields.success ? Object.keys(fields.data.columns).find(namesAProtectedTrait) : undefined;
  if (trait !== undefined) return reject({ reason: 'ProfileMapsAProtectedTrait', column: trait });
  const profile = mappingProfile.parse(written);
  const checked = checkProfile(profile);
  return checked.accepted ? { accepted: true, profile } : checked;
};
