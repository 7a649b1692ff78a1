import type { Context } from '@vouchsafe/projections';
import { tenancyEvents } from '@vouchsafe/tenancy-contracts';
import { organizationOverview } from './organization-overview/organization-overview.projection.js';
import { roleHolders } from './role-holders/role-holders.projection.js';
import { signInsEnded } from './sign-ins-ended/sign-ins-ended.projection.js';
import { sharingGrants } from './sharing-grants/sharing-grants.projection.js';

/** What this context brings to the processes that fold and migrate. */
export const tenancy: Context = {
  events: [tenancyEvents],
  projections: [organizationOverview, roleHolders, sharingGrants, signInsEnded],
  migrations: [],
  schema: new URL('.', import.meta.url),
};
