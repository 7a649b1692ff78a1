import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, proposeAmendment, type Commitment, type ProposeAmendmentRejection } from '@vouchsafe/sponsorship-domain';
import { agreementFromInput } from '../agreement/agreement-from-input.js';
import type { ProposeAmendmentInput } from '../graphql.generated.js';
import { programNow, rulesFrom } from '../program-now.js';

export class ProposeAmendmentCommand extends ActorsCommand<ProposeAmendmentInput, ProposeAmendmentRejection> {}

@CommandHandler(ProposeAmendmentCommand)
export class ProposeAmendmentHandler implements ICommandHandler<ProposeAmendmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: ProposeAmendmentCommand) {
    const today = this.clock.utcToday();
    const { commitmentId, version } = input;
    const command = { ...agreementFromInput(tenant, input), commitmentId, version, by: actor.personId, today };
    const decide = async (state: Commitment) => proposeAmendment(
      state.status === 'none' ? command : { ...command, rules: rulesFrom(await programNow(this.log, tenant, state.programId)) }, state);
    return decideAndAppend(this.log, tenant, commitments, commitmentId, about(actor.actorId, input, today), decide);
  }
}
