import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { isIsoDate } from '@vouchsafe/event-schema';
import { answered, apiUrl, tokenFor } from '../connection/api.js';
import { REFUSED, WrongUsage } from '../console/outcome.js';
import { printJson, progress } from '../console/print.js';
import { printReview, rejectedRows, type Review } from './import-review.js';

interface Options {
  organization: string; asOf: string; profile: string; dryRun?: true; strict?: true; acceptLeavers?: string; keyMap?: string; rejected?: string; json?: true;
}

const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new WrongUsage(`There is no file ${file}.`);
  return found.size;
};

/** The file as it is sent: a key map first, if there is one, and what was read of it shown. */
async function* body(file: string, keyMap: Buffer, size: number): AsyncGenerator<Uint8Array> {
  const bar = progress('sending');
  let sent = 0;
  if (keyMap.length > 0) yield keyMap;
  for await (const chunk of createReadStream(file)) {
    sent += (chunk as Buffer).length;
    bar.at(sent, size);
    yield chunk as Buffer;
  }
  bar.end();
}

const importPeople = async (file: string, { organization, asOf, profile, dryRun, strict, acceptLeavers, keyMap, rejected, json }: Options): Promise<void> => {
  if (!isIsoDate(asOf)) throw new WrongUsage(`--as-of is "${asOf}"; it must be a calendar day such as 2026-03-31.`);
  const size = await sizeOf(file);
  const map = keyMap === undefined ? Buffer.alloc(0) : await readFile(keyMap).catch(() => { throw new WrongUsage(`There is no file ${keyMap}.`); });
  const query = new URLSearchParams({ asOf, profile, fileName: basename(file), confirm: String(!dryRun), strict: String(strict ?? false), keyMapBytes: String(map.length) });
  if (acceptLeavers !== undefined) query.set('acceptLeaversReason', acceptLeavers);
  const token = await tokenFor(organization);
  const review = await answered<Review>(fetch(new URL(`/people-files?${query.toString()}`, apiUrl()), {
    method: 'POST', duplex: 'half', body: Readable.toWeb(Readable.from(body(file, map, size))) as ReadableStream,
    headers: { authorization: `Bearer ${token}`, 'x-vouchsafe-organization': organization, 'content-type': 'text/csv' },
  } as RequestInit));
  if (rejected !== undefined) await writeFile(rejected, rejectedRows(review));
  if (json) printJson(review);
  else printReview(review);
  if (review.refusals.length > 0) process.exitCode = REFUSED; // a dry run that could not be confirmed, too
};

export const importCommand = (program: Command): Command =>
  program.command('import').description('brings in what other systems know')
    .command('people <file>').description("people, posts and lines of an HR file; shows what changes and every row's verdict")
    .requiredOption('--organization <handle>', 'whose people').requiredOption('--as-of <date>', 'the day that the file describes')
    .option('--profile <name>', 'organogram, hr, or a saved one', 'organogram').option('--dry-run', 'show what would change, and change nothing')
    .option('--strict', 'take over all rows or none').option('--accept-leavers <reason>', 'let more than a quarter of the holders leave, and say why')
    .option('--key-map <file>', 'a JSON object of renumbered posts: {"101": "201"}').option('--rejected <file>', 'write the rejected rows there: line, column, code')
    .option('--json', 'one JSON document')
    .action(importPeople);
