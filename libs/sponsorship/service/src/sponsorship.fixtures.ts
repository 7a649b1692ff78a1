import { Global, Module, type Type } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { directoryEvents, PersonJoined, ReportingLines, type LineRelation } from '@vouchsafe/directory-contracts';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { streamName } from '@vouchsafe/decider';
import { eventCatalogue, type AnyEvent, type EventCatalogue, type Position, type TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore, newEvent, Wakeups } from '@vouchsafe/event-store';
import { Pages } from '@vouchsafe/graphql';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, ReadModels, type Ledger } from '@vouchsafe/projections';
import {
  defaultProgramSettings, ParticipantEnrolled, ProgramDefined, ProgramOpened, ProgramRulesSet, programsEvents, type EnrolmentRole, type ProgramSettings,
} from '@vouchsafe/programs-contracts';
import { AMARA, BEN, DANA, TODAY } from '@vouchsafe/sponsorship-domain/testing';
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

/** The streams of other contexts, as their contracts name them. */
export const elsewhere = {
  directory: { of: { category: 'directory', catalogue: directoryEvents }, id: 'graph' },
  program: (id: string) => ({ of: { category: 'program', catalogue: programsEvents }, id }),
  enrolment: (cohortId: string, personId: string) => ({ of: { category: 'enrolment', catalogue: programsEvents }, id: `${cohortId}.${personId}` }),
};

/** An open programme as it publishes itself. */
export const aProgram = (programId: string, settings: Partial<ProgramSettings> = {}): readonly AnyEvent[] => [
  ProgramDefined.of({ programId, name: 'Rising', kind: 'SPONSORSHIP', goals: [], term: null, population: null, places: null }),
  ProgramRulesSet.of({ programId, version: 1, settings: { ...defaultProgramSettings, ...settings }, eligibility: { proteges: [], sponsors: [] } }),
  ProgramOpened.of({ programId }),
];

export const anEnrolment = (personId: string, role: EnrolmentRole, cohortId = 'co1', programId = 'prog1') => ParticipantEnrolled.of({ cohortId, programId, personId, role });

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
  const runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections: sponsorship.projections, known: eventCatalogue(...knownEvents([sponsorship]).types, ...directoryEvents.types, ...programsEvents.types) });
  await runner.start();
  const lines = new KnownLines();
  const module = await Test.createTestingModule({ imports: [around(ledger, lines), SponsorshipModule] }).compile();
  await module.init();
  const [commands, queries] = [module.get(CommandBus), module.get(QueryBus)];
  let keys = 0;
  const history = async (tenant: TenantId, of: { category: string; catalogue: EventCatalogue }, id: string, ...events: readonly AnyEvent[]): Promise<Position> => {
    await ledger.store.openLog(tenant);
    for (const event of events) {
      const writes = [{ stream: streamName(of, id), expected: 'any' as const, events: [newEvent(of, event, TODAY)] }];
      await ledger.store.append(tenant, { requestKey: `history-${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes });
    }
    return (await ledger.store.head(tenant)).position;
  };
  const happened = ({ of, id }: { of: { category: string; catalogue: EventCatalogue }; id: string }, tenant: TenantId, ...events: readonly AnyEvent[]) => history(tenant, of, id, ...events);
  return {
    url, ledger, lines, app: module,
    get: <Provider>(provider: Type<Provider>): Provider => module.get(provider, { strict: false }),
    execute: commands.execute.bind(commands) as CommandBus['execute'],
    ask: queries.execute.bind(queries) as QueryBus['execute'],
    /** Appends what happened, each event by itself. @returns the last position */
    history,
    /** The same, in a stream of another context. */
    happened,
    /** An organization with Amara, Ben and Dana, an open programme `prog1`, and places in its cohort `co1` for Amara as sponsor and Ben as protégé.
     * @returns the last position */
    setUp: async (tenant: TenantId, { settings = {}, more = [] }: { settings?: Partial<ProgramSettings>; more?: readonly string[] } = {}): Promise<Position> => {
      await happened(elsewhere.directory, tenant, ...[AMARA, BEN, DANA, ...more].map((personId) => PersonJoined.of({ personId, joinedOn: '2020-01-01' })));
      await happened(elsewhere.program('prog1'), tenant, ...aProgram('prog1', settings));
      for (const personId of more) await happened(elsewhere.enrolment('co1', personId), tenant, anEnrolment(personId, 'PROTEGE'));
      await happened(elsewhere.enrolment('co1', AMARA), tenant, anEnrolment(AMARA, 'SPONSOR'));
      return happened(elsewhere.enrolment('co1', BEN), tenant, anEnrolment(BEN, 'PROTEGE'));
    },
    /** The same module over connections of its own, as another process has them. */
    anotherProcess: async () => {
      const other = await openLedger(url);
      const theirs = await Test.createTestingModule({ imports: [around(other, lines), SponsorshipModule] }).compile();
      await theirs.init();
      const bus = theirs.get(CommandBus);
      return {
        execute: bus.execute.bind(bus) as CommandBus['execute'],
        close: async () => {
          await theirs.close();
          await other.close();
        },
      };
    },
    close: async () => {
      await module.close();
      await runner.stop();
      await ledger.close();
      await drop();
    },
  };
};
