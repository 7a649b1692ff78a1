import { defaultProgramSettings } from '@vouchsafe/programs-contracts';
import fc from 'fast-check';
import type { Frame } from './frame.js';
import type { Commitment, History, Outcome, Person } from './history.js';
import type { Measure, Tools } from './measure.js';
import { measures } from './measures.js';
import { slicesBy } from './slices.js';

// What a measure says depends on what is believed, never on the order in which rows come.

const DAYS = 1_000;
const ids = Array.from({ length: 24 }, (_, at) => `p${String(at).padStart(2, '0')}`);
const day = fc.nat(DAYS);
const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const person = (personId: string): fc.Arbitrary<Person> => fc.record({ joins: fc.nat(200), stays: fc.option(fc.integer({ min: 100, max: 900 })), rank: pick(10, 20, 30), unit: pick('Retail', 'Risk', null), rises: fc.option(day) })
  .map(({ joins, stays, rank, unit, rises }) => ({
    personId, stays: [{ from: joins, until: stays === null ? null : joins + stays }], closed: [], rises: rises === null || rises <= joins ? [] : [rises],
    standings: [{ from: joins, until: stays === null ? null : joins + stays, rank, unit, function: unit, postId: `post-${personId}` }],
  }));
const commitment = (commitmentId: string): fc.Arbitrary<Commitment> => fc.record({ protege: pick(...ids.slice(0, 6)), sponsor: pick(...ids.slice(18)), made: day, lasts: fc.integer({ min: 1, max: 400 }), cohortId: pick('co1', 'co2', null) })
  .map(({ protege, sponsor, made, lasts, cohortId }) => ({
    commitmentId, programId: 'p1', cohortId, sponsorId: sponsor, protegeId: protege, madeOn: made,
    spans: [{ status: 'active', covers: true, from: made, until: made + lasts }, { status: 'ended', covers: false, from: made + lasts, until: null }],
  }));
const commitmentIds = Array.from({ length: 12 }, (_, at) => `c${at}`);
const history: fc.Arbitrary<History> = fc.record({
  people: fc.tuple(...ids.map(person)), commitments: fc.tuple(...commitmentIds.map(commitment)),
  enrolments: fc.array(fc.record({ programId: fc.constant('p1'), cohortId: pick('co1', 'co2'), personId: pick(...ids), role: pick('PROTEGE', 'SPONSOR'), from: day, until: fc.constant(null) }), { maxLength: 30 }),
  actions: fc.uniqueArray(fc.record({ actionId: fc.nat(60).map(String), commitmentId: pick(...commitmentIds), act: pick('AMPLIFY' as const, 'BOOST' as const, 'CONNECT' as const, 'DEFEND' as const), on: day, confirmed: fc.boolean() }), { minLength: 25, maxLength: 40, selector: ({ actionId }) => actionId }),
  pledges: fc.array(fc.record({ commitmentId: pick(...commitmentIds), side: pick('SPONSOR' as const, 'PROTEGE' as const), dueOn: day, status: pick('open' as const, 'kept' as const, 'missed' as const), onTime: pick(true, false, null) }), { maxLength: 30 }),
  outcomes: fc.uniqueArray(fc.record({ outcomeId: fc.nat(30).map(String), personId: pick(...ids.slice(0, 6)), programId: pick('p1', null), kind: pick('PROMOTION' as const, 'EXIT' as const), on: day, actions: fc.constant([] as string[]) }), { minLength: 8, maxLength: 20, selector: ({ outcomeId }: Outcome) => outcomeId }),
}).map((found) => ({
  ...found, people: [...found.people].sort((one, other) => (one.personId < other.personId ? -1 : 1)), rules: [{ programId: 'p1', version: 1, proteges: [], settings: defaultProgramSettings }],
  sponsorships: found.commitments.map(({ protegeId, programId, madeOn }) => ({ protegeId, programId, madeOn: madeOn! })),
}));

const shuffled = <T>(items: readonly T[], by: number): T[] => items.map((item, at) => ({ item, at: (at * 7_919 + by) % 101 })).sort((one, other) => one.at - other.at).map(({ item }) => item);
const reordered = (found: History, by: number): History => Object.fromEntries(Object.entries(found).map(([part, rows]) => [part, shuffled(rows as readonly unknown[], by)])) as unknown as History;

const tools = (): Tools => {
  let state = 7;
  return { bits: () => (((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) >>> 16) & 1) as 0 | 1, digest: (text) => text };
};
const frame: Frame = { from: 100, to: 900, knownOn: 850 };
const asked = { horizonMonths: 6, by: 'UNIT', costPerExit: { low: 1, mid: 2, high: 3 }, programCost: 1 };
const answers = (found: History) => (measures as unknown as readonly Measure[]).map(({ name, compute }) => JSON.stringify([name, compute(found, frame, asked as never, tools())]));

it('answers the same, to the byte, in whatever order the rows come', () =>
  fc.assert(fc.property(history, fc.nat(100), (found, by) => expect(answers(reordered(found, by))).toEqual(answers(found))), { numRuns: 40 }));

it.each(['COHORT', 'UNIT', 'LEVEL', 'PERSON', 'PROGRAM'] as const)('cuts every commitment into one group by %s, with its actions', (by) =>
  fc.assert(fc.property(history, (found) => {
    const slices = slicesBy(found, by, 'PROTEGES', frame);
    for (const part of ['commitments', 'actions', 'pledges', 'enrolments'] as const) expect(slices.reduce((sum, slice) => sum + slice.history[part].length, 0)).toBe(found[part].length);
    for (const slice of slices) for (const { commitmentId } of slice.history.actions) expect(slice.history.commitments.some((each) => each.commitmentId === commitmentId)).toBe(true);
  }), { numRuns: 20 }));
