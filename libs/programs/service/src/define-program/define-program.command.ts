import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { reject, type Decision } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, idFromRequest, type Outcome } from '@vouchsafe/event-store';
import type { ProgramEvent } from '@vouchsafe/programs-contracts';
import { defineProgram, programs, type DefineProgramRejection } from '@vouchsafe/programs-domain';
import type { DefineProgramInput } from '../graphql.generated.js';
import { written } from '../vocabulary/written-conditions.js';

export type DefineProgramRefusal = DefineProgramRejection | { reason: 'OnlyItsLeadMayDoThis' };

export class DefineProgramCommand extends Command<Outcome<DefineProgramRefusal, { programId: string }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: DefineProgramInput) {
    super();
  }
}

@CommandHandler(DefineProgramCommand)
export class DefineProgramHandler implements ICommandHandler<DefineProgramCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DefineProgramCommand) {
    // Every lead may start a programme. One under a given id belongs to whoever was appointed to it, defined or not.
    const mayDefine = input.programId == null || actor.leads.has(input.programId);
    const programId = input.programId ?? idFromRequest(tenant, 'program', input.requestKey);
    const { name, kind, goals, term, population, places } = input;
    const command = {
      programId, name, kind, goals: [...(goals ?? [])], term: term ?? null, population: population ? written(population) : null, places: places ?? null,
      standIns: [], // no organization can declare fields as stand-ins yet
    };
    const outcome = await decideAndAppend(
      this.log, tenant, programs, programId, about(actor.actorId, input, this.clock.utcToday()),
      (state): Decision<ProgramEvent, DefineProgramRefusal> => (mayDefine ? defineProgram(command, state) : reject({ reason: 'OnlyItsLeadMayDoThis' })));
    return outcome.accepted ? { ...outcome, programId } : outcome;
  }
}
