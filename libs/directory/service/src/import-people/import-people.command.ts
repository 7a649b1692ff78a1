import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import type { ConfirmPeopleImportInput, StagePeopleImportInput } from '../graphql.generated.js';
import { confirmStaged, type ConfirmOutcome } from './confirm-import.js';
import { importPeople } from './import-people.js';
import type { ImportReview } from './import-review.js';
import { PeopleImports } from './people-imports.js';

const MOST_INLINE = 64_000;
const WAIT_MS = 2_500;

export class StagePeopleImportCommand extends Command<ImportReview> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: StagePeopleImportInput) {
    super();
  }
}

@CommandHandler(StagePeopleImportCommand)
export class StagePeopleImportHandler implements ICommandHandler<StagePeopleImportCommand> {
  constructor(private readonly imports: PeopleImports) {}

  async execute({ tenant, actor, input: { requestKey, csv, fileName, profile, asOf, keyMap } }: StagePeopleImportCommand) {
    const renames = keyMap ? { keyMap: Object.fromEntries(keyMap.map(({ from, to }) => [from, to])) } : {};
    const file = (async function* () { yield Buffer.from(csv); })();
    return importPeople(this.imports.deps)(tenant, actor, file, { requestKey, fileName, profile: profile ?? 'organogram', asOf, ...renames, dryRun: true, strict: false, limitBytes: MOST_INLINE });
  }
}

export class ConfirmPeopleImportCommand extends Command<ConfirmOutcome & { isApplied?: boolean }> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: ConfirmPeopleImportInput) {
    super();
  }
}

@CommandHandler(ConfirmPeopleImportCommand)
export class ConfirmPeopleImportHandler implements ICommandHandler<ConfirmPeopleImportCommand> {
  constructor(private readonly imports: PeopleImports) {}

  async execute({ tenant, actor, input: { requestKey, importId, strict, acceptLeaversReason = null } }: ConfirmPeopleImportCommand) {
    const outcome = await confirmStaged(this.imports.deps, tenant, actor, { importId, requestKey, strict: strict ?? false, acceptLeaversReason });
    if (!outcome.accepted) return outcome;
    // A large file goes on being recorded after the answer; a small one is done before it.
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), WAIT_MS); });
    const isApplied = await Promise.race([this.imports.record(tenant, importId).then(() => true as const), patience]).finally(() => clearTimeout(timer));
    return { ...outcome, isApplied, position: isApplied ? (await this.imports.deps.log.head(tenant)).position : outcome.position };
  }
}
