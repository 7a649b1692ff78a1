import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { RelayDatabase } from '@vouchsafe/access';
import type { CrashPoints, Wakeups } from '@vouchsafe/event-store';
import { PostgresRelayStore, Relay, type LogTransport, type RelayOptions } from '@vouchsafe/messaging';
import { logger } from '@vouchsafe/telemetry';
import { watchRelay } from './relay-metrics.js';

/** What a relay is put together from. */
export interface RelayParts {
  readonly database: RelayDatabase;
  readonly wakeups: Wakeups;
  readonly open: () => Promise<LogTransport>;
  /** For fault runs. */
  readonly crashPoints?: CrashPoints;
  readonly options?: Partial<Pick<RelayOptions, 'lease' | 'patience' | 'to'>>;
}

/** Names a process among the relays, for people who look where it runs; unlike any before it. */
const ownName = (): string => `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;

/** Starts to publish what is appended. @returns `stop` ends it after the round under way, and gives its leases back */
export const startRelay = ({ database, wakeups, open, crashPoints, options }: RelayParts): Relay => {
  const relay = new Relay(new PostgresRelayStore(database), { owner: ownName(), open, watch: watchRelay(logger('relay')), ...(crashPoints ? { crashPoints } : {}), ...options });
  wakeups.subscribe((tenant) => relay.wake(tenant));
  relay.start();
  return relay;
};
