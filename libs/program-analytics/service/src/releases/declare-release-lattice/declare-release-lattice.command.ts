import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import type { DeclareReleaseLatticeInput } from '../../graphql.generated.js';
import { programFacts } from '../../program-facts/program-facts.projection.js';
import type { NotTheLeads } from '../refusals.js';
import { declareReleaseLattice, releases, type DeclareReleaseLatticeRejection } from '../release.js';

export class DeclareReleaseLatticeCommand extends ActorsCommand<DeclareReleaseLatticeInput, DeclareReleaseLatticeRejection | NotTheLeads> {}

const EVER_ENROLLED = `SELECT FROM read.${programFacts.tables['enrolment_fact']} WHERE tenant_id = $1 AND program_id = $2 LIMIT 1`;

@CommandHandler(DeclareReleaseLatticeCommand)
export class DeclareReleaseLatticeHandler implements ICommandHandler<DeclareReleaseLatticeCommand> {
  constructor(private readonly log: EventStore, private readonly readModels: ReadModels, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DeclareReleaseLatticeCommand) {
    const { programId, dimensions } = input;
    if (!actor.leads.has(programId)) return { accepted: false as const, rejection: { reason: 'ProgramIsNotDefined' as const } };
    return decideAndAppend(this.log, tenant, releases, programId, about(actor.actorId, input, this.clock.utcToday()), async (state) => {
      // As of the head of the log: whoever was enrolled a moment ago counts.
      const { position } = await this.log.head(tenant);
      const ever = await this.readModels.many(tenant, programFacts, position, EVER_ENROLLED, [tenant, programId]);
      return declareReleaseLattice({ programId, dimensions, isAnybodyEnrolled: ever.length > 0 }, state);
    });
  }
}
