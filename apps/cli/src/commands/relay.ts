import type { Command } from 'commander';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { projectionStatus, type Ledger } from '@vouchsafe/projections';
import { policyStatus } from '@vouchsafe/reactions';
import { adminUrl, withLedger } from '../connection/ledger.js';
import { organizationOf } from '../connection/organization.js';
import { withRelays } from '../connection/relay.js';
import { printJson, printTable } from '../console/print.js';
import { relayLines, relaySummary } from './relay-lines.js';

const NO_SUCH_TABLE = ['42P01', '3F000'];

/** Where the reader of each log that has come least far stands: a projection that is live, or a policy. One that is being built reads the log itself. */
const smallestPositions = async ({ database, store }: Ledger): Promise<Map<TenantId, Position>> => {
  const policies = await policyStatus(database).catch((error: { code?: string }) => {
    if (NO_SUCH_TABLE.includes(error.code ?? '')) return []; // no reactor has run here
    throw error;
  });
  const readers = [...(await projectionStatus(database, store)).filter(({ state }) => state !== 'BUILDING'), ...policies];
  const smallest = new Map<TenantId, Position>();
  for (const { organization, position } of readers) smallest.set(organization, Math.min(position, smallest.get(organization) ?? Infinity));
  return smallest;
};

export const relayCommand = (program: Command): void => {
  const relay = program.command('relay').description('what carries the logs to the topic, and how far it has come');

  relay.command('status').description('the 64 buckets of organizations: which relay looks after each, under which epoch, and what waits to be published')
    .option('--json', 'one JSON document')
    .action(async ({ json }: { json?: true }) => withRelays(await adminUrl(), async (relays) => {
      const status = await relays.status();
      if (json) return printJson(status);
      printTable(relayLines(status));
      process.stdout.write(`\n${relaySummary(status)}\n`);
    }));

  relay.command('rewind').description('publishes again what no reader is known to have: for a topic that was lost, wiped or made anew')
    .option('--organization <handle>', 'its log alone; every log if left out').option('--json', 'one JSON document')
    .addHelpText('after', `
Sets the mark of each log back to the smallest position of any of its readers (projections and policies), and takes the buckets from the relays
for a moment, so that nothing under way counts as published. The relays then fill the topic from there. Readers drop what they have already:
the price is duplicates on the topic, never a double effect. A mark never goes forward, and a second rewind does no harm.`)
    .action(({ organization, json }: { organization?: string; json?: true }) => withLedger(async (ledger, url) => {
      const only = organization === undefined ? undefined : await organizationOf(ledger, organization);
      const to = [...await smallestPositions(ledger)].map(([tenant, position]) => ({ tenant, position })).filter(({ tenant }) => only === undefined || tenant === only);
      const went = (await withRelays(url, (relays) => relays.rewind(to))).map(({ tenant, from, to: back }) => ({ organization: tenant, from, to: back }));
      if (json) printJson(went);
      else if (went.length === 0) process.stdout.write('No mark stood further on than the readers. What was under way is published again.\n');
      else printTable(went);
    }));
};
