import {
  commonTau, compareRestrictedMeans, compareTimes, lifeTable, shownP, timeToEvent, totals, type LifeTable,
} from '@vouchsafe/statistics';
import { groupReader, readTime, readYesOrNo } from './cells.js';
import { between, columns, count, inOneLine, people, stateInWords, type Canvas } from './lay-out.js';
import { readColumns } from './read-columns.js';
import { stepPlot } from './step-plot.js';

export interface SurvivalOptions { readonly time: string; readonly event: string; readonly group?: string }

/** How many people ended at which time and how, group by group: so much is kept of a file, however long it is. */
const tally = async (file: string, { time, event, group }: SurvivalOptions) => {
  const byGroup = new Map<string | null, Map<number, { time: number; events: number; censored: number }>>();
  const groupOf = groupReader();
  const read = await readColumns<string>(file, { time, event, ...(group === undefined ? {} : { group }) }, ({ line, values }) => {
    const name = group === undefined ? null : groupOf(values['group']!, { line, column: group });
    const at = readTime(values['time']!, { line, column: time });
    const happened = readYesOrNo(values['event']!, { line, column: event });
    const counts = byGroup.get(name) ?? new Map<number, { time: number; events: number; censored: number }>();
    byGroup.set(name, counts);
    const row = counts.get(at) ?? { time: at, events: 0, censored: 0 };
    counts.set(at, row);
    row[happened ? 'events' : 'censored'] += 1;
  });
  const names = [...byGroup.keys()].sort((one, other) => (String(one) < String(other) ? -1 : 1));
  return { read, groups: names.map((name) => ({ name, table: lifeTable(byGroup.get(name)!.values()) })) };
};

const compare = (groups: readonly { name: string | null; table: LifeTable }[], tau: number | null) => {
  if (groups.length < 2) return null;
  const { test, state } = compareTimes(groups.map(({ table }) => table));
  const [one, other] = groups.map(({ table }) => table);
  return {
    test: 'LOG_RANK', state, words: stateInWords(state), chiSquared: test.chiSquared, degrees: test.degrees, p: test.p,
    groups: groups.map(({ name }, at) => ({ group: name, observed: test.observed[at]!, expected: test.expected[at]!, variance: test.variance[at]! })),
    restrictedMeanDifference: groups.length === 2 && tau !== null ? compareRestrictedMeans(one!, other!, tau) : null,
  };
};

/** Every figure of time to an event, in the shape that `--json` prints. */
export const measureSurvival = async (file: string, options: SurvivalOptions) => {
  const { read, groups } = await tally(file, options);
  const tau = commonTau(groups.map(({ table }) => table));
  const allEvents = groups.reduce((sum, { table }) => sum + totals(table).events, 0);
  return {
    command: 'measure survival',
    input: { file, rows: read.rows, digest: read.digest, time: options.time, event: options.event, group: options.group ?? null },
    tau,
    groups: groups.map(({ name, table }) => {
      const { n, events, steps, median, restrictedMean } = timeToEvent(table, tau, allEvents);
      return {
        group: name, n, events, last: totals(table).last, median, restrictedMean,
        curve: steps.map(({ time, atRisk, events: d, survival, standardError, interval }) =>
          ({ time, n: atRisk, d, survival, standardError, low: interval?.low ?? null, high: interval?.high ?? null, method: interval?.method ?? null })),
        steps,
      };
    }),
    comparison: compare(groups, tau),
  };
};
export type SurvivalMeasured = Awaited<ReturnType<typeof measureSurvival>>;

const MOST_ROWS = 60;
/** Every step, or so many of them spread evenly, the first and the last among them. */
const someOf = <Step>(steps: readonly Step[]): readonly Step[] =>
  (steps.length <= MOST_ROWS ? steps : Array.from({ length: MOST_ROWS }, (_, at) => steps[Math.round((at * (steps.length - 1)) / (MOST_ROWS - 1))]!));

const named = (group: string | null, column: string | null): string => (group === null ? 'Everybody' : `${column} ${group}`);

/** The same as a person reads it. */
export const survivalInWords = ({ input, groups, comparison, tau }: SurvivalMeasured, canvas: Canvas): string[] => {
  const lines = [`${input.file}: ${people(input.rows)}; time "${input.time}", event "${input.event}"${input.group === null ? '' : `, by "${input.group}"`}.`];
  for (const { group, n, events, median, restrictedMean, curve } of groups) {
    lines.push('', `${named(group, input.group)}: ${people(n)}, ${count(events)} with the event`, ...columns(['time', 'n', 'd', 'S', 'SE', '95 % (Greenwood, log)'], someOf(curve).map(
      ({ time, n: atRisk, d, survival, standardError, low, high }) =>
        [String(time), count(atRisk), count(d), survival.toFixed(4), standardError?.toFixed(5) ?? '–', low === null || high === null ? '–' : between({ low, high })],
    )));
    if (curve.length > MOST_ROWS) lines.push(`${MOST_ROWS} of ${count(curve.length)} steps are shown; --json has all of them.`);
    lines.push(`median ${median.state === 'TOO_FEW' && restrictedMean.state !== 'TOO_FEW' ? `not reached (n ${count(n)})` : inOneLine(median)}`,
      `restricted mean${tau === null ? '' : ` up to ${tau}`}: ${inOneLine(restrictedMean)}`);
  }
  const plot = stepPlot(groups.map(({ group, steps, last }) => ({ name: named(group, input.group), steps, last })), canvas);
  if (plot.length > 0) lines.push('', `Share without the event, by ${input.time}`, ...plot);
  if (comparison) {
    lines.push('', 'Log-rank', ...columns([input.group!, 'observed', 'expected', 'variance'], comparison.groups.map(
      ({ group, observed, expected, variance }) => [group!, count(observed), expected.toFixed(4), variance.toFixed(4)],
    )));
    const { chiSquared, degrees, p, state, words, restrictedMeanDifference } = comparison;
    lines.push(chiSquared === null || p === null || state === 'TOO_FEW' ? `The curves: ${words}.`
      : `χ² ${chiSquared.toFixed(4)} on ${degrees} ${degrees === 1 ? 'degree' : 'degrees'} of freedom, p ${shownP(p)}: ${words}.`);
    if (restrictedMeanDifference) lines.push(`Difference of the restricted means, ${comparison.groups[0]!.group} less ${comparison.groups[1]!.group} (absolute): ${inOneLine(restrictedMeanDifference)}`);
  }
  return lines;
};

/** Without what is only there to be drawn. */
export const survivalDocument = ({ groups, ...rest }: SurvivalMeasured) => ({ ...rest, groups: groups.map(({ steps: _, ...group }) => group) });
