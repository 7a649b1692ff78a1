import { stream } from '@vouchsafe/decider';
import {
  SponsorLoadCounted, sponsorLoadEvents, SponsorPlaceFreed, SponsorPlaceTaken, type CommitmentEvent, type PersonId, type SponsorLoadEvent,
} from '@vouchsafe/sponsorship-contracts';

/** The places of one sponsor that are taken, in all programmes. `uncounted` until the first is taken: commitments of before may run. */
export type SponsorLoad =
  | { status: 'uncounted' }
  | { status: 'counted'; held: ReadonlySet<string> };

/** @param running the commitments of a sponsor that run, for a load that was never counted; not looked at otherwise */
const heldBy = (load: SponsorLoad, running: readonly string[]): ReadonlySet<string> => (load.status === 'counted' ? load.held : new Set(running));

/** Places that a sponsor has left; negative where a programme has been made stricter.
 * @param capacity as the programme in question sets it: a person's time is one, so places in other programmes count as well */
export const freePlaces = (capacity: number, load: SponsorLoad, running: readonly string[]): number => capacity - heldBy(load, running).size;

/** What the events of a commitment mean for the places of its sponsor: one is taken when it is made, and free again when it has ended. */
export const placesAfter = (
  events: readonly CommitmentEvent[], sponsorId: PersonId, load: SponsorLoad, running: readonly string[],
): readonly SponsorLoadEvent[] => events.flatMap((event): SponsorLoadEvent[] => {
  const { commitmentId } = event.data;
  if (event.type === 'CommitmentMade') {
    const opening = load.status === 'uncounted' && running.length > 0 ? [SponsorLoadCounted.of({ sponsorId, commitmentIds: [...running] })] : [];
    return [...opening, SponsorPlaceTaken.of({ sponsorId, commitmentId })];
  }
  if (event.type !== 'CommitmentWithdrawn' && event.type !== 'CommitmentEnded') return [];
  // Also while uncounted: whoever counts at this moment sees by it that the count is out of date.
  return load.status === 'uncounted' || load.held.has(commitmentId) ? [SponsorPlaceFreed.of({ sponsorId, commitmentId })] : [];
});

const evolve = (state: SponsorLoad, { type, data }: SponsorLoadEvent): SponsorLoad => {
  switch (type) {
    case 'SponsorLoadCounted': return { status: 'counted', held: new Set(data.commitmentIds) };
    case 'SponsorPlaceTaken': return { status: 'counted', held: new Set([...heldBy(state, []), data.commitmentId]) };
    case 'SponsorPlaceFreed': return state.status === 'counted' ? { ...state, held: new Set([...state.held].filter((id) => id !== data.commitmentId)) } : state;
  }
};

/** Category `sponsor-load`, id = the sponsor's. */
export const sponsorLoads = stream<SponsorLoad, SponsorLoadEvent>('sponsor-load', sponsorLoadEvents, { status: 'uncounted' }, evolve);
