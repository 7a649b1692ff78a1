import type { Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';
import { delegationEvents, type DelegationEvent } from '@vouchsafe/sponsorship-contracts';

export interface DelegateRow { sponsorId: string; delegateId: string; since: string }

const keyOf = ({ data: { sponsorId, delegateId } }: Recorded<DelegationEvent>) => ({ sponsorId, delegateId });

const step = (_: DelegateRow | undefined, { type, data, occurredOn }: Recorded<DelegationEvent>): DelegateRow | undefined => {
  switch (type) {
    case 'DelegateAppointed': return { ...data, since: occurredOn };
    case 'DelegateDismissed': return undefined;
  }
};

export const delegates = projection({
  name: 'delegates', version: 1, sql: new URL('./delegates.sql', import.meta.url), tables: ['delegate'], reads: delegationEvents,
  ...foldByKey<DelegationEvent, DelegateRow>('delegate', keyOf, step),
});
