import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { openProgram, programs, type OpenProgramRejection } from '@vouchsafe/programs-domain';
import type { OpenProgramInput } from '../graphql.generated.js';

export class OpenProgramCommand extends Command<Outcome<OpenProgramRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: OpenProgramInput) {
    super();
  }
}

@CommandHandler(OpenProgramCommand)
export class OpenProgramHandler implements ICommandHandler<OpenProgramCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  execute({ tenant, actor, input }: OpenProgramCommand) {
    const { programId } = input;
    const leadsIt = actor.leads.has(programId);
    return decideAndAppend(
      this.log, tenant, programs, programId, about(actor.actorId, input, this.clock.utcToday()),
      (state) => openProgram({ programId, leads: 1 }, leadsIt ? state : programs.initial)); // who does not lead it learns nothing of it; who does is its lead
  }
}
