import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeReportingLine, type ChangeReportingLineRejection } from '@vouchsafe/directory-domain';
import { about } from '@vouchsafe/event-store';
import { ActorsCommand, badUserInput } from '@vouchsafe/graphql';
import type { ChangeReportingLineInput } from '../graphql.generated.js';
import { PeopleImports } from '../import-people/people-imports.js';
import { changeDirectory } from './change-directory.js';

const MOST_DOTTED = 100;

export class ChangeReportingLineCommand extends ActorsCommand<ChangeReportingLineInput, ChangeReportingLineRejection> {}

@CommandHandler(ChangeReportingLineCommand)
export class ChangeReportingLineHandler implements ICommandHandler<ChangeReportingLineCommand> {
  constructor(private readonly imports: PeopleImports) {}

  async execute({ tenant, actor, input }: ChangeReportingLineCommand) {
    const { clock } = this.imports.deps;
    const { postId, reportsTo = null, dottedTo = [] } = input;
    if (dottedTo.length > MOST_DOTTED) throw badUserInput(`A post has at most ${MOST_DOTTED} dotted lines.`);
    const occurredOn = input.occurredOn ?? clock.utcToday();
    const command = { postId, reportsTo, dottedTo, occurredOn, today: clock.today() };
    return changeDirectory(this.imports.deps, tenant, about(actor.actorId, input, occurredOn), (state) => changeReportingLine(command, state));
  }
}
