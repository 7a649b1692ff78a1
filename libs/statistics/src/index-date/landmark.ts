import { followUp, type FollowUp, type Watched } from './watched.js';

export interface Landmark {
  readonly treated: readonly FollowUp[];
  readonly comparison: readonly FollowUp[];
  /** Who is in neither arm, by what came before their landmark day. */
  readonly left: { readonly outcome: number; readonly exit: number; readonly watching: number };
}

/** Days after the first eligible one. */
export const LANDMARK = 180;

/** Divides people by whether they were sponsored on their landmark day, and watches them from there. Who had the outcome before, left before, or was not
 * watched for so long is in neither arm.
 * @param people in any order
 * @see Anderson, Cain & Gelber, "Analysis of Survival by Tumor Response", Journal of Clinical Oncology 1 (1983) */
export const atLandmark = (people: readonly Watched[], landmark = LANDMARK): Landmark => {
  const arms = { treated: [] as FollowUp[], comparison: [] as FollowUp[] };
  const left = { outcome: 0, exit: 0, watching: 0 };
  for (const person of people) {
    const day = person.from + landmark;
    if (person.outcomes.some((on) => on >= person.from && on <= day)) left.outcome += 1;
    else if (person.exitOn !== null && person.exitOn <= day) left.exit += 1;
    else if (person.watchedTo <= day) left.watching += 1;
    else arms[person.sponsoredOn !== null && person.sponsoredOn <= day ? 'treated' : 'comparison'].push(followUp(person, day));
  }
  return { ...arms, left };
};
