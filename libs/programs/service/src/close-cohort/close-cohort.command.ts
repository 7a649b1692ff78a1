import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { closeCohort, cohorts, type CloseCohortRejection, type Cohort } from '@vouchsafe/programs-domain';
import type { CloseCohortInput } from '../graphql.generated.js';

export class CloseCohortCommand extends Command<Outcome<CloseCohortRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: CloseCohortInput) {
    super();
  }
}

@CommandHandler(CloseCohortCommand)
export class CloseCohortHandler implements ICommandHandler<CloseCohortCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  execute({ tenant, actor, input }: CloseCohortCommand) {
    const { cohortId } = input;
    const decision = policy(actor, 'cohort:close', 'cohort');
    const mayClose = (state: Cohort) => state.status !== 'none' && permits<'cohort'>(decision, { cohortId, programId: state.programId });
    return decideAndAppend(
      this.log, tenant, cohorts, cohortId, about(actor.actorId, input, this.clock.utcToday()),
      (state) => closeCohort({ cohortId }, mayClose(state) ? state : cohorts.initial)); // another lead's cohort is answered like none
  }
}
