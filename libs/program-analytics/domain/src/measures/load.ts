import { defaultProgramSettings } from '@vouchsafe/programs-contracts';
import { known, loadFairness, NOT_APPLICABLE } from '@vouchsafe/statistics';
import { lastDay } from '../frame.js';
import { groupBy, heldOn } from '../history.js';
import { measure } from '../measure.js';
import { byId, isActiveOn } from '../sponsorships.js';
import { tell, tellCount, tellShare } from '../told.js';

/** K15: how evenly sponsors are loaded on the last day, as sponsorships over places. As a whole, never by name: a breakdown goes by where sponsors stand. */
export const load = measure('load', {
  needs: ['enrolments', 'commitments', 'people', 'rules'], about: 'SPONSORS',
  compute({ enrolments, commitments, people, rules }, frame) {
    const day = lastDay(frame);
    const known_ = byId(people);
    const active = groupBy(commitments.filter((commitment) => isActiveOn(commitment, known_, day)), ({ sponsorId }) => sponsorId);
    const places = groupBy(enrolments.filter((place) => place.role === 'SPONSOR' && heldOn(place, day)), ({ personId }) => personId);
    const capacities = new Map(rules.map(({ programId, settings }) => [programId, settings.sponsorCapacity]));
    const capacityOf = (sponsorId: string): number => {
      const programs = [...(places.get(sponsorId) ?? []), ...(active.get(sponsorId) ?? [])].map(({ programId }) => programId);
      return Math.max(1, ...programs.map((programId) => capacities.get(programId) ?? defaultProgramSettings.sponsorCapacity)); // a sponsor's places count in all programmes together
    };
    const sponsors = [...new Set([...places.keys(), ...active.keys()])].sort();
    const loads = sponsors.map((sponsorId) => (active.get(sponsorId)?.length ?? 0) / capacityOf(sponsorId));
    const full = loads.filter((each) => each >= 1).length;
    return {
      inequality: tell(loadFairness(loads), [sponsors.length]),
      mean: tell(sponsors.length === 0 ? NOT_APPLICABLE : known(loads.reduce((sum, each) => sum + each, 0) / sponsors.length, 'RATIO', [sponsors.length]), [sponsors.length]),
      full: tellShare({ count: full, n: sponsors.length }),
      sponsors: tellCount(sponsors.length),
    };
  },
});
