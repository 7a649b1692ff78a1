import { stream } from '@vouchsafe/decider';
import { continuityEvents, type ContinuityEvent } from '@vouchsafe/sponsorship-contracts';

export type Continuity = { status: 'safe' } | { status: 'sponsorDeparted' };

const evolve = (_: Continuity, { type }: ContinuityEvent): Continuity => {
  switch (type) {
    case 'SponsorDeparted': return { status: 'sponsorDeparted' };
    case 'SponsorReturned': return { status: 'safe' };
  }
};

/** Category `continuity`, id = commitmentId. */
export const continuities = stream<Continuity, ContinuityEvent>('continuity', continuityEvents, { status: 'safe' }, evolve);
