import { lastDay } from '../frame.js';
import { eligibleTimes } from '../people.js';
import { heldOn } from '../history.js';
import { measure } from '../measure.js';
import { byId, coveredOn, enrolledOn } from '../sponsorships.js';
import { tellCount, tellShare } from '../told.js';

/** K1: who of those whom a programme is for has an active sponsor on the last day, and who of those enrolled. */
export const coverage = measure('coverage', {
  needs: ['rules', 'enrolments', 'commitments', 'people'],
  compute({ rules, enrolments, commitments, people }, frame) {
    const day = lastDay(frame);
    const covered = coveredOn(commitments, byId(people), day);
    const enrolled = enrolledOn(enrolments, day);
    const eligible = people.filter((person) => eligibleTimes(person, rules).some((time) => heldOn(time, day)));
    return {
      ofEligible: tellShare({ count: eligible.filter(({ personId }) => covered.has(personId)).length, n: eligible.length }),
      ofEnrolled: tellShare({ count: [...enrolled].filter((personId) => covered.has(personId)).length, n: enrolled.size }),
      covered: tellCount(covered.size),
    };
  },
});
