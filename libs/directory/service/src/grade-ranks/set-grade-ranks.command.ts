import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database, type Actor } from '@vouchsafe/access';
import { gradeRanks, type GradeRanks } from '@vouchsafe/directory-domain';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { badUserInput } from '@vouchsafe/graphql';
import type { SetGradeRanksInput } from '../graphql.generated.js';
import { findGradeRanks, putGradeRanks } from './grade-ranks.js';

const MOST_GRADES = 500;

/** Setting the whole table twice says the same: a repeated request needs no record. */
export class SetGradeRanksCommand extends Command<{ grades: GradeRanks; position: Position }> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: SetGradeRanksInput) {
    super();
  }
}

@CommandHandler(SetGradeRanksCommand)
export class SetGradeRanksHandler implements ICommandHandler<SetGradeRanksCommand> {
  constructor(private readonly database: Database, private readonly log: EventStore) {}

  async execute({ tenant, input }: SetGradeRanksCommand) {
    const table = gradeRanks.safeParse(Object.fromEntries(input.grades.map(({ grade, rank }) => [grade.trim(), rank])));
    if (!table.success || input.grades.length > MOST_GRADES) throw badUserInput(`A table holds up to ${MOST_GRADES} grades of 1 to 100 characters, each with a rank from 0.`);
    if (Object.keys(table.data).length < input.grades.length) throw badUserInput('A grade stands in the table twice.');
    const grades = await this.database.withTenant(tenant, async (tx) => {
      await putGradeRanks(tx, table.data);
      return findGradeRanks(tx);
    });
    return { grades, position: (await this.log.head(tenant)).position };
  }
}
