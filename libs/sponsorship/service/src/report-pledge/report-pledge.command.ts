import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, reportPledge, type ReportPledgeRejection } from '@vouchsafe/sponsorship-domain';
import type { ReportPledgeInput } from '../graphql.generated.js';

export class ReportPledgeCommand extends ActorsCommand<ReportPledgeInput, ReportPledgeRejection> {}

@CommandHandler(ReportPledgeCommand)
export class ReportPledgeHandler implements ICommandHandler<ReportPledgeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: ReportPledgeCommand) {
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const command = { ...input, by: actor.personId, occurredOn, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, occurredOn), (state) => reportPledge(command, state));
  }
}
