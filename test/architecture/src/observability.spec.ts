import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './run.js';
import { sources } from './sources.js';

interface Metric { readonly name: string; readonly kind: 'counter' | 'gauge' | 'histogram'; readonly labels: readonly string[]; readonly words: ReadonlySet<string> }

/** The text from a brace to the one that closes it. */
const braced = (text: string, from: number): string => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && (depth -= 1) === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
};

/** What `labels:` says: written there, or in a constant of the file. */
const labelsOf = (declaration: string, file: string): string[] => {
  const at = /\blabels:\s*/.exec(declaration);
  if (!at) return [];
  const rest = declaration.slice(at.index + at[0].length);
  const constant = /^\w+/.exec(rest)?.[0];
  const written = constant ? file.slice(new RegExp(`const ${constant} = `).exec(file)!.index) : rest;
  return [...braced(written, written.indexOf('{')).matchAll(/(\w+):/g)].map(([, label]) => label!);
};

const product = sources().filter(({ path }) => /^(apps|libs)\/.*\.ts$/.test(path) && !/\.(spec|fixtures|testing)\.ts$|\/testing\.ts$/.test(path));
const projectOf = (path: string): string => path.split('/src/')[0]!;
/** Every word that a project's code holds: what a label may say is among them. */
const wordsOf = (project: string): Set<string> => new Set(product.filter(({ path }) => projectOf(path) === project).flatMap(({ text }) => [...text.matchAll(/'([^'\n]+)'/g)].map(([, word]) => word!)));

const metrics: readonly Metric[] = product.flatMap(({ path, text }) =>
  [...text.matchAll(/\b(counter|gauge|histogram)\(\s*\{\s*name: '(vouchsafe_\w+)'/g)].map(({ 1: kind, 2: name, index }): Metric => ({
    name: name!, kind: kind as Metric['kind'], labels: labelsOf(braced(text, text.indexOf('{', index)), text), words: wordsOf(projectOf(path)),
  })));
const byName = new Map(metrics.map((metric) => [metric.name, metric]));

const at = (file: string): string => readFileSync(join(root, 'infra/observability', file), 'utf8');
interface Panel { readonly title: string; readonly type: string; readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[]; readonly panels?: readonly Panel[] }
const dashboards = readdirSync(join(root, 'infra/observability/grafana/dashboards')).filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(at(`grafana/dashboards/${file}`)) as { uid: string; title: string; panels: readonly (Panel & { readonly datasource?: { uid: string } })[] });
const alerts = (parse(at('alerts.yml')) as { groups: { rules: { alert: string; expr: string; annotations: Record<string, string> }[] }[] }).groups.flatMap(({ rules }) => rules);

const shown = dashboards.flatMap(({ panels }) => panels.flatMap(({ title, targets = [] }) => targets.map(({ expr, legendFormat }) => ({ where: title, expr, text: legendFormat }))));
const watched = alerts.map(({ alert, expr, annotations }) => ({ where: alert, expr, text: Object.values(annotations).join(' ') }));
const OF_THE_COLLECTOR = ['le', 'job', 'instance', 'process'];

/** A series that a histogram has, by the name of the metric. */
const metricOf = (series: string): Metric | undefined => byName.get(series) ?? [/_bucket$/, /_sum$/, /_count$/].map((ending) => byName.get(series.replace(ending, ''))).find((metric) => metric?.kind === 'histogram' && metric.name !== series);
const isSeriesOf = (series: string, { kind, name }: Metric): boolean => (kind === 'histogram') === (series !== name);

/** What of an expression no process says. */
const wrongIn = ({ where, expr, text }: (typeof shown)[number]): string[] => {
  const series = [...new Set(expr.match(/\bvouchsafe_\w+/g) ?? [])];
  const known = series.map((name) => [name, metricOf(name)] as const);
  const missing = known.filter(([name, metric]) => !metric || !isSeriesOf(name, metric)).map(([name]) => `${where}: ${name} is no series`);
  const labels = new Set([...OF_THE_COLLECTOR, ...known.flatMap(([, metric]) => metric?.labels ?? [])]);
  const named = [...[...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(',').map((label) => label.trim())), ...[...expr.matchAll(/(\w+)\s*!?=~?"/g)].map(([, label]) => label!),
    ...[...text.matchAll(/\{\{\s*(?:\$labels\.)?([a-z]\w*)\s*\}\}/g)].map(([, label]) => label!)];
  const foreign = named.filter((label) => !labels.has(label)).map((label) => `${where}: no label ${label}`);
  const said = [...expr.matchAll(/(\w+)\s*!?="([^"]*)"/g)].filter(([, label]) => !OF_THE_COLLECTOR.includes(label!)).map(([, , value]) => value!);
  const unsaid = said.filter((value) => !known.some(([, metric]) => metric?.words.has(value))).map((value) => `${where}: nobody says ${value}`);
  return [...missing, ...foreign, ...unsaid];
};

it('finds the metrics of all processes', () => {
  expect(metrics.length).toBeGreaterThan(20);
  expect([...metrics].filter(({ name }, index) => metrics.findIndex((other) => other.name === name) !== index)).toEqual([]); // each is declared once
  expect(byName.get('vouchsafe_graphql_operation_seconds')).toMatchObject({ kind: 'histogram', labels: ['kind', 'code'] });
  expect(byName.get('vouchsafe_projection_lag_events')).toMatchObject({ kind: 'gauge', labels: ['projection', 'bucket'] });
  expect(metrics.filter(({ name, kind }) => (kind === 'counter') !== name.endsWith('_total')).map(({ name }) => name)).toEqual([]);
});

it('every metric is written down, with its kind and labels, and nothing else is', () => {
  const rows = [...at('metrics.md').matchAll(/^\| `(vouchsafe_\w+)` \| (\w+)[^|]*\| ([^|]*)\|/gm)].map(([, name, kind, labels]) => ({ name: name!, kind: kind!, labels: [...labels!.matchAll(/`(\w+)`/g)].map(([, label]) => label!) }));
  const sorted = <Row extends { readonly name: string }>(all: readonly Row[]) => [...all].sort((a, b) => a.name.localeCompare(b.name));
  expect(sorted(rows)).toEqual(sorted(metrics.map(({ name, kind, labels }) => ({ name, kind, labels }))));
});

it('what the dashboard shows and what alerts watch, some process says', () => {
  expect(shown.length).toBeGreaterThan(30);
  expect(watched.length).toBeGreaterThan(5);
  expect([...shown, ...watched].flatMap(wrongIn)).toEqual([]);
});

it('would notice a series, a label or a word that nobody says', () => {
  const ask = (expr: string, text = '') => wrongIn({ where: 'x', expr, text });
  expect(ask('rate(vouchsafe_append_seconds_cuont[5m])')).toEqual(['x: vouchsafe_append_seconds_cuont is no series']);
  expect(ask('vouchsafe_append_seconds')).toEqual(['x: vouchsafe_append_seconds is no series']); // a histogram has three
  expect(ask('rate(vouchsafe_append_events_total_count[5m])')).toEqual(['x: vouchsafe_append_events_total_count is no series']);
  expect(ask('sum by (tenant) (vouchsafe_projection_parked)')).toEqual(['x: no label tenant']);
  expect(ask('vouchsafe_projection_parked', '{{policy}}')).toEqual(['x: no label policy']);
  expect(ask('vouchsafe_append_seconds_count{outcome="apended"}')).toEqual(['x: nobody says apended']);
});

it('Grafana finds dashboard and data where it is told to look, and Prometheus every process', () => {
  const [source] = (parse(at('grafana/provisioning/datasources/prometheus.yml')) as { datasources: { uid: string }[] }).datasources;
  expect(new Set(dashboards.flatMap(({ panels }) => panels.flatMap(({ datasource }) => (datasource ? [datasource.uid] : []))))).toEqual(new Set([source!.uid]));
  const scrape = parse(at('prometheus.yml')) as { rule_files: string[]; scrape_configs: { dns_sd_configs: { names: string[] }[] }[] };
  const processes = readdirSync(join(root, 'apps')).filter((app) => existsSync(join(root, 'apps', app, 'src/main.ts')) && !['standalone', 'cli'].includes(app));
  expect(scrape.scrape_configs[0]!.dns_sd_configs[0]!.names).toEqual(processes.sort());
  for (const file of scrape.rule_files) expect(existsSync(join(root, 'infra/observability', file))).toBe(true);
});
