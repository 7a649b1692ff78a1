import { putGradeRanks, takeOverCards } from '@vouchsafe/directory-service';
import type { Ledger } from '@vouchsafe/projections';
import type { SampleRequest } from '@vouchsafe/sample-data';
import { DatabaseFrontKeys } from '@vouchsafe/tenancy-service';

/** What a sample needs beside its logs: that each is marked as made up, a handle, the ranks of grades, and the cards of its people. */
export const besideTheLogs = ({ database, store }: Ledger): Required<Pick<SampleRequest, 'openLog' | 'onCards'>> => ({
  openLog: async ({ tenant, handle, gradeRanks }) => {
    await store.openLog(tenant, { sample: true });
    await new DatabaseFrontKeys(database).claimHandle(tenant, handle);
    await database.withTenant(tenant, (tx) => putGradeRanks(tx, gradeRanks));
  },
  onCards: (tenant, cards) => takeOverCards(database, tenant, cards),
});
