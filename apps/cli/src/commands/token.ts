import type { Command } from 'commander';
import { developmentToken, DevelopmentTokenRefused } from '@vouchsafe/access';
import { answered, apiUrl } from '../connection/api.js';
import { Refusal } from '../console/outcome.js';
import { printJson } from '../console/print.js';

interface Person { email: string; name: string; organization: { handle: string }; roles: readonly string[] }

export const tokenCommand = (program: Command): Command =>
  program.command('token').description('a signed token of the development sign-in, for trying the API')
    .requiredOption('--as <email>', 'whose').option('--organization <handle>', 'where they act, if they belong to several').option('--json', 'one JSON document')
    .action(async ({ as: email, organization, json }: { as: string; organization?: string; json?: true }) => {
      const persons = await answered<Person[]>(fetch(new URL('/oidc/development/persons', apiUrl())));
      const { token, expiresAt } = await developmentToken(apiUrl(), email).catch((error: Error) => {
        throw error instanceof DevelopmentTokenRefused ? new Refusal('NobodyOfThisAddress', error.message) : error;
      });
      const person = persons.find((one) => one.email === email && (organization === undefined || one.organization.handle === organization));
      if (json) printJson({ token, expiresAt, person: person?.name ?? null, roles: person?.roles ?? [] });
      else process.stdout.write(`${token}\n`);
    });
