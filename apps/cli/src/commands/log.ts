import type { Command } from 'commander';
import { position } from '@vouchsafe/event-schema';
import { withLedger } from '../connection/ledger.js';
import { organizationOf } from '../connection/organization.js';
import { WrongUsage } from '../console/outcome.js';

const PAGE = 1_000;

const positionOf = (option: string, text: string): number => {
  try {
    return position(text);
  } catch {
    throw new WrongUsage(`--${option} is "${text}"; it must be a position of the log, a whole number.`);
  }
};

export const logCommand = (program: Command): Command =>
  program.command('log').description('the events of an organization, one a line, as JSON')
    .requiredOption('--organization <handle>', 'whose log')
    .option('--from <position>', 'the first position', '1').option('--to <position>', 'the last position').option('--stream <name>', 'only this stream')
    .action(async ({ organization, from, to, stream }: { organization: string; from: string; to?: string; stream?: string }) => {
      const last = to === undefined ? Number.MAX_SAFE_INTEGER : positionOf('to', to);
      let after = Math.max(0, positionOf('from', from) - 1);
      await withLedger(async (ledger) => {
        const tenant = await organizationOf(ledger, organization);
        for (;;) {
          const page = await ledger.store.readProven(tenant, { after, max: PAGE, ...(stream === undefined ? {} : { stream }) });
          for (const { position: at, recordedAt, occurredOn, type, stream: of, version, data, actor, digest, chain } of page) {
            if (at > last) return;
            process.stdout.write(`${JSON.stringify({ position: at, recordedAt, occurredOn, type, stream: of, version, data, actor, digest, chain })}\n`);
          }
          if (page.length < PAGE) return;
          after = page.at(-1)!.position;
        }
      });
    });
