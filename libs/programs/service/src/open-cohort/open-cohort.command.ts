import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, idFromRequest, type Outcome } from '@vouchsafe/event-store';
import { cohorts, openCohort, programs, type OpenCohortRejection } from '@vouchsafe/programs-domain';
import { programOf } from '../frame/frame.js';
import type { OpenCohortInput } from '../graphql.generated.js';

export class OpenCohortCommand extends Command<Outcome<OpenCohortRejection, { cohortId: string }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: OpenCohortInput) {
    super();
  }
}

@CommandHandler(OpenCohortCommand)
export class OpenCohortHandler implements ICommandHandler<OpenCohortCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: OpenCohortCommand) {
    const { programId, name, opensOn, closesOn } = input;
    const cohortId = idFromRequest(tenant, 'cohort', input.requestKey);
    const program = actor.leads.has(programId) ? await programOf(this.log, tenant, programId) : programs.initial;
    const command = { cohortId, programId, name, opensOn, closesOn: closesOn ?? null, program };
    const outcome = await decideAndAppend(this.log, tenant, cohorts, cohortId, about(actor.actorId, input, this.clock.utcToday()), (state) => openCohort(command, state));
    return outcome.accepted ? { ...outcome, cohortId } : outcome;
  }
}
