import type { TenantId } from '@vouchsafe/event-schema';
import { ProjectionRunner } from '@vouchsafe/projections';
import { queryOnce } from '../peers/emmett.js';
import type { OurParts } from '../our-log.js';
import { FACT_COLUMNS, type ActionFact, type HistoryEvent } from './action-history.js';
import { actionFacts } from './action-facts.projection.js';
import { actionEvents } from './action.events.js';

const EVENTS_A_CALL = 1_000;

/** Writes a history into one tenant's log, in its order. */
export const loadHistory = async ({ store }: OurParts, tenant: TenantId, history: readonly HistoryEvent[]): Promise<void> => {
  for (let at = 0; at < history.length; at += EVENTS_A_CALL) {
    const requestKey = `history-${at}`;
    const events = history.slice(at, at + EVENTS_A_CALL);
    const result = await store.append(tenant, { requestKey, actor: 'system:bench', correlation: requestKey, writes: [{ stream: `actions-${at}`, expected: 'none', events }] });
    if (result.outcome !== 'appended') throw new Error(`Loading ended as ${result.outcome}.`);
  }
};

/** The runner as the projector starts it. */
export const newRunner = ({ database, store, wakeups }: OurParts): ProjectionRunner =>
  new ProjectionRunner(database, store, wakeups, {
    projections: [actionFacts], known: actionEvents,
    onTrouble: ({ reason }) => { throw new Error(`The projection is in trouble: ${reason}`); },
  });

export const readOurFacts = (url: string, tenant: TenantId): Promise<ActionFact[]> =>
  queryOnce(url, `SELECT ${FACT_COLUMNS} FROM ${actionFacts.table} WHERE tenant_id = $1`, [tenant]);
