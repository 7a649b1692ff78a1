import type { Database } from '@vouchsafe/access';
import { policyStatus, type PolicyRunnerOptions, type PolicyStatus, type WorkerOptions } from '@vouchsafe/reactions';
import { counter, gauge, tenantBucket, type Logger } from '@vouchsafe/telemetry';

const watched = new Set<Database>();
const BY_BUCKET = { policy: 'name', bucket: 'bucket' } as const;

const due = gauge({ name: 'vouchsafe_reactions_due', help: 'Commands and effects that are recorded as due and not done.', labels: BY_BUCKET });
const dead = gauge({ name: 'vouchsafe_reactions_dead', help: 'Dead letters: commands and effects that were given up.', labels: BY_BUCKET });
const parked = gauge({ name: 'vouchsafe_policy_parked', help: 'Tenants of the bucket whose policy is parked: it cannot read an event, and waits for a fix.', labels: BY_BUCKET });
// Asked of the database at each look of the collector, so that what nobody reads is behind as well.
gauge({ name: 'vouchsafe_policy_lag_events', help: 'Events of the tenants of the bucket that the policy has not read yet.', labels: BY_BUCKET }, async (lag) => {
  const all = (await Promise.all([...watched].map((database) => policyStatus(database)))).flat();
  for (const metric of [lag, due, dead, parked]) metric.clear();
  const groups = new Map<string, PolicyStatus[]>();
  for (const status of all) {
    const key = `${status.policy} ${tenantBucket(status.organization)}`;
    groups.set(key, [...groups.get(key) ?? [], status]);
  }
  for (const group of groups.values()) {
    const labels = { policy: group[0]!.policy, bucket: tenantBucket(group[0]!.organization) };
    const sum = (of: (status: PolicyStatus) => number) => group.reduce((total, status) => total + of(status), 0);
    lag.set(labels, sum(({ lagEvents }) => lagEvents));
    due.set(labels, sum((status) => status.due));
    dead.set(labels, sum((status) => status.dead));
    parked.set(labels, sum(({ state }) => (state === 'PARKED' ? 1 : 0)));
  }
});

const endings = counter({ name: 'vouchsafe_reactions_total', help: 'Attempts at commands and effects, by how they ended.', labels: { reaction: 'name', outcome: ['done', 'to be tried again', 'given up'] } });
const outcomes = { DONE: 'done', DUE: 'to be tried again', DEAD: 'given up' } as const;

/** Shows what is due, and how far the policies are behind. @returns ends it */
export const showDue = (database: Database): (() => void) => {
  watched.add(database);
  return () => void watched.delete(database);
};

/** Counts how attempts end, and tells operators what was given up. */
export const onEndingOf = (log: Logger): NonNullable<WorkerOptions['onEnding']> => ({ tenant, policy, position, name, attempts, reactionId }, { state, note }) => {
  endings.add({ reaction: name, outcome: outcomes[state] });
  if (state === 'DEAD') log.error({ tenant, policy, position, name, attempts, id: reactionId, reason: note }, 'given up: "vouchsafe dlq list" shows it, "vouchsafe dlq replay" tries it again');
};

export const onTroubleOf = (log: Logger): NonNullable<PolicyRunnerOptions['onTrouble']> => ({ parked: isParked, ...trouble }) =>
  (isParked ? log.error(trouble, 'parked: nothing of this tenant is read by this policy until it can be') : log.warn(trouble, 'will be tried again'));
