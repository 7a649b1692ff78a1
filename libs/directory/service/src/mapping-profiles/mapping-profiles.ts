import type { Transaction } from '@vouchsafe/access';
import { hrProfile, organogramProfile, type MappingProfile } from '@vouchsafe/directory-domain';

/** Profiles that every tenant has. Their names are not to be had. */
export const builtIn: readonly MappingProfile[] = [organogramProfile, hrProfile];

/** The newest version of a profile, or nothing under that name. */
export const findProfile = async (tx: Transaction, name: string): Promise<MappingProfile | undefined> =>
  builtIn.find((profile) => profile.name === name)
  ?? (await tx.query<{ profile: MappingProfile }>('SELECT profile FROM directory.mapping_profile WHERE tenant_id = $1 AND name = $2 ORDER BY version DESC LIMIT 1', [tx.tenant, name])).rows[0]?.profile;
