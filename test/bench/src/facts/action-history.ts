import { addDays, type IsoDate, type Position } from '@vouchsafe/event-schema';
import type { NewEvent } from '@vouchsafe/event-store';
import type { ActionEvent } from './action.events.js';

/** A row of the fact table, columns in camelCase, without its tenant. */
export interface ActionFact {
  readonly actionId: string;
  readonly knownFrom: Position;
  readonly knownTo: Position | null;
  readonly commitmentId: string;
  readonly sponsorId: string;
  readonly act: string;
  readonly protegePresent: boolean | null;
  readonly occurredOn: IsoDate;
}

export type HistoryEvent = ActionEvent & Pick<NewEvent, 'schemaVersion' | 'occurredOn'>;

const ACTS = ['amplify', 'boost', 'connect', 'defend'] as const;

/** A log of advocacy actions, always the same for a length: of 20 events 15 record an action, 4 correct one of the last few hundred, 1 retracts one. */
export const actionHistory = (length: number): HistoryEvent[] => {
  const events: HistoryEvent[] = [];
  const open: number[] = [];
  let recorded = 0;
  const dataOf = (action: number, at: number) => ({
    actionId: `action-${String(action).padStart(8, '0')}`, commitmentId: `commitment-${action % 4_001}`, sponsorId: `person-${action % 1_009}`, act: ACTS[(action + at) % 4]!,
    protegePresent: [true, false, null][at % 3]!,
  });
  for (let at = 0; at < length; at += 1) {
    const about = { schemaVersion: 1, occurredOn: addDays('2023-01-01', at % 730) };
    const earlier = open.length > 0 ? (at * 7_919) % Math.min(open.length, 500) : -1;
    const action = earlier < 0 ? undefined : open[open.length - 1 - earlier];
    if (at % 20 === 19 && action !== undefined) {
      open.splice(open.length - 1 - earlier, 1);
      events.push({ ...about, type: 'ActionRetracted', data: { actionId: dataOf(action, at).actionId } });
    } else if (at % 5 === 4 && action !== undefined) {
      events.push({ ...about, type: 'ActionCorrected', data: dataOf(action, at) });
    } else {
      open.push(recorded += 1);
      events.push({ ...about, type: 'ActionRecorded', data: dataOf(recorded, at) });
    }
  }
  return events;
};

/** The facts that follow from a history, by the plainest of loops: what every side's table is held against. */
export const expectedFacts = (history: readonly HistoryEvent[]): ActionFact[] => {
  const facts: ActionFact[] = [];
  const believed = new Map<string, number>();
  history.forEach(({ type, data, occurredOn }, index) => {
    const position = index + 1;
    const before = believed.get(data.actionId);
    if (before !== undefined) facts[before] = { ...facts[before]!, knownTo: position };
    believed.delete(data.actionId);
    if (type === 'ActionRetracted') return;
    believed.set(data.actionId, facts.length);
    facts.push({ ...data, occurredOn, knownFrom: position, knownTo: null });
  });
  return facts;
};

const keyOf = ({ actionId, knownFrom }: ActionFact): string => `${actionId} ${knownFrom}`;
const textOf = (fact: ActionFact): string => JSON.stringify([fact.actionId, fact.knownFrom, fact.knownTo, fact.commitmentId, fact.sponsorId, fact.act, fact.protegePresent, fact.occurredOn]);

/** Facts that are not there are lost; those that differ, or that nobody expects, come of events taken in another order. */
export const compareFacts = (expected: readonly ActionFact[], found: readonly ActionFact[]): { lost: number; outOfOrder: number } => {
  const byKey = new Map(found.map((fact) => [keyOf(fact), textOf(fact)]));
  let lost = 0;
  let outOfOrder = 0;
  for (const fact of expected) {
    const text = byKey.get(keyOf(fact));
    if (text === undefined) lost += 1;
    else if (text !== textOf(fact)) outOfOrder += 1;
    byKey.delete(keyOf(fact));
  }
  return { lost, outOfOrder: outOfOrder + byKey.size + (found.length - new Set(found.map(keyOf)).size) };
};

/** What a query must select for `compareFacts`. */
export const FACT_COLUMNS = `action_id AS "actionId", known_from::float8 AS "knownFrom", known_to::float8 AS "knownTo", commitment_id AS "commitmentId", sponsor_id AS "sponsorId",
  act, protege_present AS "protegePresent", occurred_on::text AS "occurredOn"`;
