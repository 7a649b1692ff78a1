/** A place between two steps where a process may die, and must be able to. */
export type CrashPoint = 'projection.applied' | 'projection.committed' | 'reaction.applied' | 'reaction.committed' | 'relay.produced' | 'import.row' | 'migration.statement';

/** Told whenever a process passes such a place. Does nothing in the product; the main of a fault run puts in one that kills the process at the n-th passing. */
export abstract class CrashPoints {
  abstract passing(point: CrashPoint): void;
}

export const noCrashPoints: CrashPoints = { passing: () => {} };
