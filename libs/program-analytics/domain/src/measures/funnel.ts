import { lifeTableOf, timeToEvent } from '@vouchsafe/statistics';
import type { AdvocacyAct } from '@vouchsafe/sponsorship-contracts';
import { attribute } from '../attribution.js';
import { isWithin, lastDay } from '../frame.js';
import { groupBy, type Day } from '../history.js';
import { measure } from '../measure.js';
import { tell, tellCount, tellShareOfThings, type FigureView, type Told } from '../told.js';

const ACTS = ['AMPLIFY', 'BOOST', 'CONNECT', 'DEFEND'] as const satisfies readonly AdvocacyAct[];
const people = (those: readonly { readonly protegeId: string }[]): number => new Set(those.map(({ protegeId }) => protegeId)).size;

/** K8: sponsorships made in the period, and how far each has come by the last day: made → acted on → confirmed → outcome, each among those of the step before.
 * Credit for outcomes of the period goes to the act of the last confirmed action before it, and in equal shares to those of all. */
export const funnel = measure('funnel', {
  needs: ['commitments', 'actions', 'outcomes', 'rules'],
  compute({ commitments, actions, outcomes, rules }, frame) {
    const end = lastDay(frame);
    const done = groupBy(actions.filter(({ on }) => on <= end), ({ commitmentId }) => commitmentId);
    const careers = outcomes.filter(({ kind, on }) => kind !== 'EXIT' && on <= end);
    const attributed = attribute({ outcomes: careers, actions, commitments, rules });
    const bore = new Map<string, Day>();
    for (const { outcome, actions: theirs } of attributed) for (const { commitmentId } of theirs) bore.set(commitmentId, Math.min(outcome.on, bore.get(commitmentId) ?? Infinity));

    const made = commitments.filter(({ madeOn }) => madeOn !== null && isWithin(frame, madeOn)).map(({ commitmentId, protegeId, madeOn }) => {
      const theirs = done.get(commitmentId) ?? [];
      const first = (those: typeof theirs): Day | null => (those.length === 0 ? null : Math.min(...those.map(({ on }) => on)));
      const confirmedOn = first(theirs.filter(({ confirmed }) => confirmed));
      return { protegeId, madeOn: madeOn!, actedOn: first(theirs), confirmedOn, outcomeOn: confirmedOn === null ? null : bore.get(commitmentId) ?? null };
    });
    const stages = [
      { stage: 'MADE', those: made, at: null }, { stage: 'ACTED', those: made.filter(({ actedOn }) => actedOn !== null), at: 'actedOn' },
      { stage: 'CONFIRMED', those: made.filter(({ confirmedOn }) => confirmedOn !== null), at: 'confirmedOn' }, { stage: 'OUTCOME', those: made.filter(({ outcomeOn }) => outcomeOn !== null), at: 'outcomeOn' },
    ] as const;
    const steps = stages.map(({ stage, those, at }, index) => {
      const before = stages[index - 1]?.those ?? null;
      const lag = at && timeToEvent(lifeTableOf(made.map((each) => ({ time: Math.max(0, (each[at] ?? end) - each.madeOn), event: each[at] !== null }))), null);
      // Those who did not come further are people too: each step, and each difference of two, must hide them.
      const stayed = before ? before.length - those.length : 0;
      return {
        stage, sponsorships: told(tellCount(those.length, people(those)), stayed),
        conversion: before ? tellShareOfThings({ count: those.length, n: before.length }, people(before)) : null,
        medianDays: lag && told(tell(lag.median, [people(those)]), stayed),
      };
    });

    const recent = attributed.filter(({ outcome, actions: theirs }) => isWithin(frame, outcome.on) && theirs.length > 0);
    const credit = ACTS.map((act) => {
      const shares = recent.map(({ outcome, actions: theirs }) => ({ personId: outcome.personId, last: theirs.at(-1)!.act === act, share: theirs.filter((action) => action.act === act).length / theirs.length }));
      const credited = new Set(shares.filter(({ last, share }) => last || share > 0).map(({ personId }) => personId)).size;
      return { act, lastTouch: tellCount(shares.filter(({ last }) => last).length, credited), equalShares: tellCount(shares.reduce((sum, { share }) => sum + share, 0), credited) };
    });
    return { steps, credit, creditedOutcomes: tellCount(recent.length, new Set(recent.map(({ outcome }) => outcome.personId)).size) };
  },
});

/** Also told of so many more people. */
const told = (figure: Told<FigureView>, more: number): Told<FigureView> => ({ ...figure, tells: [...figure.tells, more] });
