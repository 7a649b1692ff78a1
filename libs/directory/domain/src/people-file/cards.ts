import type { PersonDetails } from './staged-row.js';

/** The employer's keys of posts and people that the directory has ever held, from its cards. */
export interface DirectoryKeys {
  readonly postIds: ReadonlyMap<string, string>;
  readonly personIds: ReadonlyMap<string, string>;
}

export interface PostCard {
  readonly postId: string;
  /** The employer's key. It belongs to one post at a time: written here, it is taken from whichever card had it. */
  readonly key: string;
  readonly title: string;
}

export type PersonCard = PersonDetails & { readonly personId: string };
