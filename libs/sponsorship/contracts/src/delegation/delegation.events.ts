import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { personId } from '../ids.js';

const both = z.object({ sponsorId: personId, delegateId: personId });

/** The sponsor lets somebody record actions on their behalf, in all their commitments but one in which that person is the protégé. */
export const DelegateAppointed = eventType('DelegateAppointed', { version: 1, schema: both });

/** From here on they record for the sponsor no more. What they recorded stays, under their name. */
export const DelegateDismissed = eventType('DelegateDismissed', { version: 1, schema: both });

/** Stream `delegation-<sponsor>`. */
export const delegationEvents = eventCatalogue(DelegateAppointed, DelegateDismissed);
export type DelegationEvent = EventOf<typeof delegationEvents>;
