import type { Command } from 'commander';
import { blindIndex } from '@vouchsafe/access';
import { SystemClock } from '@vouchsafe/event-store';
import { DatabaseFrontKeys, listOrganizations, setUpOrganization, tenancyRefusal, type SetUpRejection } from '@vouchsafe/tenancy-service';
import { developmentOperator } from '../connection/api.js';
import { withLedger } from '../connection/ledger.js';
import { Refusal } from '../console/outcome.js';
import { printJson, printTable } from '../console/print.js';

const handleOf = (name: string): string => name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const sentence = (rejection: SetUpRejection): string =>
  (rejection.reason === 'GroupIsNotAGroup' ? `"${rejection.handle}" is an organization, or a circle, and no group.` : tenancyRefusal(rejection).message);

export const organizationsCommand = (program: Command): void => {
  const organizations = program.command('organizations').description('the organizations of this installation');

  organizations.command('register <name>').description('opens the log of a new organization')
    .option('--handle <handle>', 'its name in addresses and commands; made from the name if left out')
    .option('--group <handle>', 'the group that it joins; made where there is none')
    .option('--operator <email>', 'who may bring in its people').option('--json', 'one JSON document')
    .action((name: string, { handle = handleOf(name), group, operator = developmentOperator(handle), json }: { handle?: string; group?: string; operator?: string; json?: true }) =>
      withLedger(async ({ database, store }) => {
        const secret = await database.installationSecret();
        const outcome = await setUpOrganization({ log: store, front: new DatabaseFrontKeys(database) }, {
          name, handle, group, operator: blindIndex(secret, operator), actor: 'system:command-line', today: new SystemClock().today(),
        });
        if (!outcome.accepted) {
          throw new Refusal(outcome.rejection.reason, sentence(outcome.rejection));
        }
        if (json) printJson({ id: outcome.organizationId, handle, name });
        else process.stdout.write(`Registered ${name} as "${handle}". ${operator} may bring in its people.\n`);
      }));

  organizations.command('list').description('every organization and network').option('--json', 'one JSON document')
    .action(({ json }: { json?: true }) => withLedger(async ({ database, store }) => {
      const rows = (await listOrganizations(database, store)).map(({ organizationId: id, handle, name }) => ({ id, handle, name }));
      if (json) printJson(rows);
      else printTable(rows);
    }));
};
