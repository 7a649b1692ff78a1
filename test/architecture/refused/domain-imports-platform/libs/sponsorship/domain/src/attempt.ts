import type { EventStore } from '@vouchsafe/event-store';

export const lastOf = (log: EventStore): EventStore => log;
