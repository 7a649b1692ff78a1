import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { closeProgram, programs, type CloseProgramRejection } from '@vouchsafe/programs-domain';
import type { CloseProgramInput } from '../graphql.generated.js';

export class CloseProgramCommand extends Command<Outcome<CloseProgramRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: CloseProgramInput) {
    super();
  }
}

@CommandHandler(CloseProgramCommand)
export class CloseProgramHandler implements ICommandHandler<CloseProgramCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  execute({ tenant, actor, input }: CloseProgramCommand) {
    const { programId } = input;
    const leadsIt = actor.leads.has(programId);
    return decideAndAppend(
      this.log, tenant, programs, programId, about(actor.actorId, input, this.clock.utcToday()),
      (state) => closeProgram({ programId }, leadsIt ? state : programs.initial)); // who does not lead it learns nothing of it
  }
}
