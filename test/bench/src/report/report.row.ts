import { interleave, quantile, type Bench, type BenchRow, type Lap } from '../bench-row.js';
import { busyProduct, type BusyProduct } from './busy-product.js';

const REPORT = `query ($programId: ID!) { programAnalytics(scope: { programs: [$programId] }, period: { from: "2024-01-01", to: "2025-12-31" }) { ... on ProgramAnalytics { parts {
  asKnownAt position advocacy { balance { ...figure } confirmation { ...figure } acts { act confirmed { ...figure } unconfirmed { ...figure } } }
  keeping { sponsors { ...figure } proteges { ...figure } } outcomes { kind count { ...figure } } } } } }
  fragment figure on Figure { state value unit count n kind interval { low high method } }`;
const NOTHING = '{ __typename }';

const REQUESTS = 200;

/** Asks one after the other. @returns the median in milliseconds; an answer without data counts as lost */
const asking = async ({ executive }: BusyProduct, query: string, variables: Readonly<Record<string, unknown>>, { quick }: Bench): Promise<Lap> => {
  const times: number[] = [];
  let lost = 0;
  for (let request = 0; request < (quick ? REQUESTS / 4 : REQUESTS); request += 1) {
    const from = performance.now();
    const { data, errors } = await executive.tries<{ programAnalytics?: { parts?: readonly object[] } }>(query, variables);
    times.push(performance.now() - from);
    if (errors.length > 0 || data === null || (query === REPORT && data.programAnalytics?.parts?.length !== 1)) lost += 1;
  }
  return { value: quantile(times, 0.5), lost, outOfOrder: 0 };
};
const reporting = (product: BusyProduct, bench: Bench): Promise<Lap> => asking(product, REPORT, { programId: product.programId }, bench);

/** `VOUCHSAFE_BENCH_EVENTS` sets the events of the large product: ten million take hours to make up. */
const largest = (quick: boolean): number => Number(process.env['VOUCHSAFE_BENCH_EVENTS'] ?? (quick ? 30_000 : 300_000));

export const report: BenchRow = {
  row: 'report', unit: 'ms (p50)', hold: { atMostRatio: 3 },
  how: `The product as \`npm start\` starts it, with three made-up organizations of ${largest(false).toLocaleString('en')} events (\`VOUCHSAFE_BENCH_EVENTS\` takes another number). An executive of the largest asks over HTTP for the
figures of a programme over two years that are kept by month (advocacy, pledges, outcomes), ${REQUESTS} times one after the other, and in turns for \`${NOTHING}\`, which costs a signed-in request and nothing else. The ratio is of the medians.`,
  async measure(bench) {
    const product = await busyProduct(largest(bench.quick), bench.progress);
    try {
      await reporting(product, bench); // warm-up
      const figures = await interleave(bench, `report on a log of ${product.events.toLocaleString('en')} events`, 'ms', NOTHING, () => reporting(product, bench), () => asking(product, NOTHING, {}, bench));
      return { ...figures, also: { 'events in the log of the organization': product.events } };
    } finally {
      await product.stop();
    }
  },
};

const SMALLER = 10;

export const reportGrowth: BenchRow = {
  row: 'report-growth', unit: 'ms (p50)', hold: { atMostRatio: 1.2 },
  how: `The same report of two products side by side, one with a ${SMALLER}th of the other's events: what the report costs must not grow with the log.`,
  async measure(bench) {
    const products: BusyProduct[] = [];
    try {
      for (const events of [largest(bench.quick) / SMALLER, largest(bench.quick)]) products.push(await busyProduct(events, bench.progress));
      const [small, large] = products as [BusyProduct, BusyProduct];
      for (const product of products) await reporting(product, bench);
      const figures = await interleave(bench, `report on ${large.events.toLocaleString('en')} events against ${small.events.toLocaleString('en')}`, 'ms', `a ${SMALLER}th of the events`, () => reporting(large, bench), () => reporting(small, bench));
      return { ...figures, also: { 'events of the larger log': large.events, 'events of the smaller log': small.events } };
    } finally {
      for (const product of products) await product.stop();
    }
  },
};
