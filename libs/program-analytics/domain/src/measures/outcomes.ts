import { isWithin } from '../frame.js';
import { groupBy } from '../history.js';
import { measure } from '../measure.js';
import { tellCount } from '../told.js';
import type { Tally } from './advocacy.js';

/** Outcomes of the programme's people in the period, by kind. */
export const outcomeFigures = (kinds: Iterable<readonly [kind: string, Tally]>) =>
  [...kinds].sort(([one], [other]) => (one < other ? -1 : 1)).map(([kind, { n, people }]) => ({ kind, count: tellCount(n, people) }));

export const outcomes = measure('outcomes', {
  needs: ['outcomes'],
  compute({ outcomes: recorded }, frame) {
    const kinds = groupBy(recorded.filter(({ programId, on }) => programId !== null && isWithin(frame, on)), ({ kind }) => kind);
    return outcomeFigures([...kinds].map(([kind, those]) => [kind, { n: those.length, people: new Set(those.map(({ personId }) => personId)).size }] as const));
  },
});
