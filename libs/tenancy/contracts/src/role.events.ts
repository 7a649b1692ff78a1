import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { personId, programReference } from './identifiers.js';
import { role } from './vocabulary.js';

const grant = z.object({
  personId,
  role,
  /** The programme that is led; null for every role but PROGRAM_LEAD. */
  programId: programReference.nullable(),
});

export const RoleGranted = eventType('RoleGranted', { version: 1, schema: grant });
export const RoleRevoked = eventType('RoleRevoked', { version: 1, schema: grant });

/** Stream `role-<person>`: a stream per person, so that granting to many at once contends nowhere. */
export const roleEvents = eventCatalogue(RoleGranted, RoleRevoked);
export type RoleEvent = EventOf<typeof roleEvents>;
