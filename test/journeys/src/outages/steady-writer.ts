import { setTimeout as sleep } from 'node:timers/promises';
import { anAction, type Answer, eventually, mutation, newKey, type OurOrganization, type Person } from '@vouchsafe/test-support';

const RECORD = mutation('recordAdvocacyAction', '... on AdvocacyActionRecorded { actionId position }');

type Recorded = Answer<{ recordAdvocacyAction: { __typename: string; actionId: string; position: string } }>;
export interface Trouble { readonly code: string; readonly message: string; readonly correlationId: string }

/** What a person who does not give up gets to see. */
export interface SteadyWriter {
  /** Every error that was answered, in order. */
  readonly troubles: readonly Trouble[];
  /** How many actions have been acknowledged. */
  acknowledged(): number;
  /** Writes no more, and answers each action's id once every one has been acknowledged. */
  finish(): Promise<readonly string[]>;
}

/** Records actions one after the other, several at a time; whatever fails is sent again under its request key until it is acknowledged. */
export const writeSteadily = (sponsor: Person, ours: OurOrganization, { hands = 4 } = {}): SteadyWriter => {
  const troubles: Trouble[] = [];
  const ids: string[] = [];
  let isOver = false;
  const once = async (): Promise<void> => {
    const input = anAction(ours, { requestKey: newKey() });
    ids.push(await eventually('an action to be acknowledged', async () => {
      const { data, errors } = (await sponsor.tries(RECORD, { input })) as Recorded;
      for (const { message, extensions } of errors) troubles.push({ message, code: extensions.code, correlationId: extensions.correlationId });
      return data?.recordAdvocacyAction.actionId;
    }, { every: 250 }));
  };
  const working = Promise.all(Array.from({ length: hands }, async () => {
    while (!isOver) {
      await once();
      await sleep(20);
    }
  }));
  working.catch(() => undefined); // `finish` tells
  return {
    troubles, acknowledged: () => ids.length,
    finish: async () => {
      isOver = true;
      await working;
      return ids;
    },
  };
};
