import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Reminders by mail and webhooks to other systems: who is told, where, and what became of it. */
@Module({ imports: [CqrsModule] })
export class NotificationsModule {}
