import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import type { Ledger } from '@vouchsafe/projections';
import { DatabaseFrontKeys } from '@vouchsafe/tenancy-service';
import { Refusal } from '../console/outcome.js';

/** The organization of a handle or an id. @throws Refusal for one that is not here */
export const organizationOf = async ({ database, store }: Ledger, named: string): Promise<TenantId> => {
  const wanted = named.trim().toLowerCase();
  const found = await new DatabaseFrontKeys(database).tenantOf(wanted);
  if (found) return found;
  const known = (await store.heads()).some(({ tenant }) => tenant === wanted);
  if (!known) throw new Refusal('NoSuchOrganization', `There is no organization "${named}". "vouchsafe organizations list" shows those that are here.`);
  return tenantId(wanted);
};
