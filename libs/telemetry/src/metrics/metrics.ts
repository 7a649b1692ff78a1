import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const registry = new Registry();

/** What a label may say: one of a few words that are written here and now; a `name` that the code gives to its parts (a projection, a policy); or the
 * `bucket` of a tenant, see `tenantBucket`. Never a person, a tenant, an id or anything that somebody typed. */
export type LabelKind = readonly string[] | 'name' | 'bucket';
export type Labels = Readonly<Record<string, LabelKind>>;
export type LabelValues<L extends Labels> = { readonly [Label in keyof L]: L[Label] extends readonly string[] ? L[Label][number] : L[Label] extends 'bucket' ? number : string };

export interface MetricOptions<L extends Labels> {
  /** `vouchsafe_…`, with the unit at its end: `_seconds`, `_events`, `_total` for what is counted. */
  readonly name: `vouchsafe_${string}`;
  readonly help: string;
  readonly labels?: L;
}

export interface CounterMetric<L extends Labels> { add(labels: LabelValues<L>, by?: number): void }
export interface GaugeMetric<L extends Labels> {
  set(labels: LabelValues<L>, value: number): void;
  /** Forgets every series, so that what is gone is not shown for ever. */
  clear(): void;
}
export interface HistogramMetric<L extends Labels> { observe(labels: LabelValues<L>, value: number): void }

const A_NAME = /^[A-Za-z][A-Za-z0-9 _.-]{0,63}$/;
const LOOKS_LIKE_AN_ID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}/i;

const allowed = (kind: LabelKind | undefined, value: unknown): boolean => {
  if (kind === 'bucket') return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 63;
  if (kind === 'name') return typeof value === 'string' && A_NAME.test(value) && !LOOKS_LIKE_AN_ID.test(value);
  return kind?.includes(value as string) ?? false;
};

/** What is not allowed is shown as `other`: a metric must not end the work that it counts, nor tell what it must not. */
const checked = (labels: Labels, values: Readonly<Record<string, unknown>>): Record<string, string | number> =>
  Object.fromEntries(Object.keys(labels).map((label) => [label, allowed(labels[label], values[label]) ? values[label] as string | number : 'other']));

const settings = ({ name, help, labels = {} }: MetricOptions<Labels>) => ({ name, help, labelNames: Object.keys(labels), registers: [registry] });

/** Counts what happens. */
export const counter = <const L extends Labels = Record<never, never>>(options: MetricOptions<L>): CounterMetric<L> => {
  const metric = new Counter(settings(options));
  return { add: (labels, by = 1) => metric.inc(checked(options.labels ?? {}, labels), by) };
};

/** Shows how much there is at the moment.
 * @param collect asked at each look of the collector, before the value is read: where the value costs a query, it is asked only then */
export const gauge = <const L extends Labels = Record<never, never>>(options: MetricOptions<L>, collect?: (gauge: GaugeMetric<L>) => Promise<void> | void): GaugeMetric<L> => {
  const metric = new Gauge({ ...settings(options), ...(collect ? { collect: () => collect(ours) } : {}) });
  const ours: GaugeMetric<L> = { set: (labels, value) => metric.set(checked(options.labels ?? {}, labels), value), clear: () => metric.reset() };
  return ours;
};

/** Counts by size, so that quantiles can be told. @param buckets upper bounds, rising */
export const histogram = <const L extends Labels = Record<never, never>>({ buckets, ...options }: MetricOptions<L> & { readonly buckets: readonly number[] }): HistogramMetric<L> => {
  const metric = new Histogram({ ...settings(options), buckets: [...buckets] });
  return { observe: (labels, value) => metric.observe(checked(options.labels ?? {}, labels), value) };
};

/** Upper bounds in seconds for what takes from half a millisecond to ten seconds. */
export const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

let collecting = false;
/** Memory, processor time, event loop, garbage collection and handles of this process. */
export const collectProcessMetrics = (): void => {
  if (collecting) return;
  collecting = true;
  collectDefaultMetrics({ register: registry });
};

export const METRICS_TYPE = registry.contentType;
/** Everything that this process counts, in the text format of Prometheus. */
export const metricsText = (): Promise<string> => registry.metrics();
