import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { enrolmentId } from '@vouchsafe/programs-contracts';
import { approveEnrolment, enrolments, type ApproveEnrolmentRejection, type Enrolment } from '@vouchsafe/programs-domain';
import { frameOf } from '../frame/frame.js';
import type { ApproveEnrolmentInput } from '../graphql.generated.js';

export class ApproveEnrolmentCommand extends Command<Outcome<ApproveEnrolmentRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: ApproveEnrolmentInput) {
    super();
  }
}

@CommandHandler(ApproveEnrolmentCommand)
export class ApproveEnrolmentHandler implements ICommandHandler<ApproveEnrolmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: ApproveEnrolmentCommand) {
    const { cohortId, personId } = input;
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const frame = await frameOf(this.log, tenant, cohortId);
    const decision = policy(actor, 'participant:enrol', 'enrolment');
    const mayAnswer = (state: Enrolment) => state.status !== 'none' && permits<'enrolment'>(decision, { personId, cohortId, programId: state.programId });
    return decideAndAppend(
      this.log, tenant, enrolments, enrolmentId({ cohortId, personId }), about(actor.actorId, input, occurredOn),
      (state) => approveEnrolment({ ...frame, cohortId, personId, occurredOn, today }, mayAnswer(state) ? state : enrolments.initial)); // another lead's is answered like none
  }
}
