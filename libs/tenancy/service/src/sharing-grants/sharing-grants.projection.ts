import type { Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';
import { sharingEvents, type SharingEvent, type SharingPurpose, type SharingScope } from '@vouchsafe/tenancy-contracts';

export interface SharingRow {
  sharingId: string; grantor: string; grantee: string; status: 'OFFERED' | 'ACCEPTED' | 'REVOKED';
  scope: SharingScope | null; purpose: SharingPurpose | null; expires: string | null;
}

const step = (row: SharingRow | undefined, { type, data }: Recorded<SharingEvent>): SharingRow | undefined => {
  switch (type) {
    case 'SharingGranted': {
      const { sharingId, grantor, grantee, scope, purpose, expires } = data;
      return row ?? { sharingId, grantor, grantee, status: 'OFFERED', scope, purpose, expires };
    }
    case 'SharingAccepted': return row?.status === 'OFFERED' ? { ...row, status: 'ACCEPTED' } : row;
    case 'SharingRevoked': {
      const { sharingId, grantor, grantee } = data;
      return { ...(row ?? { scope: null, purpose: null, expires: null }), sharingId, grantor, grantee, status: 'REVOKED' };
    }
  }
};

export const sharingGrants = projection({
  name: 'sharing-grants', version: 1, sql: new URL('./sharing-grants.sql', import.meta.url), tables: ['sharing_grant'], reads: sharingEvents,
  ...foldByKey<SharingEvent, SharingRow>('sharing_grant', ({ data }) => data.sharingId, step),
});
