import { eventCatalogue, eventType, isoDate, type DataOf, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { count, digest, programReference, releaseId } from './identifiers.js';
import { period, releaseDimension, releasedMeasure } from './vocabulary.js';

const dimensions = z.array(releaseDimension).max(3);

/** How releases of a programme divide people: said once, before anybody is enrolled. Otherwise by cohort and level. */
export const ReleaseLatticeDeclared = eventType('ReleaseLatticeDeclared', { version: 1, schema: z.object({ programId: programReference, dimensions }) });

/** One figure at one place of the lattice. Null where it is hidden. */
const figure = z.object({
  measure: releasedMeasure,
  /** One category per dimension, null for all of them. */
  place: z.array(z.string().max(500).nullable()).max(3),
  state: z.enum(['VALUE', 'SUPPRESSED']),
  part: count.nullable(),
  whole: count.nullable(),
  /** The freeze day of the release that the value is of: an earlier one where it stands because too few came or went since. */
  asOf: isoDate,
});

/** Figures were made public, for good: all that leadership ever reads. Whatever is learned later appears in later releases. */
export const ReleasePublished = eventType('ReleasePublished', {
  version: 1,
  schema: z.object({
    releaseId,
    programId: programReference,
    period,
    /** Levels, units and cohorts are those of this day: the last of the period. */
    freezeDay: isoDate,
    /** What was known: the position of this log, and the chain there. */
    knownAt: z.object({ position: count, chain: digest }),
    /** Versions: of the rules of suppression, and of the programme's own. */
    rules: z.object({ suppression: z.number().int().positive(), program: count }),
    k: z.number().int().min(5),
    lattice: dimensions,
    /** SHA-256 of what was counted: who stood where and had what, as canonical JSON. */
    inputsDigest: digest,
    /** How the complements were found, and what the audit went through. A release whose audit fails is never published. */
    audit: z.object({ search: z.enum(['EXACT', 'GREEDY']), hidden: count, cells: count }),
    figures: z.array(figure).max(20_000),
    /** The counts shown afresh, by their names in the lattice: the next release must not give away what this one hid. */
    fresh: z.array(z.string().max(2_000)).max(60_000),
  }),
});

/** Stream `release-<program>`. */
export const releaseEvents = eventCatalogue(ReleaseLatticeDeclared, ReleasePublished);
export type ReleaseEvent = EventOf<typeof releaseEvents>;
export type Release = DataOf<typeof ReleasePublished>;
export type ReleasedFigure = Release['figures'][number];
