import { CommanderError } from 'commander';
import { WrongEnvironment } from '@vouchsafe/telemetry';
import { DONE, FAULT, REFUSED, Refusal, WRONG_USAGE, WrongUsage } from './console/outcome.js';
import { printJson } from './console/print.js';
import { vouchsafe } from './program.js';

const wantsJson = process.argv.includes('--json');

const endOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE; // it has printed its own words
  if (error instanceof WrongUsage || error instanceof WrongEnvironment) {
    process.stderr.write(`${error.message}\n`);
    return WRONG_USAGE;
  }
  if (error instanceof Refusal) {
    if (wantsJson) printJson({ refusal: { name: error.refusal, message: error.message } });
    process.stderr.write(`${error.refusal}: ${error.message}\n`);
    return REFUSED;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return FAULT;
};

process.stdout.on('error', () => process.exit(DONE)); // `vouchsafe log | head` has seen enough
// A command that was refused halfway has shown what it found, and set its status itself.
process.exitCode = await vouchsafe().parseAsync().then(() => process.exitCode ?? DONE, endOf);
