import { addDays } from '@vouchsafe/event-schema';
import { accountClosed, employed, filled, joined, leftTheHouse, opened, vacated } from '../people-facts/people-facts.fixtures.js';
import { acted, confirmed, corrected, defined, enrolled, kept, left, linked, made, missed, paused, promoted, type Happened } from '../program-facts/program-facts.fixtures.js';
import { field, openAnalytics, type Analytics } from './analytics.fixtures.js';

jest.setTimeout(120_000);

// Given events, then figures: one line of the table a rule of `measures.md`. Every history is an organization of its own.

let analytics: Analytics;
beforeAll(async () => { analytics = await openAnalytics(); }, 120_000);
afterAll(() => analytics?.close());

interface Given { readonly measure: string; readonly asked?: object; readonly period?: { from: string; to: string }; readonly given: readonly Happened[]; readonly then: object }

const share = (count: number, n: number, more: object = {}) => ({ state: 'VALUE', unit: 'SHARE', count: [count], n: [n], value: Math.round((count / n) * 10_000) / 10_000, interval: { method: 'WILSON' }, ...more });
const count = (value: number) => ({ state: 'VALUE', unit: 'COUNT', value });
const none = { state: 'NOT_APPLICABLE', value: null, n: null };
const done = (id: string, actionId: string, act: 'AMPLIFY' | 'BOOST' | 'CONNECT' | 'DEFEND', on: string): Happened[] => [acted(id, actionId, act, on), confirmed(id, actionId, on)];
const by = (sponsorId: string) => ({ sponsorId });
const crowd = (prefix: string, size: number, joins: number, work: string): Happened[] => Array.from({ length: size }, (_, at) => `${prefix}${at}`)
  .flatMap((person, at) => [...employed(person, '2024-01-01', { work, unit: work }), ...(at < joins ? [enrolled(person, '2025-02-01')] : [])]);

const LEVELS_UP_TO_2 = [{ field: 'LEVEL' as const, atLeast: 10, atMost: 20 }];
const threePeople = [...employed('ben', '2024-01-01'), ...employed('cleo', '2024-01-01'), ...employed('dev', '2024-01-01'), enrolled('ben', '2025-01-10'), enrolled('cleo', '2025-01-10'), enrolled('dev', '2025-02-01')];

const table: Record<string, Given> = {
  'K1: of those eligible and there on the last day, and of those enrolled': {
    measure: 'coverage', given: [...defined(LEVELS_UP_TO_2), ...threePeople, ...employed('eve', '2024-01-01', { rank: 40 }), made('c1', 'ben', '2025-01-15'), made('c2', 'cleo', '2025-01-15'), paused('c2', '2025-11-01'), leftTheHouse('dev', '2025-06-01')],
    then: { ofEligible: share(1, 2, { value: 0.5, interval: { method: 'WILSON', low: 0.0945, high: 0.9055 } }), ofEnrolled: share(1, 3) },
  },
  'K1: nobody is covered by a sponsor who has left, or whose access has ended': {
    measure: 'coverage', given: [...defined(), ...threePeople, ...employed('amara', '2020-01-01'), ...employed('tom', '2020-01-01'), made('c1', 'ben', '2025-01-15'), made('c2', 'cleo', '2025-01-15', by('tom')), leftTheHouse('amara', '2025-10-01'), accountClosed('tom', '2025-10-01')],
    then: { ofEnrolled: share(0, 3), covered: count(0) },
  },
  'K1: eligible by tenure from the day on which it is reached': {
    measure: 'coverage', given: [...defined([{ field: 'TENURE', atLeast: 12, atMost: null }]), ...employed('ben', '2024-12-31'), ...employed('cleo', '2025-01-01')], then: { ofEligible: share(0, 1), ofEnrolled: none },
  },
  'K2: who left the place is neither matched nor waiting, and of the others nobody is left out': {
    measure: 'matching', given: [...defined(), ...threePeople, made('c1', 'ben', '2025-02-09'), left('cleo', '2025-03-10')],
    then: { rate: share(1, 3), medianDays: { state: 'TOO_FEW' }, stillWaiting: count(1), gaveUp: count(1), within: [30, 90, 180].map((days) => ({ days, matched: { value: 0.3333 } })) },
  },
  'K2: the median wait, by Kaplan and Meier': {
    measure: 'matching', given: [...defined(), ...[10, 20, 30, 40, 50, 60].flatMap((days, at) => [enrolled(`p${at}`, '2025-01-01'), made(`c${at}`, `p${at}`, addDays('2025-01-01', days))])],
    then: { rate: share(6, 6), medianDays: { state: 'VALUE', unit: 'TIME', value: 30 } },
  },
  'K4: confirmed actions in a month of active sponsorship': {
    measure: 'advocacyRate', given: [...defined(), made('c1', 'ben', '2025-01-01'), ...done('c1', 'a1', 'BOOST', '2025-02-01'), ...done('c1', 'a2', 'BOOST', '2025-03-01'), acted('c1', 'a3', 'BOOST', '2025-03-01')],
    then: { state: 'VALUE', unit: 'PER_MONTH', value: 0.1668, n: [11.9918], interval: { method: 'EXACT_POISSON', low: 0.0202, high: 0.6025 } },
  },
  'K4: paused days are no sponsor-months': {
    measure: 'advocacyRate', given: [...defined(), made('c1', 'ben', '2025-01-01'), paused('c1', '2025-01-01')], then: none,
  },
  'K5, K6: four acts, of which one is not confirmed': {
    measure: 'advocacy', given: [...defined(), made('c1', 'ben', '2025-01-01'), ...done('c1', 'a1', 'BOOST', '2025-02-01'), ...done('c1', 'a2', 'BOOST', '2025-02-02'), ...done('c1', 'a3', 'AMPLIFY', '2025-02-03'), ...done('c1', 'a4', 'AMPLIFY', '2025-02-04'), ...done('c1', 'a5', 'CONNECT', '2025-02-05'), ...done('c1', 'a6', 'CONNECT', '2025-02-06'), ...done('c1', 'a7', 'DEFEND', '2025-02-07'), ...done('c1', 'a8', 'DEFEND', '2025-02-08'), acted('c1', 'a9', 'BOOST', '2025-02-09')],
    then: { balance: { state: 'VALUE', unit: 'INDEX', value: 1 }, confirmation: share(8, 9), acts: ['AMPLIFY', 'BOOST', 'CONNECT', 'DEFEND'].map((act) => ({ act, confirmed: count(2), unconfirmed: count(act === 'BOOST' ? 1 : 0) })) },
  },
  'K5: under five confirmed actions nothing is judged': {
    measure: 'advocacy', given: [...defined(), made('c1', 'ben', '2025-01-01'), ...done('c1', 'a1', 'BOOST', '2025-02-01'), corrected('c1', 'a1', 'DEFEND', '2025-02-02', '2025-05-01')], then: { balance: { state: 'TOO_FEW', n: [1], value: null }, confirmation: share(1, 1) },
  },
  'K7: kept late is not on time, and each side is told': {
    measure: 'keeping', given: [...defined(), made('c1', 'ben', '2025-01-01'), made('c2', 'cleo', '2025-01-01'), made('c3', 'dev', '2025-01-01'), kept('c1', 's1', '2025-06-01'), kept('c2', 's1', '2025-07-05'), missed('c3', 's1', '2025-07-01'), missed('c1', 'b1', '2025-07-01')],
    then: { sponsors: share(1, 3), proteges: share(0, 1) },
  },
  'K8: each step is part of the one before; an outcome goes to linked actions, else to those of the window before it': {
    measure: 'funnel', given: [
      ...defined(), made('c1', 'ben', '2025-01-15'), made('c2', 'cleo', '2025-02-15'), made('c3', 'dev', '2025-03-15'), made('c0', 'eve', '2024-12-31'),
      ...done('c1', 'a1', 'BOOST', '2025-03-03'), ...done('c1', 'a2', 'DEFEND', '2025-09-01'), acted('c2', 'a3', 'CONNECT', '2025-04-01'), promoted('o1', 'ben', '2025-09-15'), linked('o1', 'c1', 'a1', '2025-09-20'), promoted('o2', 'ben', '2025-10-15'),
    ],
    then: {
      steps: [['MADE', 3, null], ['ACTED', 2, share(2, 3)], ['CONFIRMED', 1, share(1, 2)], ['OUTCOME', 1, share(1, 1)]].map(([stage, n, conversion]) => ({ stage, sponsorships: count(n as number), conversion })),
      credit: [['AMPLIFY', 0, 0], ['BOOST', 1, 1.5], ['CONNECT', 0, 0], ['DEFEND', 1, 0.5]].map(([act, last, equal]) => ({ act, lastTouch: count(last as number), equalShares: count(equal as number) })), creditedOutcomes: count(2),
    },
  },
  'K8: outside the window an outcome is credited to nothing': {
    measure: 'funnel', given: [...defined([], { attributionWindowDays: 30 }), made('c1', 'ben', '2025-01-15'), ...done('c1', 'a1', 'BOOST', '2025-03-03'), promoted('o1', 'ben', '2025-04-03')], then: ({ creditedOutcomes: count(0) }),
  },
  'K13: a post filled by somebody who was here, and one by somebody who was not': {
    measure: 'mobility', given: [...defined(), ...employed('ben', '2024-01-01'), ...employed('cleo', '2025-05-01'), opened('p9', '2025-03-01'), vacated('post-ben', 'ben', '2025-03-01'), filled('p9', 'ben', '2025-03-01'), joined('dev', '2019-01-01'), opened('p8', '2025-01-01'), filled('p8', 'dev', '2025-02-01')],
    then: { internal: share(1, 2) },
  },
  'K14: three of four actions by one sponsor': {
    measure: 'dependency', given: [...defined(), made('c1', 'ben', '2025-01-01'), made('c2', 'ben', '2025-01-01', by('tom')), made('c3', 'cleo', '2025-01-01'), ...['a1', 'a2', 'a3'].flatMap((id) => done('c1', id, 'BOOST', '2025-06-01')), ...done('c2', 'a4', 'BOOST', '2025-06-01'), ...done('c3', 'a5', 'BOOST', '2025-06-01')],
    then: { concentration: { value: 0.625, unit: 'INDEX', n: [1] }, effectiveSponsors: { value: 1.6 }, onFewSponsors: share(1, 1), tooFewToJudge: count(1) },
  },
  'K14: acts count as much as the programme says': {
    measure: 'dependency', given: [...defined([], { capitalWeight: { AMPLIFY: 1, BOOST: 1, CONNECT: 1, DEFEND: 3 } }), made('c1', 'ben', '2025-01-01'), made('c2', 'ben', '2025-01-01', by('tom')), ...['a1', 'a2', 'a3'].flatMap((id) => done('c1', id, 'BOOST', '2025-06-01')), ...done('c2', 'a4', 'DEFEND', '2025-06-01')],
    then: ({ concentration: { value: 0.5 }, onFewSponsors: share(0, 1) }),
  },
  'K15: one of five sponsors carries everything': {
    measure: 'load', given: [...defined(), ...['s1', 's2', 's3', 's4', 's5'].map((id) => enrolled(id, '2025-01-01', 'SPONSOR')), made('c1', 'ben', '2025-01-15', by('s1')), made('c2', 'cleo', '2025-01-15', by('s1'))],
    then: { inequality: { value: 0.8, unit: 'INDEX', n: [5] }, mean: { value: 0.2 }, full: share(1, 5), sponsors: count(5) },
  },
  'K15: under five sponsors nothing is judged': {
    measure: 'load', given: [...defined(), enrolled('s1', '2025-01-01', 'SPONSOR'), made('c1', 'ben', '2025-01-15', by('s1'))], then: { inequality: { state: 'TOO_FEW', n: [1] } },
  },
  'K22: ninety days after a sponsor left': {
    measure: 'continuity', given: [
      ...defined(), ...threePeople, ...employed('amara', '2020-01-01'), ...['ben', 'cleo', 'dev'].map((who, at) => made(`c${at}`, who, '2025-01-15')), made('c8', 'cleo', '2025-04-01', by('tom')), leftTheHouse('amara', '2025-03-01'), leftTheHouse('dev', '2025-03-15'),
    ],
    then: { kept: share(1, 2), leftMeanwhile: count(1), notYetOver: count(0) },
  },
  'K16, K17: the golden case of 12 of 40 against 48 of 80, crude and within strata': {
    measure: 'equity', asked: { by: 'FUNCTION' }, given: [...defined(), ...crowd('s', 40, 12, 'Sales'), ...crowd('o', 80, 48, 'Operations')],
    then: ({
      stages: [{
        stage: 'ENROLLED_OF_ELIGIBLE', reference: 'Operations', groupsCompared: 1, notAnalysed: [],
        groups: [
          { group: 'Operations', isReference: true, rate: share(48, 80), ratio: null, oddsRatio: null, judgement: null },
          {
            group: 'Sales', isReference: false, rate: share(12, 40), ratio: { state: 'VALUE', value: 0.5, interval: { method: 'KATZ', low: 0.3014, high: 0.8294 } },
            oddsRatio: { state: 'VALUE', value: 0.2857, interval: { method: 'ROBINS_BRESLOW_GREENLAND' } },
            judgement: { verdict: 'FINDING', p: 0.0034, corrected: null, words: expect.stringContaining('finding'), disagreement: null },
          },
        ],
      }, {}, {}, {}],
    }),
  },
};

it.each(Object.entries(table))('%s', async (_, { measure, asked = {}, given, period, then }) => {
  const tenant = analytics.aTenant();
  const after = await analytics.tell(tenant, given);
  const { parts, message } = await analytics.asLead(tenant)({ after, ...(period ? { period } : {}) });
  expect(message).toBeUndefined();
  const found = await field(parts[0]!, measure, asked);
  expect(found).toMatchObject(then);
  // The present may come from cells; asked for again as what was known then, it comes from the facts, to the byte.
  const again = await analytics.asLead(tenant)({ after, asKnownAt: parts[0]!['asKnownAt'] as string, ...(period ? { period } : {}) });
  expect(JSON.stringify(await field(again.parts[0]!, measure, asked))).toBe(JSON.stringify(found));
});
