export { entityId, position, tenantId, type ActorId, type Position, type TenantId } from './ids.js';
export { addDays, addMonths, dayNumber, fromDayNumber, isIsoDate, isoDate, type IsoDate } from './calendar.js';
export { eventCatalogue, eventType, type AnyEvent, type DataOf, type EventCatalogue, type EventOf, type EventOfType, type EventType } from './event-type.js';
export { readEvent, UnreadableEvent, type Recorded, type StoredEvent } from './recorded.js';
export { namesAProtectedTrait, plainName } from './protected-trait.js';
