import type { Transaction } from '@vouchsafe/access';
import type { Changes } from '../policy/follow.js';
import type { Policy } from '../policy/policy.js';

/** What a policy remembers under these keys. */
export const recallAll = async (tx: Transaction, { name }: Policy, keys: readonly string[]): Promise<ReadonlyMap<string, object>> => {
  if (keys.length === 0) return new Map();
  const { rows } = await tx.query<{ key: string; value: object }>(
    'SELECT key, value FROM react.memory WHERE tenant_id = $1 AND policy = $2 AND key = ANY ($3::text[])', [tx.tenant, name, [...new Set(keys)]]);
  return new Map(rows.map(({ key, value }) => [key, value]));
};

const MEMORY = `INSERT INTO react.memory (tenant_id, policy, key, value) SELECT $1, $2, u.* FROM unnest($3::text[], $4::jsonb[]) AS u (key, value)
  ON CONFLICT (tenant_id, policy, key) DO UPDATE SET value = excluded.value`;
const ALARMS = `INSERT INTO react.alarm (tenant_id, policy, key, rings_at, position, correlation, data)
  SELECT $1, $2, u.* FROM unnest($3::text[], $4::timestamptz[], $5::bigint[], $6::text[], $7::jsonb[]) AS u
  ON CONFLICT (tenant_id, policy, key) DO UPDATE SET rings_at = excluded.rings_at, position = excluded.position, correlation = excluded.correlation, data = excluded.data`;
const REACTIONS = `INSERT INTO react.reaction (tenant_id, policy, reaction_id, position, alarm, ordinal, kind, name, lane, payload, correlation, state, attempts, due_at, recorded_at)
  SELECT $1, $2, u.*, 'DUE', 0, statement_timestamp(), statement_timestamp()
    FROM unnest($3::text[], $4::bigint[], $5::text[], $6::integer[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::text[]) AS u`;

const splitRemovals = <Value>(changes: ReadonlyMap<string, Value | null>): { readonly put: (readonly [string, Value])[]; readonly gone: string[] } => ({
  put: [...changes].filter((change): change is [string, Value] => change[1] !== null),
  gone: [...changes].filter(([, value]) => value === null).map(([key]) => key),
});

/** Writes what follows, as sets. A reaction that is on record already is a fault: the position was to keep it from being decided twice. */
export const writeChanges = async (tx: Transaction, { name }: Policy, { memory, alarms, reactions }: Changes): Promise<void> => {
  const remembered = splitRemovals(memory);
  const set = splitRemovals(alarms);
  if (remembered.put.length > 0) await tx.query(MEMORY, [tx.tenant, name, remembered.put.map(([key]) => key), remembered.put.map(([, value]) => JSON.stringify(value))]);
  if (remembered.gone.length > 0) await tx.query('DELETE FROM react.memory WHERE tenant_id = $1 AND policy = $2 AND key = ANY ($3::text[])', [tx.tenant, name, remembered.gone]);
  if (set.gone.length > 0) await tx.query('DELETE FROM react.alarm WHERE tenant_id = $1 AND policy = $2 AND key = ANY ($3::text[])', [tx.tenant, name, set.gone]);
  if (set.put.length > 0) {
    const rows = set.put.map(([, row]) => row);
    await tx.query(ALARMS, [
      tx.tenant, name, rows.map(({ key }) => key), rows.map(({ ringsAt }) => ringsAt), rows.map(({ position }) => position),
      rows.map(({ correlation }) => correlation), rows.map(({ data }) => JSON.stringify(data)),
    ]);
  }
  if (reactions.length > 0) {
    await tx.query(REACTIONS, [
      tx.tenant, name, reactions.map(({ reactionId }) => reactionId), reactions.map(({ position }) => position), reactions.map(({ alarm }) => alarm), reactions.map(({ ordinal }) => ordinal),
      reactions.map(({ due }) => due.kind), reactions.map(({ due }) => due.name), reactions.map(({ due }) => (due.kind === 'effect' ? due.lane : '')),
      reactions.map(({ due }) => JSON.stringify(due.payload)), reactions.map(({ correlation }) => correlation),
    ]);
  }
};
