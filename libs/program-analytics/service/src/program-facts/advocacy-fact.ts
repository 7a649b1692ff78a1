import { eventCatalogue, type EventOf, type Recorded } from '@vouchsafe/event-schema';
import { foldFacts } from '@vouchsafe/projections';
import {
  AdvocacyActionConfirmed, AdvocacyActionCorrected, AdvocacyActionDisputed, AdvocacyActionRecorded, AdvocacyActionRetracted,
} from '@vouchsafe/sponsorship-contracts';

export const advocacyEvents = eventCatalogue(AdvocacyActionRecorded, AdvocacyActionConfirmed, AdvocacyActionDisputed, AdvocacyActionCorrected, AdvocacyActionRetracted);
type AdvocacyEvent = EventOf<typeof advocacyEvents>;

/** `attested` by somebody other than the recorder; `confirmed` while nobody disputes it. */
interface AdvocacyFact { commitmentId: string; act: string; occurredOn: string; attested: boolean; confirmed: boolean }

const step = (fact: AdvocacyFact | undefined, { type, data }: Recorded<AdvocacyEvent>): AdvocacyFact | undefined => {
  switch (type) {
    case 'AdvocacyActionRecorded': return { commitmentId: data.commitmentId, act: data.act, occurredOn: data.actionOccurredOn, attested: false, confirmed: false };
    case 'AdvocacyActionConfirmed': return fact && { ...fact, attested: true, confirmed: true };
    case 'AdvocacyActionDisputed': return fact && { ...fact, confirmed: false };
    // A correction answers a dispute; what was attested before stands.
    case 'AdvocacyActionCorrected': return fact && { ...fact, act: data.act, occurredOn: data.actionOccurredOn, confirmed: fact.attested };
    case 'AdvocacyActionRetracted': return undefined;
  }
};

export const advocacyFacts = foldFacts('advocacy_fact', ({ data }: AdvocacyEvent) => data.actionId, step);
