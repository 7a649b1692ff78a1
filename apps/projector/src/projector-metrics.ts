import { projectionStatus, type Ledger, type ProjectionStatus, type RunnerOptions, type TopicFeedOptions } from '@vouchsafe/projections';
import { counter, gauge, tenantBucket, type Logger } from '@vouchsafe/telemetry';

type Folded = Pick<Ledger, 'database' | 'store'>;

const watched = new Set<Folded>();
const BY_BUCKET = { projection: 'name', bucket: 'bucket' } as const;

const lagSeconds = gauge({ name: 'vouchsafe_projection_lag_seconds', help: 'Age of the oldest event not folded yet: of the tenant of the bucket who is furthest behind.', labels: BY_BUCKET });
const parked = gauge({ name: 'vouchsafe_projection_parked', help: 'Tenants of the bucket whose projection is parked: it cannot fold an event, and waits for a fix.', labels: BY_BUCKET });
// Asked of the database at each look of the collector, so that what nobody folds is behind as well.
gauge({ name: 'vouchsafe_projection_lag_events', help: 'Events of the tenants of the bucket that are not folded yet.', labels: BY_BUCKET }, async (lagEvents) => {
  const all = (await Promise.all([...watched].map(({ database, store }) => projectionStatus(database, store)))).flat();
  for (const metric of [lagEvents, lagSeconds, parked]) metric.clear();
  const groups = new Map<string, ProjectionStatus[]>();
  for (const status of all) {
    const key = `${status.projection} ${tenantBucket(status.organization)}`;
    groups.set(key, [...groups.get(key) ?? [], status]);
  }
  for (const group of groups.values()) {
    const labels = { projection: group[0]!.projection, bucket: tenantBucket(group[0]!.organization) };
    lagEvents.set(labels, group.reduce((sum, status) => sum + status.lagEvents, 0));
    lagSeconds.set(labels, Math.max(...group.map((status) => status.lagSeconds)));
    parked.set(labels, group.filter(({ state }) => state === 'PARKED').length);
  }
});

const troubles = counter({ name: 'vouchsafe_projection_troubles_total', help: 'Batches that could not be folded: parked, or to be tried again.', labels: { projection: 'name', outcome: ['parked', 'tried again'] } });
const duplicates = counter({ name: 'vouchsafe_topic_duplicates_total', help: 'Records that were folded before, and dropped.' });
const refused = counter({ name: 'vouchsafe_topic_refused_total', help: 'Records that could not be read or did not follow from the log: ignored.' });
const healed = counter({ name: 'vouchsafe_topic_healed_ranges_total', help: 'Ranges that the topic did not bring, read from the log.' });

/** Shows how far the read models of a ledger are behind its logs. @returns ends it */
export const showLag = (ledger: Folded): (() => void) => {
  watched.add(ledger);
  return () => void watched.delete(ledger);
};

/** Counts what goes wrong in the folding, and tells operators. */
export const onTroubleOf = (log: Logger): NonNullable<RunnerOptions['onTrouble']> => ({ parked: isParked, ...trouble }) => {
  troubles.add({ projection: trouble.projection, outcome: isParked ? 'parked' : 'tried again' });
  if (isParked) log.error(trouble, 'parked: nothing of this tenant is folded into this projection until it can be read');
  else log.warn(trouble, 'will be tried again');
};

/** Counts what the topic brings beside what is folded, and tells operators what somebody should look into. */
export const onSeenOf = (log: Logger): NonNullable<TopicFeedOptions['onSeen']> => (seen) => {
  switch (seen.what) {
    case 'duplicates': return duplicates.add({}, seen.count);
    case 'healed': return healed.add({}, seen.count);
    case 'refused':
      refused.add({}, Math.max(1, seen.positions.length));
      return log.error({ tenant: seen.tenant, positions: seen.positions, reason: seen.reason }, 'a record of the topic was ignored, and the log read instead');
    case 'no such log': return log.error({ tenant: seen.tenant }, 'the topic speaks of a tenant without a log: ignored');
    case 'not subscribed': return log.warn({ reason: seen.reason }, 'no topic to read: the logs themselves are read meanwhile');
  }
};
