import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { correctDirectoryFact, type CorrectDirectoryFact, type CorrectDirectoryFactRejection } from '@vouchsafe/directory-domain';
import type { TenantId } from '@vouchsafe/event-schema';
import { about } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { findGradeRanks } from '../grade-ranks/grade-ranks.js';
import type { CorrectDirectoryFactInput, CorrectedFactInput } from '../graphql.generated.js';
import { PeopleImports } from '../import-people/people-imports.js';
import { changeDirectory } from './change-directory.js';

export class CorrectDirectoryFactCommand extends ActorsCommand<CorrectDirectoryFactInput, CorrectDirectoryFactRejection> {}

@CommandHandler(CorrectDirectoryFactCommand)
export class CorrectDirectoryFactHandler implements ICommandHandler<CorrectDirectoryFactCommand> {
  constructor(private readonly imports: PeopleImports) {}

  async execute({ tenant, actor, input }: CorrectDirectoryFactCommand) {
    const { clock } = this.imports.deps;
    const { postId, reason } = input;
    const occurredOn = input.occurredOn ?? clock.utcToday();
    const command = { postId, fact: await this.said(tenant, input.fact), reason, occurredOn, today: clock.today() };
    return changeDirectory(this.imports.deps, tenant, about(actor.actorId, input, occurredOn), (state) => correctDirectoryFact(command, state));
  }

  /** A grade has the rank that the tenant's table gives it; none if the table lacks it. */
  private async said(tenant: TenantId, { grade, unit, function: work }: CorrectedFactInput): Promise<CorrectDirectoryFact['fact']> {
    if (grade != null) {
      const ranks = await this.imports.deps.database.withTenant(tenant, findGradeRanks);
      return { field: 'LEVEL', grade, rank: Object.hasOwn(ranks, grade) ? ranks[grade]! : null };
    }
    return unit != null ? { field: 'UNIT', unit } : { field: 'FUNCTION', function: work ?? null };
  }
}
