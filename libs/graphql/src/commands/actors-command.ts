import { Command } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Outcome } from '@vouchsafe/event-store';

/** The envelope of what somebody asks for by a mutation: whose data, who asks, and the input as it came.
 * A use case names it in one line, so that its handler is found by type and answers with its own refusals. */
export abstract class ActorsCommand<Input, Rejection, Made = unknown> extends Command<Outcome<Rejection, Made>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: Input) {
    super();
  }
}
