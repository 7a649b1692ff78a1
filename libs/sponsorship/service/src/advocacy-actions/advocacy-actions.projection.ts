import { eventCatalogue, type EventOf, type Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';
import {
  AdvocacyActionConfirmed, AdvocacyActionCorrected, AdvocacyActionDisclosed, AdvocacyActionDisputed, AdvocacyActionRecorded, AdvocacyActionRetracted,
  isConfidential, type ActionFacts, type Confirmation,
} from '@vouchsafe/sponsorship-contracts';

const actionEvents = eventCatalogue(
  AdvocacyActionRecorded, AdvocacyActionConfirmed, AdvocacyActionDisputed, AdvocacyActionCorrected, AdvocacyActionRetracted, AdvocacyActionDisclosed);
type ActionEvent = EventOf<typeof actionEvents>;

export type AdvocacyActionRow = Omit<ActionFacts, 'actionOccurredOn'> & {
  actionId: string; commitmentId: string; delegateId: string | null; occurredOn: string; late: boolean;
  state: 'recorded' | 'confirmed' | 'disputed' | 'retracted'; attested: Confirmation[]; dispute: string | null; told: boolean; disclosed: boolean;
};

const factsOf = ({ actionOccurredOn, act, behaviour, forum, audience, protegePresent, directObservation, capital, pledgeId, milestoneId, evidence }: ActionFacts, told: boolean) => ({
  occurredOn: actionOccurredOn, act, behaviour, forum, audience, protegePresent, directObservation, capital, pledgeId, milestoneId, evidence,
  told, disclosed: told || !isConfidential(forum),
});

const step = (row: AdvocacyActionRow | undefined, { type, data }: Recorded<ActionEvent>): AdvocacyActionRow | undefined => {
  if (type === 'AdvocacyActionRecorded') {
    const { actionId, commitmentId, delegateId, late } = data;
    return { actionId, commitmentId, delegateId, late, ...factsOf(data, false), state: 'recorded', attested: [], dispute: null };
  }
  if (!row) return undefined;
  switch (type) {
    case 'AdvocacyActionConfirmed': return { ...row, state: 'confirmed', dispute: null, attested: [...new Set([...row.attested, data.by])] };
    case 'AdvocacyActionDisputed': return { ...row, state: 'disputed', dispute: data.reason };
    // A correction answers a dispute; what was attested before stands.
    case 'AdvocacyActionCorrected':
      return { ...row, ...factsOf(data, row.told), late: data.late, dispute: null, state: row.attested.length > 0 ? 'confirmed' : 'recorded' };
    case 'AdvocacyActionRetracted': return { ...row, state: 'retracted', dispute: null };
    case 'AdvocacyActionDisclosed': return { ...row, told: true, disclosed: true };
  }
};

export const advocacyActions = projection({
  name: 'advocacy-actions', version: 1, sql: new URL('./advocacy-actions.sql', import.meta.url), tables: ['advocacy_action'], reads: actionEvents,
  ...foldByKey('advocacy_action', ({ data }: ActionEvent) => data.actionId, step),
});
