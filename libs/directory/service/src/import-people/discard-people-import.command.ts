import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { directories, discardImport, valueAt } from '@vouchsafe/directory-domain';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { newEvent, RequestKeyReused, TooMuchContention, type Outcome } from '@vouchsafe/event-store';
import { currentCorrelation } from '@vouchsafe/telemetry';
import type { DiscardPeopleImportInput } from '../graphql.generated.js';
import { DIRECTORY_STREAM, loadImports } from './directory-state.js';
import { PeopleImports } from './people-imports.js';
import { endImport } from './staged-import.js';

const TRIES = 8;

type DiscardRejection = Extract<ReturnType<typeof discardImport>, { accepted: false }>['rejection'];

export class DiscardPeopleImportCommand extends Command<Outcome<DiscardRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: DiscardPeopleImportInput) {
    super();
  }
}

@CommandHandler(DiscardPeopleImportCommand)
export class DiscardPeopleImportHandler implements ICommandHandler<DiscardPeopleImportCommand> {
  constructor(private readonly imports: PeopleImports) {}

  async execute({ tenant, actor, input: { requestKey, importId } }: DiscardPeopleImportCommand): Promise<Outcome<DiscardRejection>> {
    const { log, clock } = this.imports.deps;
    const content = { discard: importId };
    const position = await this.recorded(tenant, requestKey, content);
    if (position !== undefined) return this.ended(tenant, importId, position);
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const { state, version } = await loadImports(this.imports.deps, tenant);
      const decision = discardImport({ importId }, state);
      if (!decision.accepted) return decision;
      const staged = valueAt(state.imports, importId);
      const asOf = staged?.status === 'staged' ? staged.asOf : clock.today();
      const result = await log.append(tenant, {
        requestKey, content, actor: actor.actorId, correlation: currentCorrelation() ?? requestKey, conflictIsFinal: false,
        writes: [{ stream: DIRECTORY_STREAM, expected: version, events: decision.events.map((event) => newEvent(directories, event, asOf)) }],
      });
      if (result.outcome === 'key-reused') throw new RequestKeyReused(requestKey);
      if (result.outcome === 'appended') return this.ended(tenant, importId, result.position);
    }
    throw new TooMuchContention(DIRECTORY_STREAM);
  }

  /** Also when the request is repeated: the first may have been cut off before what it kept was gone. */
  private async ended(tenant: TenantId, importId: string, position: Position): Promise<Outcome<DiscardRejection>> {
    await this.imports.deps.database.withTenant(tenant, (tx) => endImport(tx, importId, 'DISCARDED', false));
    return { accepted: true, position };
  }

  private async recorded(tenant: TenantId, requestKey: string, content: unknown): Promise<Position | undefined> {
    const known = await this.imports.deps.log.recorded(tenant, requestKey, content);
    if (known?.outcome === 'key-reused') throw new RequestKeyReused(requestKey);
    return known?.outcome === 'appended' ? known.position : undefined;
  }
}
