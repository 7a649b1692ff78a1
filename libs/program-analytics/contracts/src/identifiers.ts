import { entityId } from '@vouchsafe/event-schema';
import { z } from 'zod';

export const programReference = entityId;
export const releaseId = entityId;
export const reportId = entityId;
export const benchmarkId = entityId;

/** SHA-256 in hexadecimal. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in hexadecimal');
export const count = z.number().int().nonnegative();
