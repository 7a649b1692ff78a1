import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isIsoDate } from '@vouchsafe/event-schema';
import { tokenFor } from '../../connection/api.js';
import { WrongUsage } from '../../console/outcome.js';
import { printJson, printTable, progress } from '../../console/print.js';
import { canvasOf } from '../measure/lay-out.js';
import { askReport, type Report } from './ask-report.js';
import { reportAsPdf } from './as-pdf.js';
import { reportAsTable } from './as-table.js';
import { reportAsCsv } from './figure-rows.js';
import { seal, sealedHeadings, sealedReport } from './sealed-reports.js';

interface Of { readonly organization: string; readonly program: string }
interface Shape { readonly format: string; readonly output?: string; readonly json?: true }
interface Days { readonly from: string; readonly to: string }

const FORMATS: Readonly<Record<string, (report: Report) => string | Promise<Buffer>>> = {
  table: (report) => reportAsTable(report, canvasOf(process.stdout, process.env)),
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  csv: reportAsCsv,
  pdf: reportAsPdf,
};

const writerOf = ({ format: named, output, json }: Shape) => {
  const format = json ? 'json' : named;
  const write = FORMATS[format];
  if (!write) throw new WrongUsage(`--format is "${format}"; it must be one of ${Object.keys(FORMATS).join(', ')}.`);
  if (format === 'pdf' && output === undefined && process.stdout.isTTY) throw new WrongUsage('A PDF is nothing for a terminal: name a file with --output.');
  return async (report: Report): Promise<void> => {
    const written = await write(report);
    if (output === undefined) process.stdout.write(written);
    else await writeFile(output, written);
  };
};

const checkDays = ({ from, to }: Days): Days => {
  for (const [option, day] of [['--from', from], ['--to', to]] as const) if (!isIsoDate(day)) throw new WrongUsage(`${option} is "${day}"; it must be a calendar day such as 2026-03-31.`);
  return { from, to };
};

const program = async ({ organization, program: programId, asKnownAt, ...rest }: Of & Days & Shape & { readonly asKnownAt?: string }): Promise<void> => {
  const [period, write] = [checkDays(rest), writerOf(rest)];
  const bar = progress('computing');
  bar.at(0, 3);
  await write(await askReport({ organization, programId, period, asKnownAt: asKnownAt ?? null }, await tokenFor(organization, 'PROGRAM_LEAD'), bar.at).finally(bar.end));
};

const sealing = async ({ organization, program: programId, title, json, ...days }: Of & Days & { readonly title: string; readonly json?: true }): Promise<void> => {
  const period = checkDays(days);
  const reportId = await seal(organization, await tokenFor(organization, 'PROGRAM_LEAD'), { requestKey: randomUUID(), programId, title, period });
  if (json) printJson({ reportId });
  else process.stdout.write(`Sealed as ${reportId}.\n`);
};

const sealed = async (reportId: string | undefined, { organization, program: programId, ...shape }: Of & Shape): Promise<void> => {
  const write = writerOf(shape);
  const token = await tokenFor(organization, 'PROGRAM_LEAD');
  if (reportId !== undefined) return write(await sealedReport(organization, token, programId, reportId));
  const headings = await sealedHeadings(organization, token, programId);
  if (shape.json) printJson(headings);
  else printTable(headings.map(({ reportId: report, title, period: { from, to }, sealedAt, position }) => ({ report, title, from, to, sealedAt, position })));
};

const FORMAT = ['--format <name>', 'table, json, csv or pdf', 'table'] as const;
const OUTPUT = ['--output <file>', 'write it there instead'] as const;

export const reportCommand = (parent: Command): Command => {
  const report = parent.command('report').description('what came of it, for people who decide');
  const about = (name: string, says: string) =>
    report.command(name).description(says).requiredOption('--organization <handle>', 'whose programme').requiredOption('--program <id>', 'the programme').option('--json', 'one JSON document');
  about('program', 'every figure of a programme, with what it rests on and how sure it is')
    .requiredOption('--from <date>', 'its first day').requiredOption('--to <date>', 'its last day').option('--as-known-at <instant>', 'as it was known then, such as 2026-03-31T12:00:00Z; now if left out')
    .option(...FORMAT).option(...OUTPUT).action(program);
  about('seal', 'keeps the figures as they are known now, for good')
    .requiredOption('--from <date>', 'its first day').requiredOption('--to <date>', 'its last day').requiredOption('--title <text>', 'what it is called').action(sealing);
  about('sealed [report]', 'a sealed report as it was sealed, or the list of them').option(...FORMAT).option(...OUTPUT).action(sealed);
  return report;
};
