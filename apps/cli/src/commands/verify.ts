import type { Command } from 'commander';
import { verifyLog } from '@vouchsafe/event-store';
import { withLedger } from '../connection/ledger.js';
import { organizationOf } from '../connection/organization.js';
import { REFUSED } from '../console/outcome.js';
import { printJson, printTable, progress } from '../console/print.js';

export const verifyCommand = (program: Command): Command =>
  program.command('verify').description("walks an organization's log and names the first position where it was altered")
    .requiredOption('--organization <handle>', 'whose log').option('--json', 'one JSON document')
    .action(({ organization, json }: { organization: string; json?: true }) => withLedger(async (ledger) => {
      const tenant = await organizationOf(ledger, organization);
      const bar = progress('verifying');
      const { events, head, chain, ok, problems } = await verifyLog(ledger.database, tenant, { onProgress: (checked, of) => bar.at(checked, of) }).finally(() => bar.end());
      if (json) printJson({ organization, events, head, chain, ok, problems });
      else if (ok) process.stdout.write(`The log of ${organization} is whole: ${events.toLocaleString('en')} events, chain ${chain}.\n`);
      else printTable(problems.map(({ position, what }) => ({ position, what })));
      if (!ok) process.exitCode = REFUSED;
    }));
