import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';

const action = z.object({
  actionId: z.string(), commitmentId: z.string(), sponsorId: z.string(), act: z.enum(['amplify', 'boost', 'connect', 'defend']), protegePresent: z.boolean().nullable(),
});

export const ActionRecorded = eventType('ActionRecorded', { version: 1, schema: action });
export const ActionCorrected = eventType('ActionCorrected', { version: 1, schema: action });
export const ActionRetracted = eventType('ActionRetracted', { version: 1, schema: z.object({ actionId: z.string() }) });

export const actionEvents = eventCatalogue(ActionRecorded, ActionCorrected, ActionRetracted);
export type ActionEvent = EventOf<typeof actionEvents>;
