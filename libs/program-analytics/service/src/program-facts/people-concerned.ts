import type { AnyEvent, Recorded } from '@vouchsafe/event-schema';
import type { Tables } from '@vouchsafe/projections';

interface Known { commitmentId?: string; outcomeId?: string; protegeId?: string; personId?: string }

/** The protégés whom these events are about. What names only a commitment or an outcome is looked up where it was opened: in this batch, or in the facts. */
export const peopleConcerned = async (events: readonly Recorded<AnyEvent>[], tables: Tables): Promise<string[]> => {
  const people = new Set<string>();
  const unnamed = { commitments: new Set<string>(), outcomes: new Set<string>() };
  for (const { data } of events) {
    const { protegeId, personId, commitmentId, outcomeId } = data as Known;
    for (const named of [protegeId, personId]) if (named !== undefined) people.add(named);
    if (outcomeId !== undefined && personId === undefined) unnamed.outcomes.add(outcomeId);
    if (commitmentId !== undefined && protegeId === undefined) unnamed.commitments.add(commitmentId);
  }
  const BELIEVED = 'AND t.known_to IS NULL';
  for (const { protegeId } of await tables.load('commitment_fact', [...unnamed.commitments].map((commitmentId) => ({ commitmentId })), ['commitmentId'], BELIEVED)) people.add(protegeId as string);
  for (const { personId } of await tables.load('outcome_fact', [...unnamed.outcomes].map((outcomeId) => ({ outcomeId })), ['outcomeId'], BELIEVED)) people.add(personId as string);
  return [...people].sort();
};
