import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isIsoDate } from '@vouchsafe/event-schema';
import { tokenFor } from '../../connection/api.js';
import { WrongUsage } from '../../console/outcome.js';
import { progress } from '../../console/print.js';
import { canvasOf } from '../measure/lay-out.js';
import { askReport, type Report } from './ask-report.js';
import { reportAsPdf } from './as-pdf.js';
import { reportAsTable } from './as-table.js';
import { reportAsCsv } from './figure-rows.js';

interface Options { organization: string; program: string; from: string; to: string; asKnownAt?: string; format: string; output?: string; json?: true }

const FORMATS: Readonly<Record<string, (report: Report) => string | Promise<Buffer>>> = {
  table: (report) => reportAsTable(report, canvasOf(process.stdout, process.env)),
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  csv: reportAsCsv,
  pdf: reportAsPdf,
};

const program = async ({ organization, program: programId, from, to, asKnownAt, format: named, output, json }: Options): Promise<void> => {
  for (const [option, day] of [['--from', from], ['--to', to]] as const) if (!isIsoDate(day)) throw new WrongUsage(`${option} is "${day}"; it must be a calendar day such as 2026-03-31.`);
  const format = json ? 'json' : named;
  const write = FORMATS[format];
  if (!write) throw new WrongUsage(`--format is "${format}"; it must be one of ${Object.keys(FORMATS).join(', ')}.`);
  if (format === 'pdf' && output === undefined && process.stdout.isTTY) throw new WrongUsage('A PDF is nothing for a terminal: name a file with --output.');
  const bar = progress('computing');
  bar.at(0, 3);
  const report = await askReport({ organization, programId, period: { from, to }, asKnownAt: asKnownAt ?? null }, await tokenFor(organization, 'PROGRAM_LEAD'), bar.at).finally(bar.end);
  const written = await write(report);
  if (output === undefined) process.stdout.write(written);
  else await writeFile(output, written);
};

export const reportCommand = (parent: Command): Command =>
  parent.command('report').description('what came of it, for people who decide')
    .command('program').description('every figure of a programme, with what it rests on and how sure it is')
    .requiredOption('--organization <handle>', 'whose programme').requiredOption('--program <id>', 'the programme').requiredOption('--from <date>', 'its first day').requiredOption('--to <date>', 'its last day')
    .option('--as-known-at <instant>', 'as it was known then, such as 2026-03-31T12:00:00Z; now if left out').option('--format <name>', 'table, json, csv or pdf', 'table')
    .option('--output <file>', 'write it there instead').option('--json', 'the same as --format json')
    .action(program);
