import type { TenantId } from '@vouchsafe/event-schema';
import type { AppendResult } from '../event-store.js';
import { expectedCode, type PreparedAppend } from '../prepare.js';

export const APPEND = `SELECT * FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`;

export interface AppendRow {
  outcome: 'appended' | 'conflict' | 'closed' | 'key-reused';
  position: number | null;
  versions: readonly (number | string)[];
  recorded_at: string | null;
  conflict_stream: string | null;
  actual: number | null;
  replayed: boolean;
}

/** The arguments of `log.append` for several appends of one tenant, as the columns that the function takes. */
export const appendArguments = (tenant: TenantId, batch: readonly PreparedAppend[]): unknown[] => {
  const a = { key: [] as string[], fingerprint: [] as string[], actor: [] as string[], correlation: [] as string[], causation: [] as (string | null)[], recordedAt: [] as (string | null)[], final: [] as boolean[], writes: [] as number[] };
  const w = { stream: [] as number[], expected: [] as number[], closes: [] as boolean[], events: [] as number[] };
  const e = { type: [] as string[], schemaVersion: [] as number[], occurredOn: [] as string[] };
  const lines: string[] = [];
  const streams = new Map<string, number>();
  for (const { append, fingerprint, texts } of batch) {
    a.key.push(append.requestKey);
    a.fingerprint.push(fingerprint);
    a.actor.push(append.actor);
    a.correlation.push(append.correlation);
    a.causation.push(append.causation ?? null);
    a.recordedAt.push(append.recordedAt ?? null);
    a.final.push(append.conflictIsFinal ?? true);
    a.writes.push(append.writes.length);
    for (const { stream, expected, events, closes } of append.writes) {
      let index = streams.get(stream);
      if (index === undefined) streams.set(stream, (index = streams.size + 1));
      w.stream.push(index);
      w.expected.push(expectedCode(expected));
      w.closes.push(closes ?? false);
      w.events.push(events.length);
      for (const { type, schemaVersion, occurredOn } of events) {
        e.type.push(type);
        e.schemaVersion.push(schemaVersion);
        e.occurredOn.push(occurredOn);
      }
    }
    for (const text of texts) lines.push(text);
  }
  return [
    tenant, a.key, a.fingerprint, a.actor, a.correlation, a.causation, a.recordedAt, a.final, a.writes,
    w.stream, w.expected, w.closes, w.events, [...streams.keys()], e.type, e.schemaVersion, e.occurredOn, lines.join('\n'),
  ];
};

export const appendResult = (row: AppendRow): AppendResult => {
  switch (row.outcome) {
    case 'appended': return { outcome: 'appended', position: row.position!, versions: row.versions.map(Number), recordedAt: row.recorded_at!, replayed: row.replayed };
    case 'conflict':
    case 'closed': return { outcome: row.outcome, stream: row.conflict_stream!, actual: row.actual!, replayed: row.replayed };
    case 'key-reused': return { outcome: 'key-reused' };
  }
};
