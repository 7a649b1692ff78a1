import { balanceFigure, eventRate } from '@vouchsafe/statistics';
import type { AdvocacyAct } from '@vouchsafe/sponsorship-contracts';
import { isWithin, type Frame } from '../frame.js';
import type { Action, Commitment } from '../history.js';
import { measure } from '../measure.js';
import { byId, sponsorMonths } from '../sponsorships.js';
import { tell, tellCount, tellShareOfThings } from '../told.js';

const ACTS = ['AMPLIFY', 'BOOST', 'CONNECT', 'DEFEND'] as const satisfies readonly AdvocacyAct[];

/** How many actions, and how many protégés stand behind them. */
export interface Tally { n: number; people: number }
/** Actions of a period by act. */
export type Tallies = Readonly<Record<'recorded' | 'confirmed', Readonly<Record<AdvocacyAct, Tally>>> & { readonly people: number }>;

const protegesOf = (commitments: readonly Commitment[]): ReadonlyMap<string, string> => new Map(commitments.map(({ commitmentId, protegeId }) => [commitmentId, protegeId]));

const talliesOf = (actions: readonly Action[], commitments: readonly Commitment[], frame: Frame): Tallies => {
  const proteges = protegesOf(commitments);
  const inFrame = actions.filter(({ on }) => isWithin(frame, on));
  const by = (those: readonly Action[]) => Object.fromEntries(ACTS.map((act) => {
    const these = those.filter((action) => action.act === act);
    return [act, { n: these.length, people: new Set(these.map(({ commitmentId }) => proteges.get(commitmentId))).size }];
  })) as Record<AdvocacyAct, Tally>;
  return { recorded: by(inFrame), confirmed: by(inFrame.filter(({ confirmed }) => confirmed)), people: new Set(inFrame.map(({ commitmentId }) => proteges.get(commitmentId))).size };
};

/** K5 and K6: what was done, how evenly over the four acts, and how much of it others attest to. What is unconfirmed is shown apart and enters nothing else. */
export const advocacyFigures = ({ recorded, confirmed, people }: Tallies) => {
  const sum = (tallies: Tallies['recorded']): number => ACTS.reduce((total, act) => total + tallies[act].n, 0);
  const [amplify, boost, connect, defend] = ACTS.map((act) => confirmed[act].n) as [number, number, number, number];
  const fewest = Math.min(...ACTS.map((act) => confirmed[act].people).filter((each) => each > 0), people);
  return {
    balance: tell(balanceFigure({ amplify, boost, connect, defend }), [fewest]),
    confirmation: tellShareOfThings({ count: sum(confirmed), n: sum(recorded) }, people),
    acts: ACTS.map((act) => ({ act, confirmed: tellCount(confirmed[act].n, confirmed[act].people), unconfirmed: tellCount(recorded[act].n - confirmed[act].n, recorded[act].people) })),
  };
};

export const advocacy = measure('advocacy', {
  needs: ['actions', 'commitments'],
  compute: ({ actions, commitments }, frame) => advocacyFigures(talliesOf(actions, commitments, frame)),
});

/** K4: confirmed actions in a month of active sponsorship. */
export const advocacyRate = measure('advocacyRate', {
  needs: ['actions', 'commitments', 'people'],
  compute({ actions, commitments, people }, frame) {
    const proteges = protegesOf(commitments);
    const confirmed = actions.filter(({ on, confirmed: isConfirmed }) => isConfirmed && isWithin(frame, on));
    return tell(eventRate(confirmed.length, sponsorMonths(commitments, byId(people), frame), { fewest: 0 }), [new Set(confirmed.map(({ commitmentId }) => proteges.get(commitmentId))).size]);
  },
});
