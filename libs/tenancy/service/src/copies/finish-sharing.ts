import { fold, streamName } from '@vouchsafe/decider';
import { readEvent, type Recorded, type TenantId } from '@vouchsafe/event-schema';
import { decideAndAppend, type EventStore } from '@vouchsafe/event-store';
import type { SharingEvent } from '@vouchsafe/tenancy-contracts';
import { copySharing, outstandingCopies, sharings, type Sharing } from '@vouchsafe/tenancy-domain';
import { onBehalfOf } from './finish-membership.js';

export interface Parties {
  readonly sharingId: string;
  readonly grantor: TenantId;
  readonly grantee: TenantId;
}

const STEP = { SharingGranted: 'granted', SharingAccepted: 'accepted', SharingRevoked: 'revoked' } as const;
const MOST_STEPS = 3;

const historyOf = async (log: EventStore, tenant: TenantId, sharingId: string): Promise<readonly Recorded<SharingEvent>[]> =>
  (await log.readStream(tenant, streamName(sharings, sharingId))).map((stored) => readEvent(sharings.catalogue, stored) as Recorded<SharingEvent>);

/** A grant as one tenant's log knows it. */
export const sharingOf = async (log: EventStore, tenant: TenantId, sharingId: string): Promise<Sharing> => fold(sharings, await historyOf(log, tenant, sharingId));

/** Who the parties of a grant are, as one of them knows it; undefined where that log has never heard of it. */
export const partiesOf = async (log: EventStore, tenant: TenantId, sharingId: string): Promise<Parties | undefined> => {
  const [first] = await historyOf(log, tenant, sharingId);
  return first && { sharingId, grantor: first.data.grantor, grantee: first.data.grantee };
};

/** Tells each log what only the other knows of a grant; does nothing once they agree. Every copy has a request key made of the grant and the
 * step, and the day of its original, so that whoever finishes it writes the same and it is written once. */
export const finishSharing = async (log: EventStore, { sharingId, grantor, grantee }: Parties): Promise<void> => {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const at = { grantor: await historyOf(log, grantor, sharingId), grantee: await historyOf(log, grantee, sharingId) };
    const outstanding = outstandingCopies({ grantor: fold(sharings, at.grantor), grantee: fold(sharings, at.grantee) });
    if (outstanding.length === 0) return;
    for (const { to, event } of outstanding) {
      const [from, target, source] = to === 'GRANTEE' ? [grantor, grantee, at.grantor] : [grantee, grantor, at.grantee];
      const original = source.find(({ type }) => type === event.type)!; // each step happens once in the log that decides it
      await decideAndAppend(log, target, sharings, sharingId, {
        requestKey: `${streamName(sharings, sharingId)}:${STEP[event.type]}`, request: event, actor: onBehalfOf(from),
        occurredOn: original.occurredOn, correlation: original.correlation,
      }, (state) => copySharing(event, state)); // refused only if it was overtaken, and then the next look carries back what overtook it
    }
  }
};
