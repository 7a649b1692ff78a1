import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import type { BenchRow, Figures } from '../bench-row.js';
import type { Server } from '../server/server.js';

/** Work of others in the minute before the first row: processes that wanted a core. Read when the program starts. */
const [loadBefore = 0] = loadavg();

export interface Result {
  readonly row: BenchRow;
  readonly figures: Figures;
}

export const machineOf = ({ version }: Server) => ({ cores: cpus().length, node: process.versions.node, postgres: version });

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
const ratioText = (ratio: number): string => (ratio < 2 ? `${Math.round(ratio * 100)} %` : `${ratio.toFixed(1)}×`);

const holdText = ({ hold, unit }: BenchRow): string => {
  if ('atMost' in hold) return `≤ ${hold.atMost} ${unit}`;
  if ('atMostRatio' in hold) return `≤ ${hold.atMostRatio}×`;
  return hold.atLeast > 1 ? `≥ ${hold.atLeast}×` : `≥ ${Math.round(hold.atLeast * 100)} %`;
};

export const isHeld = ({ row: { hold }, figures: { ours, ratio } }: Result): boolean => {
  if ('atMost' in hold) return ours <= hold.atMost;
  return 'atMostRatio' in hold ? (ratio ?? Infinity) <= hold.atMostRatio : (ratio ?? 0) >= hold.atLeast;
};

const HEADINGS = ['row', 'unit', 'ours', 'peer', 'ratio', 'hold', '', 'runs', 'lost', 'out of order', 'against'];
const LEFT = new Set(['row', 'unit', '', 'against']);

const cellsOf = (result: Result): string[] => {
  const { row, figures } = result;
  return [
    row.row, row.unit, number(figures.ours), figures.peer === null ? '–' : number(figures.peer), figures.ratio === null ? '–' : ratioText(figures.ratio),
    holdText(row), isHeld(result) ? 'held' : 'missed', String(figures.runs), String(figures.lost), String(figures.outOfOrder), figures.peerName ?? '–',
  ];
};

/** The table of a terminal: columns line up, numbers to the right. */
export const plainTable = (results: readonly Result[]): string => {
  const lines = [HEADINGS, ...results.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)));
  return lines.map((cells) => cells.map((cell, column) => (LEFT.has(HEADINGS[column]!) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
};

/** @param file receives the figures as one JSON document; `hold` is the ratio to reach or not to pass, or the most of the unit where there is no peer */
export const writeJson = async (file: string, server: Server, results: readonly Result[]): Promise<void> => {
  const rows = results.map((result) => {
    const { row, figures: { ours, peer, peerName, ratio, runs, lost, outOfOrder, ...more } } = result;
    return { row: row.row, unit: row.unit, ours, peer, peerName, ratio, hold: Object.values(row.hold)[0] as number, runs, lost, outOfOrder, held: isHeld(result), ...more };
  });
  await writeFile(file, `${JSON.stringify({ machine: machineOf(server), rows }, null, 2)}\n`);
};

const alsoText = ({ figures }: Result): string => {
  const { also = {}, peerLost, peerOutOfOrder } = figures;
  const parts = Object.entries(also).map(([name, value]) => `${name} ${number(value)}`);
  if (peerLost || peerOutOfOrder) parts.push(`the peer lost ${peerLost} and misplaced ${peerOutOfOrder}`);
  return parts.length > 0 ? ` In this run: ${parts.join('; ')}.` : '';
};

/** The page that says what was measured, how, and what came of it. */
export const readme = (server: Server, command: string, results: readonly Result[]): string => `# Figures

<!-- Written by \`${command}\`; edit test/bench/src instead. -->

Ratios count, not numbers: both sides run on the same machine, on the same PostgreSQL, in turns. Ours is the built output in \`dist/\`, with every check,
the hash chain and row security on.

    ${command}

${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, PostgreSQL ${server.version} with
${server.durability}. Clients, both sides and the server share the cores. Each figure is the median of its runs.
${loadBefore < 0.5 ? 'The machine had nothing else to do.' : `**The machine was busy with other work**: ${loadBefore.toFixed(1)} processes wanted a core in the minute before. Measure again on a quiet one before quoting anything.`}

| ${['row', 'unit', 'ours', 'peer', 'ratio', 'hold', 'held', 'runs', 'lost', 'out of order', 'against'].join(' | ')} |
| ${HEADINGS.map((heading) => (LEFT.has(heading) ? '---' : '---:')).join(' | ')} |
${results.map((result) => `| ${cellsOf(result).join(' | ')} |`).join('\n')}

*Lost* and *out of order* are counted by reading everything back in the same run, over all runs of our side; both must be 0, and the command fails if they are not.

## How each row is measured

${results.map((result) => `**${result.row.row}** (${result.row.unit}). ${result.row.how}${alsoText(result)}`).join('\n\n')}

## Running it

\`npm run bench\` measures every row, \`npm run bench -- append-bulk rebuild\` some; \`--json FILE\` writes the figures for a program, \`--quick\` takes short laps
(enough to see that a row works, not to quote it), \`--write\` writes this page. Without \`DATABASE_URL\` it starts a PostgreSQL of its own under \`.local/bench\`
and removes it; with one, it needs a superuser's address, makes its own databases there and drops them. A profile of our side:
\`node --cpu-prof infra/commands/bench.mjs ROW\`.
`;
