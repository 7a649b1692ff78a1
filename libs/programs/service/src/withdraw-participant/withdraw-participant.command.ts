import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { enrolmentId } from '@vouchsafe/programs-contracts';
import { enrolments, withdrawParticipant, type Enrolment, type WithdrawParticipantRejection } from '@vouchsafe/programs-domain';
import type { WithdrawParticipantInput } from '../graphql.generated.js';

export class WithdrawParticipantCommand extends Command<Outcome<WithdrawParticipantRejection, { personId: string }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: WithdrawParticipantInput) {
    super();
  }
}

@CommandHandler(WithdrawParticipantCommand)
export class WithdrawParticipantHandler implements ICommandHandler<WithdrawParticipantCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: WithdrawParticipantCommand) {
    const { cohortId } = input;
    const personId = input.personId ?? actor.personId;
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const decision = policy(actor, 'participant:withdraw', 'enrolment');
    const mayWithdraw = (state: Enrolment) => state.status !== 'none' && permits<'enrolment'>(decision, { personId, cohortId, programId: state.programId });
    const outcome = await decideAndAppend(
      this.log, tenant, enrolments, enrolmentId({ cohortId, personId }), about(actor.actorId, input, occurredOn),
      (state) => withdrawParticipant({ cohortId, personId, occurredOn, today }, mayWithdraw(state) ? state : enrolments.initial)); // a stranger's is answered like none
    return outcome.accepted ? { ...outcome, personId } : outcome;
  }
}
