import { directoryEvents, type DirectoryEvent } from '@vouchsafe/directory-contracts';
import { stream } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { emptyMap, valueAt, withoutKey, withValue, type PersistentMap } from './persistent-map.js';

export interface Holder {
  readonly personId: string;
  readonly share: number | null;
}

export interface Post {
  readonly unit: string | null;
  readonly function: string | null;
  readonly grade: string;
  readonly rank: number | null;
  readonly reportsTo: string | null;
  readonly dottedTo: readonly string[];
  readonly lineKnown: boolean;
  readonly holders: readonly Holder[];
}

export type Person =
  /** `access` is `ended` once they were deactivated: they hold their post still, and may not come in. */
  | { readonly status: 'present'; readonly joinedOn: IsoDate; readonly postId: string | null; readonly access: 'open' | 'ended' }
  | { readonly status: 'left'; readonly joinedOn: IsoDate };

export type Import =
  | {
      readonly status: 'staged'; readonly asOf: IsoDate; readonly comparedWith: number; readonly changeCount: number;
      readonly rejectedRows: number; readonly leave: { readonly holdersBefore: number; readonly leaving: number };
    }
  | { readonly status: 'confirmed' }
  | { readonly status: 'discarded' };

/** An organization's posts, lines and people as now believed, and the imports that led there. */
export interface Directory {
  readonly posts: PersistentMap<Post>;
  readonly persons: PersistentMap<Person>;
  readonly imports: PersistentMap<Import>;
  /** How many changes the organization has seen. A comparison names the revision that it was made with. */
  readonly revision: number;
  /** Places that are held: one for each post and holder of it. */
  readonly heldPlaces: number;
  /** The day of the newest confirmed file. */
  readonly asOf: IsoDate | null;
  /** While a confirmed import is being recorded, nothing else may change the organization. */
  readonly recording: null | { readonly importId: string; readonly changeCount: number; readonly recorded: number };
}

/** What a decision about an import turns on: no post and no person is looked at. */
export type ImportBook = Pick<Directory, 'imports' | 'revision' | 'asOf' | 'recording'>;

const withPost = (state: Directory, postId: string, change: (post: Post) => Post): Directory => {
  const post = valueAt(state.posts, postId);
  return post ? { ...state, posts: withValue(state.posts, postId, change(post)) } : state;
};

const withPerson = (state: Directory, personId: string, change: (person: Person) => Person): Directory => {
  const person = valueAt(state.persons, personId);
  return person ? { ...state, persons: withValue(state.persons, personId, change(person)) } : state;
};

const withImport = (state: Directory, importId: string, imported: Import): Directory =>
  ({ ...state, imports: withValue(state.imports, importId, imported) });

const changed = (state: Directory, event: DirectoryEvent): Directory => {
  const { type, data } = event;
  switch (type) {
    case 'PostOpened': {
      const { postId, ...facts } = data;
      return { ...state, posts: withValue(state.posts, postId, { ...facts, holders: [] }) };
    }
    case 'PostClosed': return { ...state, posts: withoutKey(state.posts, data.postId) };
    case 'PostRenumbered': return state;
    case 'LevelChanged': return withPost(state, data.postId, (post) => ({ ...post, grade: data.grade, rank: data.rank }));
    case 'UnitChanged': return withPost(state, data.postId, (post) => ({ ...post, unit: data.unit }));
    case 'FunctionChanged': return withPost(state, data.postId, (post) => ({ ...post, function: data.function }));
    case 'ReportingLineChanged': {
      const { postId, ...line } = data;
      return withPost(state, postId, (post) => ({ ...post, ...line }));
    }
    case 'PersonJoined':
      return { ...state, persons: withValue(state.persons, data.personId, { status: 'present', joinedOn: data.joinedOn, postId: null, access: 'open' }) };
    case 'PersonReturned': return withPerson(state, data.personId, ({ joinedOn }) => ({ status: 'present', joinedOn, postId: null, access: 'open' }));
    case 'PersonLeft': return withPerson(state, data.personId, ({ joinedOn }) => ({ status: 'left', joinedOn }));
    case 'PostFilled': {
      const filled = withPost(state, data.postId, (post) => ({ ...post, holders: [...post.holders, { personId: data.personId, share: data.share }] }));
      return { ...withPerson(filled, data.personId, (person) => ({ ...person, postId: data.postId })), heldPlaces: state.heldPlaces + 1 };
    }
    case 'PostVacated': {
      const vacated = withPost(state, data.postId, (post) => ({ ...post, holders: post.holders.filter(({ personId }) => personId !== data.personId) }));
      return {
        ...withPerson(vacated, data.personId, (person) => (person.status === 'present' ? { ...person, postId: null } : person)),
        heldPlaces: state.heldPlaces - 1,
      };
    }
    case 'WorkingShareChanged':
      return withPost(state, data.postId, (post) => ({
        ...post, holders: post.holders.map((holder) => (holder.personId === data.personId ? { ...holder, share: data.share } : holder)),
      }));
    case 'PersonDeactivated': return withPerson(state, data.personId, (person) => (person.status === 'present' ? { ...person, access: 'ended' } : person));
    case 'DirectoryFactCorrected': {
      const { field: _field, ...corrected } = data.fact;
      return withPost(state, data.postId, (post) => ({ ...post, ...corrected }));
    }
    case 'ImportStaged': {
      const { importId, asOf, comparedWith, changeCount, rejectedRows, leave } = data;
      return withImport(state, importId, { status: 'staged', asOf, comparedWith, changeCount, rejectedRows, leave });
    }
    case 'ImportConfirmed': {
      const { importId, asOf, changeCount } = data;
      return { ...withImport(state, importId, { status: 'confirmed' }), asOf, recording: { importId, changeCount, recorded: 0 } };
    }
    case 'ImportApplied': return { ...state, recording: null };
    case 'ImportDiscarded': return withImport(state, data.importId, { status: 'discarded' });
  }
};

const isAboutAnImport = ({ type }: DirectoryEvent): boolean => type.startsWith('Import');

const evolve = (state: Directory, event: DirectoryEvent): Directory => {
  const after = changed(state, event);
  if (isAboutAnImport(event)) return after;
  const recording = state.recording && { ...state.recording, recorded: state.recording.recorded + 1 };
  return { ...after, revision: state.revision + 1, recording };
};

const nothingYet: Directory = {
  posts: emptyMap(), persons: emptyMap(), imports: emptyMap(), revision: 0, heldPlaces: 0, asOf: null, recording: null,
};

/** One stream to an organization, `directory-graph`: a line may be drawn only by someone who sees the whole graph. */
export const directories = stream<Directory, DirectoryEvent>('directory', directoryEvents, nothingYet, evolve);
export const DIRECTORY_ID = 'graph';
