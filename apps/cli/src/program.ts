import { Command } from 'commander';
import { dlqCommand } from './commands/dlq.js';
import { generateCommand } from './commands/generate.js';
import { importCommand } from './commands/import-people.js';
import { logCommand } from './commands/log.js';
import { measureCommand } from './commands/measure/measure.js';
import { organizationsCommand } from './commands/organizations.js';
import { projectionsCommand } from './commands/projections.js';
import { relayCommand } from './commands/relay.js';
import { reportCommand } from './commands/report/report.js';
import { tokenCommand } from './commands/token.js';
import { verifyCommand } from './commands/verify.js';

/** The operator's and integrator's command. What a person may do goes through the API; what an operator does to the machine, to the database. */
export const vouchsafe = (): Command => {
  const program = new Command('vouchsafe').description('The ledger of career sponsorship, from the command line.').showHelpAfterError().exitOverride();
  organizationsCommand(program);
  tokenCommand(program);
  importCommand(program);
  logCommand(program);
  verifyCommand(program);
  projectionsCommand(program);
  relayCommand(program);
  dlqCommand(program);
  generateCommand(program);
  measureCommand(program);
  reportCommand(program);
  return program;
};
