import type { Command } from 'commander';
import { contexts } from '@vouchsafe/projector';
import { beginRebuild, projectionStatus } from '@vouchsafe/projections';
import { withLedger } from '../connection/ledger.js';
import { Refusal } from '../console/outcome.js';
import { printJson, printTable } from '../console/print.js';

const known = contexts.flatMap(({ projections }) => projections);

export const projectionsCommand = (program: Command): void => {
  const projections = program.command('projections').description('the read models and how far they are behind the logs');

  projections.command('list').description('the read models of this version').option('--json', 'one JSON document')
    .action(async ({ json }: { json?: true }) => {
      if (json) await withLedger(async ({ database, store }) => printJson(await projectionStatus(database, store)));
      else printTable(known.map(({ name, version, tables }) => ({ projection: name, version, tables: Object.values(tables).join(', ') })));
    });

  projections.command('status').description('lag of every read model, by organization').option('--json', 'one JSON document')
    .action(({ json }: { json?: true }) => withLedger(async ({ database, store }) => {
      const rows = await projectionStatus(database, store);
      if (json) printJson(rows);
      else printTable(rows.map(({ projection, version, organization, position, head, lagEvents, lagSeconds, state, reason }) =>
        ({ projection: `${projection} v${version}`, organization, position, head, 'lag, events': lagEvents, 'lag, s': lagSeconds, state, reason: reason ?? '' })));
    }));

  projections.command('rebuild <name>').description('folds a read model anew beside the live one; queries move over when it has caught up')
    .option('--json', 'one JSON document')
    .action((name: string, { json }: { json?: true }) => withLedger(async ({ database, store }, url) => {
      const projection = known.find((one) => one.name === name);
      if (!projection) throw new Refusal('NoSuchProjection', `There is no read model "${name}". "vouchsafe projections list" shows them.`);
      if (!(await beginRebuild(url, projection))) throw new Refusal('RebuildIsUnderWay', `"${name}" is being built already. "vouchsafe projections status" shows how far it is.`);
      if (json) printJson((await projectionStatus(database, store)).filter((row) => row.projection === name));
      else process.stdout.write(`Rebuilding ${name} beside the live one. "vouchsafe projections status" shows how far it is.\n`);
    }));
};
