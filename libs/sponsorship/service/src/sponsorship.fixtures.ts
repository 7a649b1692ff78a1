import { Global, Module, type Type } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { ReportingLines, type LineRelation } from '@vouchsafe/directory-contracts';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { streamName } from '@vouchsafe/decider';
import type { AnyEvent, EventCatalogue, Position, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore, newEvent, Wakeups } from '@vouchsafe/event-store';
import { Pages } from '@vouchsafe/graphql';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, ReadModels, type Ledger } from '@vouchsafe/projections';
import { TODAY } from '@vouchsafe/sponsorship-domain/testing';
import { sponsorship } from './sponsorship.context.js';
import { SponsorshipModule } from './sponsorship.module.js';

class StoppedClock extends Clock {
  now(): Date {
    return new Date(`${TODAY}T17:00:00Z`); // in Auckland it is tomorrow already
  }
}

/** The directory as this context knows it: its port, with answers that a spec chooses. */
export class KnownLines extends ReportingLines {
  answer: LineRelation = 'CLEAR';

  async relation(): Promise<LineRelation> {
    return this.answer;
  }
}

const around = (ledger: Ledger, lines: KnownLines): Type => {
  const parts = [
    { provide: EventStore, useValue: ledger.store }, { provide: Wakeups, useValue: ledger.wakeups }, { provide: ReadModels, useValue: ledger.readModels },
    { provide: Clock, useValue: new StoppedClock() }, { provide: Pages, useValue: new Pages('a secret of thirty-two bytes or more') },
    { provide: ReportingLines, useValue: lines },
  ];
  @Global()
  @Module({ providers: parts, exports: parts.map(({ provide }) => provide) })
  class Around {}
  return Around;
};

/** The whole module on a database of its own, with a projector beside it: everything real but the directory. */
export const sponsorshipOnPostgres = async () => {
  const { url, drop } = await freshDatabase({ empty: true });
  await migrateLedger(url, [sponsorship]);
  const ledger = await openLedger(url);
  const runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections: sponsorship.projections, known: knownEvents([sponsorship]) });
  await runner.start();
  const lines = new KnownLines();
  const module = await Test.createTestingModule({ imports: [around(ledger, lines), SponsorshipModule] }).compile();
  await module.init();
  const [commands, queries] = [module.get(CommandBus), module.get(QueryBus)];
  let keys = 0;
  return {
    url, ledger, lines, app: module,
    get: <Provider>(provider: Type<Provider>): Provider => module.get(provider, { strict: false }),
    execute: commands.execute.bind(commands) as CommandBus['execute'],
    ask: queries.execute.bind(queries) as QueryBus['execute'],
    /** Appends what happened, each event by itself. @returns the last position */
    history: async (tenant: TenantId, of: { category: string; catalogue: EventCatalogue }, id: string, ...events: readonly AnyEvent[]): Promise<Position> => {
      await ledger.store.openLog(tenant);
      for (const event of events) {
        const writes = [{ stream: streamName(of, id), expected: 'any' as const, events: [newEvent(of, event, TODAY)] }];
        await ledger.store.append(tenant, { requestKey: `history-${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes });
      }
      return (await ledger.store.head(tenant)).position;
    },
    close: async () => {
      await module.close();
      await runner.stop();
      await ledger.close();
      await drop();
    },
  };
};
