import fc from 'fast-check';
import { seededBits } from '../benchmark/seeded-bits.fixtures.js';
import { below } from '../benchmark/random-bits.js';
import { compareRates } from '../rates/compare-rates.js';
import { lifeTableOf } from '../survival/life-table.js';
import { compareTimes } from '../survival/time-to-event.js';
import { freezeComparison } from './freeze-comparison.js';
import { atLandmark } from './landmark.js';
import { pairIndexDates } from './pair-index-dates.js';
import { followUp, untilExposed, type FollowUp, type Watched } from './watched.js';
import { withinHorizon } from './within-horizon.js';

const END = 1_460;
const someone = (about: Partial<Watched> = {}): Watched => ({ id: 'AMARA', from: 0, sponsoredOn: null, outcomes: [], exitOn: null, watchedTo: END, ...about });
const curve = (followUps: readonly FollowUp[]) => lifeTableOf(followUps.map(untilExposed));

/** People of whom one in thirty leaves each month, whether sponsored or not; a sponsor comes to two in three, some day of the first three years, if they are still there. */
const sponsorshipThatDoesNothing = (seed: number): Watched[] => {
  const bit = seededBits(seed);
  return Array.from({ length: 600 }, (_, number) => {
    let leaves = 30;
    while (leaves <= END && below(30, bit) !== 0) leaves += 30;
    const sponsorComes = below(3, bit) > 0 ? below(1_095, bit) : null;
    return {
      id: `person ${number}`, from: 0, watchedTo: END, outcomes: leaves <= END ? [leaves] : [], exitOn: leaves <= END ? leaves : null,
      sponsoredOn: sponsorComes !== null && sponsorComes < Math.min(leaves, END) ? sponsorComes : null,
    };
  });
};

/** What must not be done: those who ever had a sponsor against those who never had one, from the first day. */
const naive = (people: readonly Watched[]) => {
  const all = people.map((person): FollowUp & { treated: boolean } => ({ ...followUp({ ...person, sponsoredOn: null }, 0), treated: person.sponsoredOn !== null }));
  return { treated: all.filter(({ treated }) => treated), comparison: all.filter(({ treated }) => !treated) };
};
const paired = (people: readonly Watched[], seed: number) => {
  const { pairs } = pairIndexDates(people, seededBits(seed));
  return { treated: pairs.map(({ treated, day }) => followUp(treated, day)), comparison: pairs.map(({ comparison, day }) => followUp(comparison, day)) };
};

describe('sponsorship that does nothing, but starts late', () => {
  const people = sponsorshipThatDoesNothing(11);
  const p = ({ treated, comparison }: { treated: readonly FollowUp[]; comparison: readonly FollowUp[] }): number => compareTimes([curve(treated), curve(comparison)]).test.p!;

  it('seems to keep people, if their waiting is counted as time under a sponsor', () => {
    const { treated, comparison } = naive(people);
    expect(p({ treated, comparison })).toBeLessThan(1e-6);
    const { absolute, relative } = compareRates(withinHorizon(treated, 365), withinHorizon(comparison, 365));
    expect([absolute, relative]).toMatchObject([{ state: 'VALUE', kind: 'ABSOLUTE' }, { state: 'VALUE', kind: 'RELATIVE' }]);
    expect('value' in absolute && absolute.value).toBeLessThan(-0.2);
  });

  it('shows no lift against people at risk on the same day', () => {
    const { treated, comparison } = paired(people, 12);
    expect(treated.length).toBeGreaterThan(150);
    expect(compareTimes([curve(treated), curve(comparison)]).state).toBe('NOT_DISTINGUISHABLE');
    expect(compareRates(withinHorizon(treated, 365), withinHorizon(comparison, 365))).toMatchObject({ absolute: { state: 'NOT_DISTINGUISHABLE' }, relative: { state: 'NOT_DISTINGUISHABLE' } });
  });

  it('shows no lift from a landmark day on', () => {
    const { treated, comparison, left } = atLandmark(people);
    expect(left.outcome).toBeGreaterThan(50);
    expect(compareTimes([curve(treated), curve(comparison)]).state).toBe('NOT_DISTINGUISHABLE');
    expect(compareRates(withinHorizon(treated, 365), withinHorizon(comparison, 365)).absolute.state).toBe('NOT_DISTINGUISHABLE');
  });

  it('is found out in other histories, too: about one in twenty is beyond 0.05, while the naive computation is taken in by each', () => {
    const seeds = Array.from({ length: 30 }, (_, at) => 100 + at);
    const histories = seeds.map((seed) => sponsorshipThatDoesNothing(seed));
    expect(histories.filter((history) => p(naive(history)) < 0.05)).toHaveLength(30);
    expect(histories.filter((history, at) => p(paired(history, seeds[at]!)) < 0.05).length).toBeLessThanOrEqual(5);
    expect(histories.filter((history) => p(atLandmark(history)) < 0.05).length).toBeLessThanOrEqual(5);
  });
});

describe('index dates', () => {
  it('a comparison was eligible, there, and not yet sponsored on the day; nobody is one twice', () => {
    const aPerson = fc.record({ from: fc.nat(50), wait: fc.option(fc.nat(60)), stays: fc.option(fc.integer({ min: 1, max: 80 })) });
    fc.assert(fc.property(fc.array(aPerson, { maxLength: 30 }), fc.nat(), (all, seed) => {
      const people = all.map(({ from, wait, stays }, number) => someone({
        id: `p${number}`, from, sponsoredOn: wait === null ? null : from + wait, exitOn: stays === null ? null : from + stays, watchedTo: 100,
      }));
      const { pairs, unpaired } = pairIndexDates(people, seededBits(seed));
      for (const { day, treated, comparison } of pairs) {
        expect(treated.sponsoredOn).toBe(day);
        expect(comparison.id).not.toBe(treated.id);
        expect(comparison.from <= day && (comparison.exitOn ?? Infinity) > day && (comparison.sponsoredOn ?? Infinity) > day).toBe(true);
      }
      expect(new Set(pairs.map(({ comparison }) => comparison.id)).size).toBe(pairs.length);
      expect(pairIndexDates([...people].reverse(), seededBits(seed))).toEqual({ pairs, unpaired });
    }));
  });

  it('keeps those who will be sponsored later among the comparisons', () => {
    const people = [someone({ id: 'first', sponsoredOn: 10 }), someone({ id: 'later', sponsoredOn: 50 })];
    const { pairs, unpaired } = pairIndexDates(people, seededBits(1));
    expect([pairs.map(({ comparison, day }) => [comparison.id, day]), unpaired.map(({ id }) => id)]).toEqual([[['later', 10]], ['later']]);
  });

  it('draws each of those at risk as often', () => {
    const people = [someone({ id: 'treated', sponsoredOn: 10 }), ...['a', 'b', 'c'].map((id) => someone({ id }))];
    const drawn = Array.from({ length: 3_000 }, (_, seed) => pairIndexDates(people, seededBits(seed + 1)).pairs[0]!.comparison.id);
    for (const id of ['a', 'b', 'c']) expect(Math.abs(drawn.filter((one) => one === id).length / 3_000 - 1 / 3)).toBeLessThan(0.05);
  });
});

describe('follow-up', () => {
  it.each([
    ['to the first outcome after the index date', { outcomes: [400, 90, 100, 300] }, 100, { time: 200, event: true, watchable: 1_360 }],
    ['to the exit', { exitOn: 250, outcomes: [300] }, 100, { time: 150, event: false }],
    ['to an exit that is the outcome', { exitOn: 250, outcomes: [250] }, 100, { time: 150, event: true }],
    ['to the end of watching', {}, 100, { time: 1_360, event: false }],
    ["past a comparison's own sponsorship, which is noted", { sponsoredOn: 180, outcomes: [300] }, 100, { time: 200, event: true, exposedAfter: 80 }],
    ['past the sponsorship that the index date is', { sponsoredOn: 100, outcomes: [300] }, 100, { time: 200, event: true, exposedAfter: null }],
  ])('runs %s', (_, about, day, expected) => expect(followUp(someone(about), day)).toMatchObject({ id: 'AMARA', day, ...expected }));

  it.each([
    ['before', { sponsoredOn: 180, outcomes: [300] }, { time: 80, event: false }], ['after', { sponsoredOn: 301, outcomes: [300] }, { time: 200, event: true }],
    ['on the day of', { sponsoredOn: 300, outcomes: [300] }, { time: 200, event: true }], ['never, and no', { exitOn: 150 }, { time: 50, event: false }],
  ])('of a curve ends with own sponsorship: %s the outcome', (_, about, expected) => expect(untilExposed(followUp(someone(about), 100))).toEqual(expected));

  it('from a landmark day leaves earlier outcomes and exits out of both arms', () =>
    expect(atLandmark([
      someone({ id: 'treated', sponsoredOn: 180 }), someone({ id: 'sponsored too late', sponsoredOn: 181, outcomes: [300] }), someone({ id: 'never' }),
      someone({ id: 'promoted', sponsoredOn: 5, outcomes: [180] }), someone({ id: 'left', exitOn: 90 }), someone({ id: 'came late', from: END - 180 }),
    ])).toMatchObject({
      treated: [{ id: 'treated', day: 180 }], comparison: [{ id: 'sponsored too late', exposedAfter: 1 }, { id: 'never' }], left: { outcome: 1, exit: 1, watching: 1 },
    }));

  it('within a horizon counts who could have been watched for so long, leavers among them', () => {
    const seen = (about: Partial<Watched>): FollowUp => followUp(someone(about), 0);
    expect(withinHorizon([
      seen({ outcomes: [365] }), seen({ outcomes: [366] }), seen({ exitOn: 90 }), seen({ outcomes: [30], watchedTo: 364 }), seen({ watchedTo: 365 }),
    ], 365)).toEqual({ count: 1, n: 4 });
  });
});

describe('a frozen comparison', () => {
  const frozen = { rule: 'same level and function', day: 100, ids: ['b', 'a', 'b'], firstOutcomeOn: null };
  it('names rule, day, and the digest of the ids in their order', () => {
    expect(freezeComparison(frozen, (text) => `digest of ${text}`)).toEqual({ frozen: true, comparison: { rule: 'same level and function', day: 100, people: 2, digest: 'digest of a\nb\n' } });
    expect(freezeComparison({ ...frozen, ids: ['a', 'b'], firstOutcomeOn: 100 }, (text) => `digest of ${text}`)).toEqual(freezeComparison(frozen, (text) => `digest of ${text}`));
  });

  it('is refused after the first outcome that is looked at', () =>
    expect(freezeComparison({ ...frozen, firstOutcomeOn: 99 }, String)).toEqual({ frozen: false, reason: 'FrozenAfterTheFirstOutcome', firstOutcomeOn: 99 }));
});
