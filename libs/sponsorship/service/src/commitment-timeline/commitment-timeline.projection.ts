import type { Recorded } from '@vouchsafe/event-schema';
import { projection, type Tables } from '@vouchsafe/projections';
import { commitmentEvents, type CommitmentEvent, type Side } from '@vouchsafe/sponsorship-contracts';

export interface TimelineRow {
  commitmentId: string; version: number; position: number; kind: CommitmentEvent['type']; occurredOn: string; recordedAt: string;
  actionId: string | null; pledgeId: string | null; textVersion: number | null; side: Side | null; reason: string | null;
}

const TABLE = 'commitment_timeline';

/** What follows from the entry before it, in the same append: it is about the same action, if that was about one. */
const follows: ReadonlySet<CommitmentEvent['type']> = new Set<CommitmentEvent['type']>(['PledgeKept', 'CommitmentFulfilled', 'CommitmentFulfilmentRevoked']);

/** Who withdrew, and who let go of a pledge, is not shown: neither is asked, and neither is a fault. */
const sideOf = (event: CommitmentEvent): Side | null => {
  switch (event.type) {
    case 'CommitmentSigned': return event.data.side;
    case 'AmendmentProposed': return event.data.proposedBy;
    case 'PledgeRenegotiated': return event.data.renegotiatedBy;
    case 'CommitmentProposed': case 'CommitmentMade': case 'CommitmentAmended': case 'CommitmentDeclined': case 'AmendmentDeclined': case 'CommitmentPaused':
    case 'CommitmentResumed': case 'CommitmentWithdrawn': case 'CommitmentFulfilled': case 'CommitmentFulfilmentRevoked': case 'CommitmentEnded':
    case 'PledgeAdvanced': case 'PledgeKept': case 'PledgeSetBack': case 'PledgeWithdrawn': case 'PledgeMissed':
    case 'AdvocacyActionRecorded': case 'WitnessNamed': case 'AdvocacyActionConfirmed': case 'AdvocacyActionDisputed': case 'AdvocacyActionCorrected':
    case 'AdvocacyActionRetracted': case 'AdvocacyActionDisclosed': return null;
  }
};

const entryOf = (event: Recorded<CommitmentEvent>): TimelineRow => {
  const { data } = event;
  return {
    commitmentId: data.commitmentId, version: event.version, position: event.position, kind: event.type, occurredOn: event.occurredOn, recordedAt: event.recordedAt,
    actionId: 'actionId' in data ? data.actionId : null, pledgeId: 'pledgeId' in data ? data.pledgeId : null,
    textVersion: 'version' in data ? data.version : null, side: sideOf(event), reason: 'reason' in data ? data.reason : null,
  };
};

const key = (commitmentId: string, version: number) => `${commitmentId} ${version}`;

const fold = async (events: readonly Recorded<CommitmentEvent>[], tables: Tables): Promise<void> => {
  const entries = events.map(entryOf);
  const needed = entries.filter(({ kind }) => follows.has(kind)).map(({ commitmentId, version }) => ({ commitmentId, version: version - 1 }));
  const earlier = await tables.load(TABLE, needed) as unknown as TimelineRow[];
  const about = new Map(earlier.map(({ commitmentId, version, actionId }) => [key(commitmentId, version), actionId]));
  const rows = entries.map((entry) => {
    const { commitmentId, version, kind } = entry;
    const actionId = follows.has(kind) ? about.get(key(commitmentId, version - 1)) ?? null : entry.actionId;
    about.set(key(commitmentId, version), actionId);
    return { ...entry, actionId };
  });
  await tables.put(TABLE, rows);
};

export const commitmentTimeline = projection({
  name: 'commitment-timeline', version: 1, sql: new URL('./commitment-timeline.sql', import.meta.url), tables: [TABLE], reads: commitmentEvents, fold,
});
