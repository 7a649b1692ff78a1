import { gauge } from '@vouchsafe/telemetry';
import type { Pool } from 'pg';

const roles = ['vouchsafe_app', 'vouchsafe_scout', 'vouchsafe_relay', 'vouchsafe_reporter', 'other'] as const;
type Role = (typeof roles)[number];

const open = new Map<Pool, Role>();

/** What each login's pools of this process hold together. */
const sums = (count: (pool: Pool) => number): Map<Role, number> => {
  const of = new Map<Role, number>();
  for (const [pool, role] of open) {
    if (pool.ended) open.delete(pool);
    else of.set(role, (of.get(role) ?? 0) + count(pool));
  }
  return of;
};

gauge(
  { name: 'vouchsafe_pool_connections', help: 'Connections to PostgreSQL that this process holds', labels: { role: roles, state: ['busy', 'idle'] } },
  (connections) => {
    connections.clear();
    for (const [role, count] of sums(({ totalCount, idleCount }) => totalCount - idleCount)) connections.set({ role, state: 'busy' }, count);
    for (const [role, count] of sums(({ idleCount }) => idleCount)) connections.set({ role, state: 'idle' }, count);
  },
);
gauge(
  { name: 'vouchsafe_pool_waiting_requests', help: 'Requests of this process that wait for a connection to PostgreSQL', labels: { role: roles } },
  (waiting) => {
    waiting.clear();
    for (const [role, count] of sums(({ waitingCount }) => waitingCount)) waiting.set({ role }, count);
  },
);

/** Shows how a pool is used, until it is closed. */
export const showUse = (pool: Pool, url: string): void => {
  const login = decodeURIComponent(new URL(url).username);
  open.set(pool, roles.find((role) => role === login) ?? 'other');
};
