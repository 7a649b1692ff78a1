import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deactivatePerson, type DeactivatePersonRejection } from '@vouchsafe/directory-domain';
import { about } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { DeactivatePersonInput } from '../graphql.generated.js';
import { setAccess } from '../identity-cards/write-cards.js';
import { PeopleImports } from '../import-people/people-imports.js';
import { changeDirectory } from './change-directory.js';

export class DeactivatePersonCommand extends ActorsCommand<DeactivatePersonInput, DeactivatePersonRejection> {}

@CommandHandler(DeactivatePersonCommand)
export class DeactivatePersonHandler implements ICommandHandler<DeactivatePersonCommand> {
  constructor(private readonly imports: PeopleImports) {}

  async execute({ tenant, actor, input }: DeactivatePersonCommand) {
    const { database, clock } = this.imports.deps;
    const { personId } = input;
    const occurredOn = input.occurredOn ?? clock.utcToday();
    const command = { personId, occurredOn, today: clock.today() };
    const outcome = await changeDirectory(this.imports.deps, tenant, about(actor.actorId, input, occurredOn), (state) => deactivatePerson(command, state));
    // Also when the request is repeated: the first may have been cut off before the door was shut.
    if (outcome.accepted) await database.withTenant(tenant, (tx) => setAccess(tx, [personId], 'ended'));
    return outcome;
  }
}
