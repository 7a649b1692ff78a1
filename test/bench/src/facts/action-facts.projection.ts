import type { DataOf, IsoDate, Recorded } from '@vouchsafe/event-schema';
import { foldFacts, projection } from '@vouchsafe/projections';
import { actionEvents, type ActionEvent, type ActionRecorded } from './action.events.js';

type Belief = Omit<DataOf<typeof ActionRecorded>, 'actionId'> & { occurredOn: IsoDate };

const step = (_belief: Belief | undefined, event: Recorded<ActionEvent>): Belief | undefined => {
  switch (event.type) {
    case 'ActionRecorded':
    case 'ActionCorrected': {
      const { commitmentId, sponsorId, act, protegePresent } = event.data;
      return { commitmentId, sponsorId, act, protegePresent, occurredOn: event.occurredOn };
    }
    case 'ActionRetracted': return undefined;
  }
};

/** What is believed of each advocacy action, and from when to when. */
export const actionFacts = projection({
  name: 'bench-action-facts', version: 1, sql: new URL('./action-facts.sql', import.meta.url), tables: ['bench_action_fact'], reads: actionEvents,
  ...foldFacts('bench_action_fact', (event: Recorded<ActionEvent>) => event.data.actionId, step),
});
