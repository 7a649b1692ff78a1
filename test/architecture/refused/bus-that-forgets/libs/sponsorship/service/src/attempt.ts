import { AggregateRoot, EventBus, EventPublisher, EventsHandler, Saga } from '@nestjs/cqrs';

export const all = [AggregateRoot, EventBus, EventPublisher, EventsHandler, Saga];
