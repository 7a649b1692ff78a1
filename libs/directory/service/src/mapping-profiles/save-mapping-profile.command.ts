import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database, type Actor, type Transaction } from '@vouchsafe/access';
import { checkProfile, mappingProfile, type MappingProfile } from '@vouchsafe/directory-domain';
import type { TenantId } from '@vouchsafe/event-schema';
import { EventStore, RequestKeyReused, type Outcome } from '@vouchsafe/event-store';
import { badUserInput } from '@vouchsafe/graphql';
import type { DateFormat, SaveMappingProfileInput } from '../graphql.generated.js';
import type { SaveProfileRejection } from '../refusals/refusals.js';
import { builtIn } from './mapping-profiles.js';

const FORMATS: Readonly<Record<DateFormat, string>> = {
  YEAR_MONTH_DAY: 'YYYY-MM-DD', DAY_MONTH_YEAR_SLASHED: 'DD/MM/YYYY', MONTH_DAY_YEAR_SLASHED: 'MM/DD/YYYY', DAY_MONTH_YEAR_DOTTED: 'DD.MM.YYYY',
};

const TAKEN = '23505';

export class SaveMappingProfileCommand extends Command<Outcome<SaveProfileRejection, { version: number }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: SaveMappingProfileInput) {
    super();
  }
}

@CommandHandler(SaveMappingProfileCommand)
export class SaveMappingProfileHandler implements ICommandHandler<SaveMappingProfileCommand> {
  constructor(private readonly database: Database, private readonly log: EventStore) {}

  async execute({ tenant, actor, input }: SaveMappingProfileCommand) {
    if (builtIn.some(({ name }) => name === input.name.trim())) return { accepted: false as const, rejection: { reason: 'ProfileIsBuiltIn' as const, profile: input.name } };
    const profile = profileOf(input);
    const checked = checkProfile(profile);
    if (!checked.accepted) return checked;
    const saving = () => this.database.withTenant(tenant, (tx) => save(tx, profile, input.requestKey, actor.actorId));
    const version = await saving().catch((error: { code?: string }) => {
      if (error.code !== TAKEN) throw error;
      return saving(); // somebody saved at the same moment: theirs is the version before this one
    });
    return { accepted: true as const, position: (await this.log.head(tenant)).position, version };
  }
}

/** @throws GraphQLError BAD_USER_INPUT for what is no profile at all */
const profileOf = ({ name, rows, columns, dateFormat, leftStatuses }: SaveMappingProfileInput): MappingProfile => {
  const fields = columns.map(({ field }) => field);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) throw badUserInput(`The field "${twice}" is mapped twice.`);
  const read = mappingProfile.safeParse({
    name: name.trim(), version: 1, columns: Object.fromEntries(columns.map(({ field, heading }) => [field, heading])),
    ...(rows === 'POSTS' ? { rows: 'posts' } : { rows: 'people', dateFormat: FORMATS[dateFormat ?? 'YEAR_MONTH_DAY'], leftStatuses: leftStatuses ?? [] }),
  });
  if (!read.success) throw badUserInput(`The profile's ${read.error.issues[0]!.path.join('.')}: ${read.error.issues[0]!.message}.`);
  return read.data;
};

const save = async (tx: Transaction, { version: _, ...profile }: MappingProfile, requestKey: string, actor: string): Promise<number> => {
  const known = await tx.query<{ version: number; profile: MappingProfile }>('SELECT version, profile FROM directory.mapping_profile WHERE tenant_id = $1 AND request_key = $2', [tx.tenant, requestKey]);
  if (known.rows[0]) {
    const { version, profile: saved } = known.rows[0];
    if (JSON.stringify(saved) !== JSON.stringify({ ...profile, version })) throw new RequestKeyReused(requestKey);
    return version;
  }
  const { rows } = await tx.query<{ version: number }>('SELECT coalesce(max(version), 0) + 1 AS version FROM directory.mapping_profile WHERE tenant_id = $1 AND name = $2', [tx.tenant, profile.name]);
  const { version } = rows[0]!;
  await tx.query('INSERT INTO directory.mapping_profile (tenant_id, name, version, profile, request_key, saved_by) VALUES ($1, $2, $3, $4, $5, $6)',
    [tx.tenant, profile.name, version, JSON.stringify({ ...profile, version }), requestKey, actor]);
  return version;
};
