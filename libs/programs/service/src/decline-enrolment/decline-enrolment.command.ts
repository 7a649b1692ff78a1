import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { enrolmentId } from '@vouchsafe/programs-contracts';
import { declineEnrolment, enrolments, type DeclineEnrolmentRejection, type Enrolment } from '@vouchsafe/programs-domain';
import type { DeclineEnrolmentInput } from '../graphql.generated.js';

export class DeclineEnrolmentCommand extends Command<Outcome<DeclineEnrolmentRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: DeclineEnrolmentInput) {
    super();
  }
}

@CommandHandler(DeclineEnrolmentCommand)
export class DeclineEnrolmentHandler implements ICommandHandler<DeclineEnrolmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DeclineEnrolmentCommand) {
    const { cohortId, personId } = input;
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const decision = policy(actor, 'enrolment:decline', 'enrolment');
    const mayAnswer = (state: Enrolment) => state.status !== 'none' && permits<'enrolment'>(decision, { personId, cohortId, programId: state.programId });
    return decideAndAppend(
      this.log, tenant, enrolments, enrolmentId({ cohortId, personId }), about(actor.actorId, input, occurredOn),
      (state) => declineEnrolment({ cohortId, personId, occurredOn, today }, mayAnswer(state) ? state : enrolments.initial)); // another lead's is answered like none
  }
}
