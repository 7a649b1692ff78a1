import type { IsoDate } from '@vouchsafe/event-schema';
import type { DirectoryKeys } from './cards.js';
import { compare, type ComparedPeople, type Comparison } from './compare.js';
import { defaultGradeRanks } from './grade-ranks.js';
import { hrProfile, organogramProfile, type MappingProfile } from './mapping-profile.js';
import { stage, type StagedPeople } from './stage.js';
import { directories, type Directory } from '../directory/directory.js';

export const ORGANOGRAM_HEADER = Object.values(organogramProfile.columns);
export const HR_HEADER = Object.values(hrProfile.columns);

interface PostRow { key: string; grade: string; title: string; unit: string; above: string; fte: string; group: string }

/** A row of an organogram: key and the key above it, the rest as usual. */
export const aPostRow = (key: string, above = '', others: Partial<PostRow> = {}): string[] => {
  const { grade, title, unit, fte, group } = { grade: 'SCS1', title: `Head of ${key}`, unit: 'Data', fte: '1', group: 'Policy', ...others };
  return [key, grade, title, unit, above, fte, group];
};

type HrRow = Record<keyof typeof hrProfile.columns, string>;

/** A row of an HR file: employee number and manager, the rest as usual. */
export const aPersonRow = (employeeId: string, managerId = '', others: Partial<HrRow> = {}): string[] => {
  const row: Partial<HrRow> = {
    employeeId, managerId, name: `Person ${employeeId}`, workEmail: `p${employeeId}@example.org`, jobTitle: 'Analyst', grade: 'SCS1',
    unit: 'Data', startDate: '2020-01-31', ...others,
  };
  return (Object.keys(hrProfile.columns) as (keyof HrRow)[]).map((field) => row[field] ?? '');
};

/** Stages rows as if they stood in a file, the first on line 2. */
export const staged = (
  rows: readonly string[][], { profile = organogramProfile, asOf = '2026-03-31', header }: { profile?: MappingProfile; asOf?: IsoDate; header?: string[] } = {},
): StagedPeople => {
  const headings = header ?? (profile.rows === 'posts' ? ORGANOGRAM_HEADER : HR_HEADER);
  const result = stage(headings, rows.map((cells, index) => ({ line: index + 2, cells })), { profile, ranks: defaultGradeRanks, asOf });
  if (result.refusal) throw new Error(result.refusal.name);
  return result.staged;
};

export interface Believed { readonly directory: Directory; readonly keys: DirectoryKeys }
export const nothingBelieved: Believed = { directory: directories.initial, keys: { postIds: new Map(), personIds: new Map() } };

let ids = 0;
export const newId = (): string => `id-${(ids += 1)}`;

export const comparedWith = (
  { directory, keys }: Believed, file: StagedPeople, keyMap: NonNullable<Comparison['keyMap']> = {},
): ComparedPeople => {
  const result = compare(file, directory, { keys, keyMap, newId });
  if (!result.accepted) throw new Error(result.rejection.reason);
  return result.compared;
};

/** What is believed once the changes have been recorded and the cards written. A card's key is taken from whoever had it. */
export const afterwards = ({ directory, keys }: Believed, { changes, cards }: ComparedPeople): Believed => {
  const ids = new Set(cards.posts.map(({ postId }) => postId));
  const persons = new Set(cards.persons.map(({ personId }) => personId));
  return {
    directory: changes.reduce((state, { event }) => directories.evolve(state, event), directory),
    keys: {
      postIds: new Map([...[...keys.postIds].filter(([, id]) => !ids.has(id)), ...cards.posts.map(({ key, postId }) => [key, postId] as const)]),
      personIds: new Map([
        ...[...keys.personIds].filter(([, id]) => !persons.has(id)), ...cards.persons.map(({ employeeNumber, personId }) => [employeeNumber, personId] as const),
      ]),
    },
  };
};
