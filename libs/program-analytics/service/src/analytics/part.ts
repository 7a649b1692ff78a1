import { fromDayNumber } from '@vouchsafe/event-schema';
import { badUserInput } from '@vouchsafe/graphql';
import { lastDay, measures, slicesBy, untoldFields, type Dimension, type Frame, type HistoryPart, type Measure, type Slice } from '@vouchsafe/program-analytics-domain';
import type { FactsAt } from './facts-at.js';
import { show } from './show.js';
import { toolsFor } from './tools.js';

/** A population to be asked about. */
export interface Population {
  readonly organization: { readonly handle: string; readonly name: string } | null;
  readonly programIds: readonly string[];
  readonly cohortIds: readonly string[] | null;
  readonly asKnownAt: string;
  readonly frame: Frame;
  readonly facts: FactsAt;
  /** The log's chain at the position of the facts: asked for when a field needs it. */
  readonly chain: () => Promise<string>;
  readonly seesPeople: boolean;
  /** What every figure must tell of at least; 0 for those who see people. */
  readonly fewest: number;
  /** Results kept beside the facts, by the measure's name: the present of whole programmes needs no facts for them. */
  readonly kept: Readonly<Record<string, unknown>>;
}

type AnyMeasure = Measure<string, HistoryPart, object>;
type Asked = Readonly<Record<string, unknown>>;
const all = measures as unknown as readonly AnyMeasure[];

/** Asked by GraphQL for one field: a function of the field's arguments, so that what is not asked for is not computed. */
type Field = (asked: Asked) => Promise<unknown>;

const MOST_CELLS = 500;
const refused = (typename: string, message: string) => ({ __typename: typename, message });

/** A population's answer: every measure as a field. */
export const partOf = (population: Population): object => {
  const { facts, frame, fewest, kept, seesPeople } = population;
  const field = ({ name, needs, compute, objection }: AnyMeasure): Field => async (asked) => {
    refuse(objection(asked as never, seesPeople));
    const result = name in kept ? kept[name] : compute(await facts.history(needs), frame, asked as never, toolsFor(seedOf(population)));
    return show([result], fewest)[0];
  };
  return { ...frameOf(population, null), ...Object.fromEntries(all.map((measure) => [measure.name, field(measure)])), breakdown: ({ by }: { by: Dimension }) => breakdownOf(population, by) };
};

const refuse = (objection: string | null): void => {
  if (objection !== null) throw badUserInput(objection);
};

const seedOf = ({ facts: { tenant }, programIds, cohortIds, frame: { from, to } }: Population): string => JSON.stringify([tenant, programIds, cohortIds, from, to]);

const frameOf = ({ organization, programIds, cohortIds, asKnownAt, frame, facts, chain }: Population, group: string | null) => ({
  group, organization, programIds, cohortIds, asKnownAt, position: facts.position, chain, lastDay: fromDayNumber(lastDay(frame)),
  rules: async () => (await facts.history(['rules'])).rules.map(({ programId, version }) => ({ programId, version })),
  untoldConditions: async () => untoldFields((await facts.history(['rules'])).rules),
});

const breakdownOf = async (population: Population, by: Dimension): Promise<object> => {
  const { facts, frame, fewest, seesPeople, organization } = population;
  if (organization !== null) return refused('BreakdownIsNotShared', `${organization.name} shares its figures as a whole, and nothing finer.`);
  if (by === 'PERSON' && !seesPeople) return refused('BreakdownWouldNamePersons', 'Single people are shown to those who lead the programme.');

  const slicesOf = async ({ needs, about }: Pick<AnyMeasure, 'needs' | 'about'>): Promise<readonly Slice[]> => slicesBy(await facts.history([...needs, 'people']), by, about, frame);
  // The groups are those of the protégés in question; a measure about others finds its own under the same names.
  const groups = (await slicesOf({ needs: ['enrolments', 'commitments', 'rules'], about: 'PROTEGES' })).filter(({ history }) => by === 'MONTH' || history.commitments.length > 0 || history.enrolments.some(({ role }) => role === 'PROTEGE')).map(({ group }) => group);
  if (groups.length > MOST_CELLS) return refused('BreakdownIsTooFine', `There are ${groups.length} groups, and an answer holds ${MOST_CELLS}: narrow the scope.`);

  const computed = new Map<string, Promise<ReadonlyMap<string, unknown>>>();
  const compute = async (measure: AnyMeasure, asked: Asked): Promise<ReadonlyMap<string, unknown>> => {
    const slices = new Map((await slicesOf(measure)).map((slice) => [slice.group, slice]));
    const nobody = { rules: [], enrolments: [], commitments: [], actions: [], pledges: [], outcomes: [], people: [], sponsorships: [] };
    const results = groups.map((group) => {
      const slice = slices.get(group) ?? { history: nobody, frame };
      return measure.compute(slice.history, slice.frame, asked as never, toolsFor(`${seedOf(population)} ${by} ${group}`));
    });
    return new Map(show(results, fewest).map((result, index) => [groups[index]!, result]));
  };
  // All groups at once, when the first of them is asked.
  const field = (measure: AnyMeasure, group: string): Field => async (asked) => {
    refuse(measure.objection(asked as never, seesPeople));
    const key = `${measure.name} ${JSON.stringify(asked)}`;
    const found = computed.get(key) ?? compute(measure, asked);
    computed.set(key, found);
    return (await found).get(group);
  };
  return {
    __typename: 'AnalyticsBreakdown', by,
    cells: groups.map((group) => ({
      ...frameOf(population, group), ...Object.fromEntries(all.map((measure) => [measure.name, field(measure, group)])),
      breakdown: () => refused('BreakdownIsTooFine', 'A breakdown of a breakdown is not offered.'),
    })),
  };
};
