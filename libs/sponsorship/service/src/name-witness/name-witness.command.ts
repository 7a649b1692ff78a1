import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, nameWitness, type NameWitnessRejection } from '@vouchsafe/sponsorship-domain';
import type { NameWitnessInput } from '../graphql.generated.js';

export class NameWitnessCommand extends ActorsCommand<NameWitnessInput, NameWitnessRejection> {}

@CommandHandler(NameWitnessCommand)
export class NameWitnessHandler implements ICommandHandler<NameWitnessCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: NameWitnessCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => nameWitness(command, state));
  }
}
