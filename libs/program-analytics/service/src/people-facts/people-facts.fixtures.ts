import {
  DirectoryFactCorrected, directoryEvents, LevelChanged, PersonDeactivated, PersonJoined, PersonLeft, PersonReturned, PostFilled, PostOpened, PostVacated, UnitChanged,
} from '@vouchsafe/directory-contracts';
import type { AnyEvent } from '@vouchsafe/event-schema';
import type { Happened } from '../program-facts/program-facts.fixtures.js';

const inDirectory = (on: string, event: AnyEvent): Happened => ({ stream: 'directory-graph', on, event, catalogue: directoryEvents });

export const opened = (postId: string, on: string, { rank = 20 as number | null, unit = 'Retail', work = 'Sales' } = {}): Happened =>
  inDirectory(on, PostOpened.of({ postId, unit, function: work, grade: `G${rank}`, rank, reportsTo: null, dottedTo: [], lineKnown: true }));
export const joined = (personId: string, on: string): Happened => inDirectory(on, PersonJoined.of({ personId, joinedOn: on }));
export const filled = (postId: string, personId: string, on: string): Happened => inDirectory(on, PostFilled.of({ postId, personId, share: 1 }));
export const vacated = (postId: string, personId: string, on: string): Happened => inDirectory(on, PostVacated.of({ postId, personId }));
export const leftTheHouse = (personId: string, on: string): Happened => inDirectory(on, PersonLeft.of({ personId }));
export const cameBack = (personId: string, on: string): Happened => inDirectory(on, PersonReturned.of({ personId }));
export const accountClosed = (personId: string, on: string): Happened => inDirectory(on, PersonDeactivated.of({ personId }));
export const levelled = (postId: string, rank: number, on: string): Happened => inDirectory(on, LevelChanged.of({ postId, grade: `G${rank}`, rank }));
export const movedUnit = (postId: string, unit: string, on: string): Happened => inDirectory(on, UnitChanged.of({ postId, unit }));
export const levelCorrected = (postId: string, rank: number, on: string): Happened =>
  inDirectory(on, DirectoryFactCorrected.of({ postId, fact: { field: 'LEVEL', grade: `G${rank}`, rank }, reason: 'It took effect on another day' }));

/** Somebody who joins and takes a post of their own, named after them. */
export const employed = (personId: string, on: string, place: Parameters<typeof opened>[2] = {}): Happened[] => [opened(`post-${personId}`, on, place), joined(personId, on), filled(`post-${personId}`, personId, on)];
