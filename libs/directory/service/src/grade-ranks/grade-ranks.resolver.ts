import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { Database, type Actor } from '@vouchsafe/access';
import type { GradeRanks } from '@vouchsafe/directory-domain';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { GradeRank, SetGradeRanksInput, SetGradeRanksResult } from '../graphql.generated.js';
import { findGradeRanks } from './grade-ranks.js';
import { SetGradeRanksCommand } from './set-grade-ranks.command.js';

const shown = (grades: GradeRanks): GradeRank[] => Object.entries(grades)
  .map(([grade, rank]): GradeRank => ({ __typename: 'GradeRank', grade, rank })).sort((one, other) => one.rank - other.rank || (one.grade < other.grade ? -1 : 1));

@Resolver('DirectoryUpkeep')
export class GradeRanksResolver {
  constructor(private readonly commands: CommandBus, private readonly database: Database) {}

  @Mutation('setGradeRanks') @Allow('mapping-profile:save')
  async setGradeRanks(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: SetGradeRanksInput): Promise<SetGradeRanksResult> {
    const { grades, position } = await this.commands.execute(new SetGradeRanksCommand(tenant, actor, input));
    return { __typename: 'GradeRanksSet', grades: shown(grades), position };
  }

  @ResolveField('gradeRanks')
  async gradeRanks(@Tenant() tenant: TenantId): Promise<GradeRank[]> {
    return shown(await this.database.withTenant(tenant, findGradeRanks));
  }
}
