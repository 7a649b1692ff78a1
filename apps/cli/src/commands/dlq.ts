import type { Command } from 'commander';
import { deadLetters, replayDeadLetters, type DeadLetter } from '@vouchsafe/reactions';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Ledger } from '@vouchsafe/projections';
import { withLedger } from '../connection/ledger.js';
import { organizationOf } from '../connection/organization.js';
import { Refusal, WrongUsage } from '../console/outcome.js';
import { printJson, printTable } from '../console/print.js';

const MOST = 1_000;

type Listed = DeadLetter & { readonly organization: TenantId };

const listOf = async (ledger: Ledger, organization: string | undefined): Promise<Listed[]> => {
  const tenants = organization === undefined ? (await ledger.store.heads()).map(({ tenant }) => tenant) : [await organizationOf(ledger, organization)];
  const all: Listed[] = [];
  for (const tenant of tenants) all.push(...(await deadLetters(ledger.database, tenant, { max: MOST })).map((letter) => ({ organization: tenant, ...letter })));
  return all;
};

interface Which { organization: string; id?: string; policy?: string; name?: string; all?: true; json?: true }

export const dlqCommand = (program: Command): void => {
  const dlq = program.command('dlq').description('dead letters: mails, webhooks and commands that were given up');

  dlq.command('list').description('what was given up, and why; the newest first').option('--organization <handle>', 'its own alone; those of all if left out').option('--json', 'one JSON document')
    .action(({ organization, json }: { organization?: string; json?: true }) => withLedger(async (ledger) => {
      const letters = await listOf(ledger, organization);
      if (json) printJson(letters);
      else printTable(letters.map(({ organization: whose, id, policy, position, name, attempts, reason, diedAt }) => ({ organization: whose, id, name, policy, position, attempts, 'given up': diedAt, reason })));
    }));

  dlq.command('replay').description('makes dead letters due again, under their old ids: whoever receives one twice can tell')
    .requiredOption('--organization <handle>', 'whose').option('--id <id>', 'this one').option('--policy <name>', 'those of one policy').option('--name <name>', 'those of one channel or command, such as mail or webhook')
    .option('--all', 'all of them').option('--json', 'one JSON document')
    .action(({ organization, json, all, ...which }: Which) => withLedger(async (ledger) => {
      if (!all && which.id === undefined && which.policy === undefined && which.name === undefined) throw new WrongUsage('Say which: --id, --policy, --name, or --all.');
      const replayed = await replayDeadLetters(ledger.database, await organizationOf(ledger, organization), which);
      if (replayed === 0) throw new Refusal('NoSuchDeadLetter', `No dead letter of "${organization}" is meant by that. "vouchsafe dlq list" shows them.`);
      if (json) printJson({ organization, replayed });
      else process.stdout.write(`${replayed} ${replayed === 1 ? 'is' : 'are'} due again. The reactor sends ${replayed === 1 ? 'it' : 'them'} when it looks next.\n`);
    }));
};
