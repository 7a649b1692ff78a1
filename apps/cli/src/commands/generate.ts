import { InvalidArgumentError, type Command } from 'commander';
import { isIsoDate } from '@vouchsafe/event-schema';
import { generateSampleData } from '@vouchsafe/sample-data';
import { besideTheLogs } from '@vouchsafe/standalone';
import { withLedger } from '../connection/ledger.js';
import { WrongUsage } from '../console/outcome.js';
import { printJson, progress } from '../console/print.js';

const whole = (most: number) => (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new InvalidArgumentError(`it must be a whole number from 1 to ${most.toLocaleString('en')}.`);
  return value;
};

interface Options { organizations: number; events: number; seed: string; until: string; json?: true }

/** A day of its own rather than today: the same seed shall make the same logs on any day. */
const UNTIL = '2026-01-01';

export const generateCommand = (program: Command): Command =>
  program.command('generate').description('makes up organizations with two years of history; the same seed makes the same logs')
    .requiredOption('--organizations <n>', 'how many', whole(1_000)).requiredOption('--events <n>', 'about how many events in all', whole(1_000_000_000))
    .requiredOption('--seed <seed>', 'letters, digits and _ . -').option('--until <date>', 'the day on which the history ends', UNTIL).option('--json', 'one JSON document')
    .action(({ organizations, events, seed, until, json }: Options) => {
      if (!isIsoDate(until)) throw new WrongUsage(`--until is "${until}"; it must be a calendar day such as ${UNTIL}.`);
      return withLedger(async (ledger) => {
        const began = performance.now();
        const bar = progress('generating');
        const made = await generateSampleData({
          store: ledger.store, seed, organizations, events, until, handleSuffix: `-${seed.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
          ...besideTheLogs(ledger), onProgress: ({ done, total }) => bar.at(Math.min(done, total), total),
        }).finally(() => bar.end());
        const seconds = Math.round(performance.now() - began) / 1000;
        const summary = { organizations: made.organizations.length, events: made.events, seconds, digest: made.digest };
        if (json) printJson(summary);
        else process.stdout.write(`${summary.events.toLocaleString('en')} events in ${summary.organizations} logs after ${seconds} s. Digest ${summary.digest}.\n`);
      });
    });
