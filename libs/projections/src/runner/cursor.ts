import type { Position } from '@vouchsafe/event-schema';
import type { KeysSeen } from '../fold/keys-seen.js';
import type { Build } from './builds.js';

/** A place in a tenant's log, and what proves that it is this log. */
export interface Place {
  readonly position: Position;
  /** The hash chain up to there, in hexadecimal; null if the log does not hold that event. */
  readonly chain: string | null;
}

/** Where one build stands in one tenant's log, as this runner believes: the database has the last word. */
export interface Cursor {
  readonly build: Build;
  at: Place;
  /** Not to be tried before this, in milliseconds of the monotonic clock. */
  notBefore: number;
  parked: boolean;
  /** What the build may hold, while this runner alone has folded it from its first event on. */
  seen?: KeysSeen | undefined;
}

/** Believes what the database says, after somebody else may have been at work. */
export const believe = (cursor: Cursor, { position, chain, parkedAt }: Place & { readonly parkedAt: Position | null }): void => {
  if (cursor.at.position !== position) cursor.seen = undefined;
  cursor.at = { position, chain };
  cursor.parked = parkedAt !== null;
};

export const keyOf = ({ projection, build }: Build): string => `${projection.name} ${projection.version} ${build}`;

export const isReady = ({ notBefore }: Cursor): boolean => notBefore <= performance.now();

/** Whose turn it is: what is live before what is being built, so that a rebuild keeps nobody from fresh answers; then the one furthest behind, so that all meet on the same pages. */
export const foremost = (cursors: Iterable<Cursor>): Cursor | undefined => {
  let first: Cursor | undefined;
  for (const cursor of cursors) if (!first || isBefore(cursor, first)) first = cursor;
  return first;
};

const isBefore = (a: Cursor, b: Cursor): boolean => (a.build.state === b.build.state ? a.at.position < b.at.position : a.build.state === 'LIVE');
