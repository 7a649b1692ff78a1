import { addDays, type IsoDate } from '@vouchsafe/event-schema';
import { compareRates } from '@vouchsafe/statistics';
import { employed, leftTheHouse, levelCorrected, levelled } from '../people-facts/people-facts.fixtures.js';
import { acted, confirmed, defined, enrolled, made, promoted, recorrected, type Happened } from '../program-facts/program-facts.fixtures.js';
import { field, openAnalytics, type Analytics, type Answer, type Part } from './analytics.fixtures.js';

jest.setTimeout(120_000);

let analytics: Analytics;
beforeAll(async () => { analytics = await openAnalytics(); }, 120_000);
afterAll(() => analytics?.close());

interface Figure { readonly state: string; readonly value: number | null; readonly n: number[] | null; readonly count: number[] | null }
interface Lift { readonly absolute: Figure; readonly relative: Figure; readonly sponsored: Figure; readonly compared: Figure; readonly stratified: { readonly difference: Figure; readonly oddsRatio: Figure }; readonly comparison: { readonly digest: string; readonly people: number } }
interface Lifted extends Lift { readonly time: { readonly logRank: { readonly state: string; readonly p: number }; readonly arms: { readonly points: { readonly without: number; readonly incidence: number }[] }[] } }
const first = ({ parts, message }: Answer): Part => {
  if (!parts) throw new Error(message);
  return parts[0]!;
};

const START = '2022-01-01';
const THREE_YEARS = { from: START, to: '2024-12-31' };
/** The same draws for the same seed (a linear congruential generator: Knuth, The Art of Computer Programming, volume 2, section 3.3.4, line 26). */
const drawing = (seed: number) => {
  let state = seed;
  return (bound: number): number => Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * bound);
};
interface Life { readonly id: string; readonly leavesOn: IsoDate | null; readonly sponsoredOn: IsoDate | null }

/** People of whom one in thirty leaves each month, whether sponsored or not; a sponsor comes to two in three, some day of the first two years, if they are still there. */
const sponsorshipThatDoesNothing = (seed: number, size: number): Life[] => {
  const below = drawing(seed);
  return Array.from({ length: size }, (_, at) => {
    let leaves = 30;
    while (leaves <= 1_095 && below(30) !== 0) leaves += 30;
    const comes = below(3) > 0 ? below(730) : null;
    return { id: `p${at}`, leavesOn: leaves <= 1_095 ? addDays(START, leaves) : null, sponsoredOn: comes !== null && comes < leaves ? addDays(START, comes) : null };
  });
};
const told = (lives: readonly Life[]): Happened[] => lives.flatMap(({ id, leavesOn, sponsoredOn }) => [
  ...employed(id, START), ...(sponsoredOn ? [made(`c-${id}`, id, sponsoredOn, { end: '2026-12-31' })] : []), ...(leavesOn ? [leftTheHouse(id, leavesOn)] : []),
]);

describe('sponsorship that does nothing, but starts late', () => {
  const lives = sponsorshipThatDoesNothing(5, 300);

  it('seems to keep people, if their waiting is counted as time under a sponsor', () => {
    const arm = (those: readonly Life[]) => ({ count: those.filter(({ leavesOn }) => leavesOn !== null && leavesOn <= addDays(START, 365)).length, n: those.length });
    const naive = compareRates(arm(lives.filter(({ sponsoredOn }) => sponsoredOn !== null)), arm(lives.filter(({ sponsoredOn }) => sponsoredOn === null)));
    expect(naive.absolute).toMatchObject({ state: 'VALUE' });
    expect('value' in naive.absolute && naive.absolute.value).toBeLessThan(-0.2);
  });

  it('shows no lift, crude, within strata and over time, and the same people are compared whenever it is asked', async () => {
    const tenant = analytics.aTenant(901);
    const after = await analytics.tell(tenant, [...defined([], {}, 'p1', START), ...told(lives)]);
    const asked = async () => field<Lifted>(first(await analytics.asLead(tenant)({ period: THREE_YEARS, after })), 'retention', { horizonMonths: 12 });
    const lift = await asked();
    const { time } = lift;
    expect(lift.sponsored.n![0]).toBeGreaterThan(70);
    expect([lift.absolute.state, lift.relative.state, lift.stratified.difference.state, lift.stratified.oddsRatio.state, time.logRank.state]).toEqual(Array(5).fill('NOT_DISTINGUISHABLE'));
    expect((await asked()).comparison).toEqual(lift.comparison);
  });
});

it('names no amount where fewer did not leave, and one with its range where they did', async () => {
  const asked = { horizonMonths: 12, costPerExit: { low: 10, mid: 20, high: 30 }, programCost: 100 };
  const period = { from: '2024-01-01', to: '2025-12-31' };
  const told = async (leaves: (at: number) => boolean) => {
    const tenant = analytics.aTenant();
    const after = await analytics.tell(tenant, [...defined([], {}, 'p1', START), ...Array.from({ length: 50 }, (_, at): Happened[] => [
      ...employed(`t${at}`, START), ...employed(`c${at}`, START), made(`m${at}`, `t${at}`, '2024-02-01', { end: '2026-12-31' }), ...(leaves(at) ? [leftTheHouse(`c${at}`, '2024-06-01')] : []),
    ]).flat()]);
    return field(first(await analytics.asLead(tenant)({ period, after })), 'retentionReturn', asked);
  };
  expect(await told((at) => at === 0)).toMatchObject({ benefit: { state: 'TOO_FEW', low: null, mid: null, high: null }, returnOnCost: { state: 'TOO_FEW', value: null } });
  expect(await told((at) => at < 25)).toMatchObject({ benefit: { state: 'VALUE', low: expect.any(Number), mid: 500, high: expect.any(Number) }, returnOnCost: { state: 'VALUE', value: 4, unit: 'RATIO', interval: { method: 'CARRIED_OVER' } } });
});

describe('sponsorship that does something', () => {
  const pair = (at: number): Happened[] => {
    const [one, other] = [`t${at}`, `c${at}`];
    const on = addDays('2024-01-01', at);
    const place = { rank: 20, work: at % 2 === 0 ? 'Sales' : 'Operations' };
    return [
      ...employed(one, START, place), ...[other, `${other}x`, `${other}y`].flatMap((id) => employed(id, START, place)), made(`m${at}`, one, on, { end: '2026-12-31' }),
      ...(at % 2 === 0 ? [levelled(`post-${one}`, 30, addDays(on, 100))] : []), ...(at % 10 === 0 ? [levelled(`post-${other}`, 30, addDays(on, 100))] : []),
    ];
  };
  const history = [...defined([], {}, 'p1', START), ...Array.from({ length: 60 }, (_, at) => pair(at)).flat()];

  it('shows its lift in percentage points and as a ratio less one, each named, and as curves', async () => {
    const tenant = analytics.aTenant(902);
    const after = await analytics.tell(tenant, history);
    const lift = await field<Lifted>(first(await analytics.asLead(tenant)({ period: { from: '2024-01-01', to: '2025-12-31' }, after })), 'promotion', { horizonMonths: 12 });
    const { time } = lift;
    expect(lift.sponsored).toMatchObject({ state: 'VALUE', count: [30], n: [60] });
    expect(lift.absolute).toMatchObject({ state: 'VALUE', kind: 'ABSOLUTE', unit: 'SHARE', interval: { method: 'NEWCOMBE' } });
    expect(lift.absolute.value).toBeGreaterThan(0.2);
    expect(lift.relative).toMatchObject({ state: 'VALUE', kind: 'RELATIVE', interval: { method: 'KATZ' } });
    expect(lift.stratified.difference).toMatchObject({ state: 'VALUE', kind: 'ABSOLUTE' });
    expect(time.logRank).toMatchObject({ state: 'VALUE', p: expect.any(Number) });
    for (const { points } of time.arms) expect(points.map(({ without }) => without)).toEqual([...points.map(({ without }) => without)].sort((a, b) => b - a));
    expect(time.arms[0]!.points.at(-1)).toMatchObject({ without: 0.5, incidence: 0.5 });
  });

  it('counts nobody\'s rise that a correction only says, and moves the day of one that had another', async () => {
    const tenant = analytics.aTenant();
    const before = await analytics.tell(tenant, history);
    const rises = async (after: number) => (await field<Lifted>(first(await analytics.asLead(tenant)({ period: { from: '2024-01-01', to: '2025-12-31' }, after })), 'promotion', { horizonMonths: 12 })).sponsored;
    const found = await rises(before);
    expect(await rises(await analytics.tell(tenant, [levelCorrected('post-t1', 30, '2024-03-01')]))).toEqual(found);
    expect(await rises(await analytics.tell(tenant, [levelCorrected('post-t0', 30, '2024-03-20')]))).toEqual(found);
    expect(await rises(await analytics.tell(tenant, [levelCorrected('post-t0', 20, '2024-03-20')]))).toMatchObject({ count: [29], n: [60] });
  });
});

it('gives the first figures again when an outcome is corrected and corrected back, and the old ones for the old instants', async () => {
  const tenant = analytics.aTenant();
  const asked = analytics.asLead(tenant);
  const texts = async (answer: Answer) => JSON.stringify(await Promise.all(['outcomes', 'funnel', 'commitments'].map((name) => field(first(answer), name))));
  const history = [...defined(), made('c1', 'ben', '2025-01-15'), acted('c1', 'a1', 'BOOST', '2025-03-03'), confirmed('c1', 'a1', '2025-03-10'), promoted('o1', 'ben', '2025-09-01')];
  const one = await asked({ after: await analytics.tell(tenant, history) });
  const text = await texts(one);
  const two = await asked({ after: await analytics.tell(tenant, [recorrected('o1', '2024-02-01')]) });
  expect(await texts(two)).not.toBe(text);
  const after = await analytics.tell(tenant, [recorrected('o1', '2025-09-01')]);
  expect(await texts(await asked({ after }))).toBe(text);
  expect(await texts(await asked({ after, asKnownAt: one.parts[0]!['asKnownAt'] as string }))).toBe(text);
  expect(await texts(await asked({ after, asKnownAt: two.parts[0]!['asKnownAt'] as string }))).toBe(await texts(two));
});

describe('a breakdown', () => {
  const place = { programId: 'p2', cohortId: 'co2' };
  const history = [
    ...defined(), ...defined([], {}, 'p2'), ...employed('ben', '2024-01-01', { unit: 'Retail', rank: 10 }), ...employed('cleo', '2024-01-01', { unit: 'Risk', rank: 20 }),
    enrolled('ben', '2025-01-10'), enrolled('cleo', '2025-01-10', 'PROTEGE', place), made('c1', 'ben', '2025-01-15'), made('c2', 'cleo', '2025-02-15', place),
    acted('c1', 'a1', 'BOOST', '2025-03-03'), acted('c2', 'a2', 'BOOST', '2025-04-03'), acted('c2', 'a3', 'BOOST', '2025-04-03'),
  ];
  const cells = async (by: string) => {
    const tenant = analytics.aTenant();
    const after = await analytics.tell(tenant, history);
    const part = first(await analytics.asLead(tenant, ['p1', 'p2'])({ after }));
    const { cells: found } = await field<{ cells: Part[] }>(part, 'breakdown', { by });
    return Promise.all(found.map(async (cell) => [cell['group'], (await field<{ confirmation: Figure }>(cell, 'advocacy')).confirmation.n![0] ?? 0]));
  };
  it.each([
    ['PROGRAM', [['p1', 1], ['p2', 2]]], ['COHORT', [['co1', 1], ['co2', 2]]], ['UNIT', [['Retail', 1], ['Risk', 2]]], ['LEVEL', [['10', 1], ['20', 2]]], ['PERSON', [['ben', 1], ['cleo', 2]]],
  ])('by %s', async (by, expected) => expect(await cells(by)).toEqual(expected));

  it('by month has each month of the period, none of them twice', async () => {
    const tenant = analytics.aTenant();
    const after = await analytics.tell(tenant, history);
    const { cells: months } = await field<{ cells: Part[] }>(first(await analytics.asLead(tenant, ['p1', 'p2'])({ after, period: { from: '2025-02-15', to: '2025-04-30' } })), 'breakdown', { by: 'MONTH' });
    expect(await Promise.all(months.map(async (cell) => [cell['group'], (await field<{ acts: { act: string; unconfirmed: Figure }[] }>(cell, 'advocacy')).acts.find(({ act }) => act === 'BOOST')!.unconfirmed.value])))
      .toEqual([['2025-02-01', 0], ['2025-03-01', 1], ['2025-04-01', 2]]);
  });
});

describe('whoever may not ask, or asks for nothing', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `co${at}`);
  it.each([
    ['PeriodEndsBeforeItStarts', 'for days that run backwards', { period: { from: '2025-02-01', to: '2025-01-31' } }], ['PeriodIsTooLong', 'for 25 years', { period: { from: '2000-01-01', to: '2025-01-31' } }],
    ['PeriodLiesBeforeTheLog', 'for 1990', { period: { from: '1990-01-01', to: '1990-12-31' } }], ['NotKnownYet', 'for what will be known', { asKnownAt: '9999-01-01T00:00:00.000Z' }],
    ['NothingInScope', 'for a programme that is not there', { scope: { programs: ['p9'] } }], ['NothingInScope', 'for one that somebody else leads', { scope: { programs: ['p2'] } }], ['NothingInScope', 'for their own beside one that is not there', { scope: { programs: ['p1', 'p9'] } }], ['NothingInScope', 'for a cohort that is not there', { scope: { cohorts: ['co9'] } }], ['NothingInScope', 'for another organization', { scope: { organizations: ['globex'] } }],
    ['ScopeIsTooLarge', 'for ten thousand cohorts', { scope: { cohorts: many } }],
  ])('is told %s %s', async (refusal, _, question) => {
    const tenant = analytics.aTenant();
    const after = await analytics.tell(tenant, [...defined(), ...defined([], {}, 'p2'), enrolled('ben', '2025-01-10')]);
    expect(await analytics.asLead(tenant)({ after, ...question })).toEqual({ __typename: refusal, message: expect.stringMatching(/\.$/) });
  });

  it('is told the same of an organization\'s programme and of one that never was', async () => {
    const [acme, globex] = [analytics.aTenant(), analytics.aTenant()];
    await analytics.tell(globex, [...defined([], {}, 'theirs'), enrolled('zoe', '2025-01-10', 'PROTEGE', { programId: 'theirs', cohortId: 'x' })]);
    const after = await analytics.tell(acme, defined());
    const asked = analytics.asLead(acme, ['p1', 'theirs', 'never']);
    expect(await asked({ after, scope: { programs: ['theirs'] } })).toEqual(await asked({ after, scope: { programs: ['never'] } }));
  });
});

describe('who sees no rows', () => {
  const QUARTERS = { from: '2025-01-01', to: '2025-12-31' };
  const history = (size: number): Happened[] => [...defined(), ...Array.from({ length: size }, (_, at) => [
    ...employed(`p${at}`, '2024-01-01', { unit: at < 3 ? 'Risk' : 'Retail' }), enrolled(`p${at}`, '2025-01-10'), ...(at % 2 ? [made(`c${at}`, `p${at}`, '2025-02-01')] : []),
  ]).flat()];
  const executive = async (size: number, question: Parameters<ReturnType<Analytics['asExecutive']>>[0] = {}) => {
    const tenant = analytics.aTenant();
    const after = await analytics.tell(tenant, history(size));
    return analytics.asExecutive(tenant)({ period: QUARTERS, after, ...question });
  };

  it.each([
    ['WholeQuartersOnly', { period: { from: '2025-01-01', to: '2025-12-30' } }], ['OnlyTheLeadLooksBack', { asKnownAt: '2026-06-01T00:00:00.000Z' }], ['OnlyTheLeadPicksCohorts', { scope: { cohorts: ['co1'] } }],
  ])('is refused %s', async (refusal, question) => expect(await executive(3, question)).toMatchObject({ __typename: refusal }));

  it('reads figures of many, and of few the word alone, in the same shape', async () => {
    const of = async (size: number) => (await field<{ ofEnrolled: Figure }>(first(await executive(size)), 'coverage')).ofEnrolled;
    const [many, few] = [await of(40), await of(12)];
    expect(many).toMatchObject({ state: 'VALUE', count: [20], n: [40] });
    expect(few).toEqual({ state: 'SUPPRESSED', value: null, unit: null, count: null, n: null, interval: null, kind: null });
    expect(Object.keys(few)).toEqual(Object.keys(many));
  });

  it('reads no group of a breakdown of which one is thin, and no single people', async () => {
    const part = first(await executive(40));
    const { cells } = await field<{ cells: Part[] }>(part, 'breakdown', { by: 'UNIT' });
    const states = await Promise.all(cells.map(async (cell) => (await field<{ ofEnrolled: Figure }>(cell, 'coverage')).ofEnrolled.state));
    expect(states).toEqual(['SUPPRESSED', 'SUPPRESSED']);
    expect(await field(part, 'breakdown', { by: 'PERSON' })).toMatchObject({ __typename: 'BreakdownWouldNamePersons' });
  });

  it('reads nothing that names or counts a few of those compared', async () => {
    const { comparison, stratified } = await field<{ comparison: object; stratified: { dropped: object } }>(first(await executive(12)), 'promotion', { horizonMonths: 12 });
    expect(comparison).toMatchObject({ people: null, digest: null, unpaired: null, notEligible: null, sponsoredBefore: null });
    expect(stratified.dropped).toEqual({ count: null, names: [] });
  });

  it('chooses among few horizons', async () =>
    expect(field(first(await executive(12)), 'promotion', { horizonMonths: 13 })).rejects.toThrow('6, 12 or 24 months'));

  it('is answered for each member that shares, and finds nothing finer in it', async () => {
    const acme = analytics.aTenant();
    const after = await analytics.tell(acme, history(40));
    await analytics.asExecutive(acme)({ period: QUARTERS, after });
    analytics.shared.members = [{ organization: acme, handle: 'acme', name: 'Acme', programIds: ['p1'] }];
    const network = analytics.aTenant();
    await analytics.ledger.store.openLog(network, { sample: true });
    const asked = analytics.asGroupExecutive(network);
    const part = first(await asked({ period: QUARTERS }));
    expect(part).toMatchObject({ organization: { handle: 'acme' }, programIds: ['p1'] });
    expect((await field<{ ofEnrolled: Figure }>(part, 'coverage')).ofEnrolled).toMatchObject({ state: 'VALUE', n: [40] });
    expect(await field(part, 'breakdown', { by: 'UNIT' })).toMatchObject({ __typename: 'BreakdownIsNotShared' });
    expect(await asked({ period: QUARTERS, scope: { organizations: ['globex'] } })).toMatchObject({ __typename: 'NothingInScope' });
  });
});
