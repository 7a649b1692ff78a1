import type { RelayWatch } from '@vouchsafe/messaging';
import { counter, gauge, histogram, SECONDS, type Logger } from '@vouchsafe/telemetry';

const age = histogram({ name: 'vouchsafe_relay_age_seconds', help: 'From an event’s recording to its mark, by the clock of the database.', buckets: [...SECONDS, 30, 60, 300, 3_600] });
const records = counter({
  name: 'vouchsafe_relay_records_total', labels: { outcome: ['published', 'unacknowledged', 'refused'] },
  help: 'Records sent: acknowledged and marked, not acknowledged in time, or refused a mark because another relay was at work. The latter two may lie on the topic twice.',
});
const leases = gauge({ name: 'vouchsafe_relay_leases', help: 'Buckets of tenants, out of 64, that this relay looks after.' });
const relays = gauge({ name: 'vouchsafe_relay_members', help: 'Relays that live, as this one knows.' });
const failures = counter({ name: 'vouchsafe_relay_failures_total', help: 'Rounds that did not end well.', labels: { doing: ['leases', 'relaying'] } });

/** Counts what a relay does, and tells operators what keeps it from it. */
export const watchRelay = (log: Logger): RelayWatch => {
  const holes = new Set<string>();
  return {
    published: (ages) => {
      records.add({ outcome: 'published' }, ages.length);
      for (const each of ages) age.observe({}, each);
    },
    unknown: (count, because) => {
      records.add({ outcome: because === 'not acknowledged' ? 'unacknowledged' : 'refused' }, count);
      log.warn({ records: count, because }, 'sent, and not marked: they may travel again');
    },
    holds: (buckets, ofRelays) => {
      leases.set({}, buckets);
      relays.set({}, ofRelays);
    },
    trouble: ({ doing, error, againInMilliseconds }) => {
      failures.add({ doing });
      log.warn({ doing, err: error, againInMilliseconds }, 'will be tried again');
    },
    hole: (tenant, position) => {
      if (holes.has(`${tenant} ${position}`)) return; // it is met at every look
      holes.add(`${tenant} ${position}`);
      log.error({ tenant, position }, 'this log has a hole: nothing beyond it is published until it is mended');
    },
  };
};
