import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { personId } from './identifiers.js';

/** Every access token of the person that was issued before this was recorded counts no more. Who may still sign in gets another. */
export const PersonSignedOut = eventType('PersonSignedOut', { version: 1, schema: z.object({ personId }) });

/** The same for everybody in the organization. */
export const EverybodySignedOut = eventType('EverybodySignedOut', { version: 1, schema: z.object({}) });

/** Streams `sign-in-<person>`, and `everybodys-sign-in-<organization>`. */
export const signInEvents = eventCatalogue(PersonSignedOut, EverybodySignedOut);
export type SignInEvent = EventOf<typeof signInEvents>;
