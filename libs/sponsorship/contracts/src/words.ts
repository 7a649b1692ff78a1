import { z } from 'zod';

/** Longest texts that a person may write into an event, in characters. What a list can answer has no text at all. */
export const TEXT_LIMITS = { objective: 280, deliverable: 200, reason: 280, evidence: 200 } as const;

const text = (limit: number) => z.string().trim().min(1).max(limit);

export const objective = text(TEXT_LIMITS.objective);
export const deliverable = text(TEXT_LIMITS.deliverable);
export const reason = text(TEXT_LIMITS.reason);
/** Where the evidence is to be found; never the evidence itself. */
export const evidenceReference = text(TEXT_LIMITS.evidence);
