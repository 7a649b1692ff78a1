import type { PostgreSQLProjectionDefinition } from '@event-driven-io/emmett-postgresql';
import type { ActionEvent } from '../facts/action.events.js';

/** Our fact table as one would make it beside Emmett: its global position in the place of ours. */
export const FACT_TABLE = `
  CREATE TABLE fact (
    tenant_id uuid NOT NULL DEFAULT '00000000-0000-4000-8000-000000000000',
    action_id text NOT NULL, known_from bigint NOT NULL, known_to bigint,
    commitment_id text NOT NULL, sponsor_id text NOT NULL, act text NOT NULL, protege_present boolean, occurred_on date NOT NULL,
    PRIMARY KEY (tenant_id, action_id, known_from)
  );
  CREATE INDEX ON fact (tenant_id, occurred_on);`;

const CLOSE = `UPDATE fact SET known_to = u.known_to FROM unnest($1::text[], $2::bigint[]) AS u (action_id, known_to)
  WHERE fact.tenant_id = '00000000-0000-4000-8000-000000000000' AND fact.action_id = u.action_id AND fact.known_to IS NULL`;
const OPEN = `INSERT INTO fact (action_id, known_from, known_to, commitment_id, sponsor_id, act, protege_present, occurred_on)
  SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::date[])`;

type Message = ActionEvent & { data: { occurredOn?: string } };
interface Fact { actionId: string; from: bigint; to: bigint | null; data: Record<string, unknown> }

/** A projection with two statements a batch: the best we could write for it. */
export const emmettFacts: PostgreSQLProjectionDefinition<Message> = {
  name: 'facts',
  canHandle: ['ActionRecorded', 'ActionCorrected', 'ActionRetracted'],
  async handle(events, { connection: { client } }) {
    const opened: Fact[] = [];
    const believed = new Map<string, Fact>();
    const closed = new Map<string, bigint>(); // those of earlier batches
    for (const { type, data, metadata } of events) {
      const before = believed.get(data.actionId);
      if (before) before.to = metadata.globalPosition;
      else if (!closed.has(data.actionId) && type !== 'ActionRecorded') closed.set(data.actionId, metadata.globalPosition);
      believed.delete(data.actionId);
      if (type === 'ActionRetracted') continue;
      const fact: Fact = { actionId: data.actionId, from: metadata.globalPosition, to: null, data: data as Record<string, unknown> };
      believed.set(data.actionId, fact);
      opened.push(fact);
    }
    if (closed.size > 0) await client.query(CLOSE, [[...closed.keys()], [...closed.values()].map(String)]);
    const column = (name: string) => opened.map(({ data }) => data[name] ?? null);
    await client.query(OPEN, [
      opened.map(({ actionId }) => actionId), opened.map(({ from }) => String(from)), opened.map(({ to }) => (to === null ? null : String(to))),
      column('commitmentId'), column('sponsorId'), column('act'), column('protegePresent'), column('occurredOn'),
    ]);
  },
};
