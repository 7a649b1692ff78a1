import type { Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';
import { roleEvents, type Role, type RoleEvent } from '@vouchsafe/tenancy-contracts';

export interface RoleRow { personId: string; role: Role; programId: string }

const keyOf = ({ data: { personId, role, programId } }: Recorded<RoleEvent>) => ({ personId, role, programId: programId ?? '' });

const step = (_: RoleRow | undefined, event: Recorded<RoleEvent>): RoleRow | undefined => {
  switch (event.type) {
    case 'RoleGranted': return keyOf(event);
    case 'RoleRevoked': return undefined;
  }
};

export const roleHolders = projection({
  name: 'role-holders', version: 1, sql: new URL('./role-holders.sql', import.meta.url), tables: ['role_holder'], reads: roleEvents,
  ...foldByKey<RoleEvent, RoleRow>('role_holder', keyOf, step),
});
