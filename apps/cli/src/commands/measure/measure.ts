import { InvalidArgumentError, type Command } from 'commander';
import { WrongUsage } from '../../console/outcome.js';
import { printJson } from '../../console/print.js';
import { auditInWords, measureAudit, type AuditOptions } from './audit.js';
import { AUDIT_JSON, PROPORTION_JSON, SURVIVAL_JSON } from './json-help.js';
import { canvasOf } from './lay-out.js';
import { measureProportion, proportionInWords } from './proportion.js';
import { measureSurvival, survivalDocument, survivalInWords, type SurvivalOptions } from './survival.js';

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
const canvas = () => canvasOf(process.stdout, process.env);

const people = (text: string): number => {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text))) throw new InvalidArgumentError('it must be a whole number from 0.');
  return Number(text);
};
const arm = (count: number, n: number) => {
  if (count > n) throw new WrongUsage(`${count} of ${n} cannot be: the first number must be at most the second.`);
  return { count, n };
};
const several = (column: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), column];

/** Our arithmetic on somebody else's data: nothing is asked of a server and nothing recorded. */
export const measureCommand = (program: Command): void => {
  const measure = program.command('measure').description('a calculator: the figures of our reports for a CSV file or for counts of your own');

  measure.command('survival <file>').description('time to an event: Kaplan–Meier curves, medians, restricted means, log-rank test')
    .requiredOption('--time <column>', 'how long each person was watched').requiredOption('--event <column>', 'whether it happened then: 1 or 0, TRUE or FALSE, yes or no')
    .option('--group <column>', 'compare these groups').option('--json', 'one JSON document').addHelpText('after', SURVIVAL_JSON)
    .action(async (file: string, { json, ...options }: SurvivalOptions & { json?: true }) => {
      const measured = await measureSurvival(file, options);
      if (json) printJson(survivalDocument(measured));
      else print(survivalInWords(measured, canvas()));
    });

  measure.command('audit <file>').description('selection by group: the four-fifths rule beside an exact test')
    .requiredOption('--group <column>', 'the groups').requiredOption('--selected <column>', 'whether each was selected: 1 or 0, TRUE or FALSE, yes or no')
    .option('--stratum <column>', 'compare like with like within this column, too; may be repeated', several).option('--json', 'one JSON document').addHelpText('after', AUDIT_JSON)
    .action(async (file: string, { json, ...options }: AuditOptions & { json?: true }) => {
      const measured = await measureAudit(file, options);
      if (json) printJson(measured);
      else print(auditInWords(measured, canvas()));
    });

  measure.command('proportion').description('one share, or two compared').argument('<x>', 'how many had it', people).argument('<n>', 'of how many', people)
    .argument('[x2]', 'how many of a second group had it', people).argument('[n2]', 'of how many', people).option('--json', 'one JSON document').addHelpText('after', PROPORTION_JSON)
    .action((x: number, n: number, x2: number | undefined, n2: number | undefined, { json }: { json?: true }) => {
      if ((x2 === undefined) !== (n2 === undefined)) throw new WrongUsage('A second group needs both numbers: how many had it, and of how many.');
      const measured = measureProportion(arm(x, n), x2 === undefined || n2 === undefined ? null : arm(x2, n2));
      if (json) printJson(measured);
      else print(proportionInWords(measured, canvas()));
    });
};
