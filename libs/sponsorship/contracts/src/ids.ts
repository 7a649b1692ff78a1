import { entityId } from '@vouchsafe/event-schema';
import type { z } from 'zod';

/** A person of one organization: a random id. Name, address and employee number are the directory's, and never in an event. */
export const personId = entityId;
export type PersonId = z.output<typeof personId>;
