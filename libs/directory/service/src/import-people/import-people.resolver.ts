import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { isIsoDate, type TenantId } from '@vouchsafe/event-schema';
import { Allow, badUserInput, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type {
  ConfirmPeopleImportInput, ConfirmPeopleImportResult, DiscardPeopleImportInput, DiscardPeopleImportResult, StagePeopleImportInput, StagePeopleImportResult,
} from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DiscardPeopleImportCommand } from './discard-people-import.command.js';
import { ConfirmPeopleImportCommand, StagePeopleImportCommand } from './import-people.command.js';

/** The longest reason that the log takes. */
export const LONGEST_REASON = 500;

@Resolver()
export class ImportPeopleResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('stagePeopleImport') @Allow('people:import')
  async stagePeopleImport(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: StagePeopleImportInput): Promise<StagePeopleImportResult> {
    if (!isIsoDate(input.asOf)) throw badUserInput('"asOf" is a calendar day, such as 2026-03-31.');
    const { importId, refusals, position } = await this.commands.execute(new StagePeopleImportCommand(tenant, actor, input));
    if (importId === null) return { __typename: refusals[0]!.name, message: refusals[0]!.message } as StagePeopleImportResult;
    return { __typename: 'PeopleImportStaged', importId, refusals: refusals.map((one) => ({ __typename: 'ImportRefusal' as const, ...one })), position };
  }

  @Mutation('confirmPeopleImport') @Allow('people:import')
  async confirmPeopleImport(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ConfirmPeopleImportInput): Promise<ConfirmPeopleImportResult> {
    const reason = input.acceptLeaversReason?.trim() || null;
    if (reason !== null && reason.length > LONGEST_REASON) throw badUserInput(`A reason has at most ${LONGEST_REASON} characters.`);
    const outcome = await this.commands.execute(new ConfirmPeopleImportCommand(tenant, actor, { ...input, acceptLeaversReason: reason }));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'PeopleImportConfirmed', importId: input.importId, isApplied: outcome.isApplied ?? false, position: outcome.position };
  }

  @Mutation('discardPeopleImport') @Allow('people:import')
  async discardPeopleImport(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DiscardPeopleImportInput): Promise<DiscardPeopleImportResult> {
    const outcome = await this.commands.execute(new DiscardPeopleImportCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'PeopleImportDiscarded', importId: input.importId, position: outcome.position };
  }
}
