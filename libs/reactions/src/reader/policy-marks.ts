import type { Database } from '@vouchsafe/access';
import { noCrashPoints, type CrashPoints } from '@vouchsafe/event-store';
import type { AnyEvent, Position, Recorded, TenantId } from '@vouchsafe/event-schema';
import { NotOfThisLog, type Place } from '@vouchsafe/projections';
import { follow } from '../policy/follow.js';
import type { Policy } from '../policy/policy.js';
import { recallAll, writeChanges } from './write-changes.js';

/** Since when each of these policies acts: since a reactor first ran with it. */
export const sinceWhen = async (database: Database, policies: readonly Policy[]): Promise<ReadonlyMap<string, string>> => {
  const names = policies.map(({ name }) => name);
  const rows = await database.call<{ policy: string; since: string }>('react-register', 'SELECT policy, since FROM react.register($1)', [names]);
  return new Map(rows.map(({ policy, since }) => [policy, since]));
};

export interface PolicyMark extends Place {
  readonly parkedAt: Position | null;
}

const START = 'INSERT INTO react.position (tenant_id, policy, position) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING';
const MARK = `SELECT position, parked_at AS "parkedAt", encode(chain, 'hex') AS chain FROM react.position WHERE tenant_id = $1 AND policy = $2`;
const MOVE = `UPDATE react.position SET position = $4, chain = (SELECT e.chain FROM log.event AS e WHERE e.tenant_id = $1 AND e.position = $4), parked_at = NULL, parked_reason = NULL
  WHERE tenant_id = $1 AND policy = $2 AND position = $3 RETURNING encode(chain, 'hex') AS chain`;

/** Where a policy stands in a tenant's log. One that is new reads it from the beginning, to remember. */
export const readMark = async (database: Database, tenant: TenantId, { name }: Policy): Promise<PolicyMark> =>
  database.withTenant(tenant, async (tx) => {
    await tx.query(START, [tenant, name]);
    return (await tx.prepared<PolicyMark>('react-mark', MARK, [tenant, name])).rows[0]!;
  });

export interface PolicyStep {
  readonly from: Position;
  readonly to: Position;
  /** The chain that the log must hold at `to`, where the events did not come out of it. */
  readonly chain?: string | undefined;
  /** Of the events between the two, those that the policy reads. */
  readonly events: readonly Recorded<AnyEvent>[];
  /** Since when the policy acts. */
  readonly since: string;
}

/** Moves a policy on and records what follows, in one transaction, by compare-and-set: a duplicate, a zombie and a second reactor change nothing.
 * @returns where it stands now; undefined if it did not stand at `from`
 * @throws NotOfThisLog if the log holds something else at `to` than is claimed */
export const advance = async (database: Database, tenant: TenantId, policy: Policy, { from, to, chain, events, since }: PolicyStep, crashPoints: CrashPoints = noCrashPoints): Promise<Place | undefined> => {
  const place = await database.withTenant(tenant, async (tx) => {
    const { rows: [moved] } = await tx.prepared<{ chain: string | null }>('react-move', MOVE, [tenant, policy.name, from, to]);
    if (!moved) return undefined;
    if (chain !== undefined && moved.chain !== chain) throw new NotOfThisLog(to);
    if (events.length > 0) await writeChanges(tx, policy, follow(policy, tenant, since, events, await recallAll(tx, policy, events.flatMap((event) => policy.recalls(event as never)))));
    crashPoints.passing('reaction.applied');
    return { position: to, chain: moved.chain };
  }, { statementTimeout: 60_000 });
  if (place) crashPoints.passing('reaction.committed');
  return place;
};

/** Notes that this tenant's policy cannot go on, where, and why; unless it has, in the hands of somebody who can. */
export const park = async (database: Database, tenant: TenantId, { name }: Policy, from: Position, at: Position, reason: string): Promise<void> =>
  database.withTenant(tenant, async (tx) => {
    await tx.query('UPDATE react.position SET parked_at = $4, parked_reason = $5 WHERE tenant_id = $1 AND policy = $2 AND position = $3', [tenant, name, from, at, reason.slice(0, 500)]);
  });
