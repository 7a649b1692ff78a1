import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import type { ProgramSettings } from '@vouchsafe/programs-contracts';
import { programs, setProgramRules, type SetProgramRulesRejection } from '@vouchsafe/programs-domain';
import type { ProgramSettingsInput, SetProgramRulesInput } from '../graphql.generated.js';
import { written } from '../vocabulary/written-conditions.js';

export class SetProgramRulesCommand extends Command<Outcome<SetProgramRulesRejection, { version: number }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: SetProgramRulesInput) {
    super();
  }
}

const named = (settings: ProgramSettingsInput): Partial<ProgramSettings> => Object.fromEntries(Object.entries(settings).filter(([, value]) => value != null));

@CommandHandler(SetProgramRulesCommand)
export class SetProgramRulesHandler implements ICommandHandler<SetProgramRulesCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: SetProgramRulesCommand) {
    const { programId, basedOn, settings, eligibility } = input;
    const command = {
      programId, basedOn, settings: settings ? named(settings) : {}, standIns: [],
      eligibility: eligibility ? { proteges: written(eligibility.proteges), sponsors: written(eligibility.sponsors) } : null,
    };
    const outcome = await decideAndAppend(
      this.log, tenant, programs, programId, about(actor.actorId, input, this.clock.utcToday()),
      (state) => setProgramRules(command, actor.leads.has(programId) ? state : programs.initial)); // who does not lead it learns nothing of it
    return outcome.accepted ? { ...outcome, version: basedOn + 1 } : outcome;
  }
}
