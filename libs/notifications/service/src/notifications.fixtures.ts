import { Global, Module, type Type } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { Database, type Actor, type Role } from '@vouchsafe/access';
import { PersonCards } from '@vouchsafe/directory-contracts';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import type { AnyEvent, EventCatalogue, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore, newEvent, SystemClock, Wakeups } from '@vouchsafe/event-store';
import { Pages } from '@vouchsafe/graphql';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, ReadModels, type Ledger } from '@vouchsafe/projections';
import { PolicyRunner, ReactionWorker, type RetrySchedule } from '@vouchsafe/reactions';
import { notificationPolicies } from './channels.js';
import { LoopbackRule } from './endpoint/loopback-rule.js';
import { notifications } from './notifications.context.js';
import { NotificationsModule } from './notifications.module.js';
import { egress } from './webhooks/post-once.js';
import { webhookChannel } from './webhooks/webhook-channel.js';
import { published } from './when-something-happened-tell-subscribed-systems/published.js';

export const someone = (tenant: TenantId, roles: readonly Role[], leads: readonly string[] = []): Actor =>
  ({ tenant, personId: 'olu', actorId: 'person:olu', roles: new Set(roles), leads: new Set(leads) });

class AllowedLoopback extends LoopbackRule {
  readonly isAllowed = true;
}
class NobodysCards extends PersonCards {
  cards = async () => new Map();
}

const around = ({ store, wakeups, readModels, database }: Ledger): Type => {
  const parts = [
    { provide: EventStore, useValue: store }, { provide: Wakeups, useValue: wakeups }, { provide: ReadModels, useValue: readModels }, { provide: Database, useValue: database },
    { provide: Clock, useClass: SystemClock }, { provide: Pages, useValue: new Pages('a secret of thirty-two bytes or more') }, { provide: PersonCards, useClass: NobodysCards },
  ];
  @Global()
  @Module({ providers: parts, exports: parts.map(({ provide }) => provide) })
  class Around {}
  return Around;
};

/** The whole module on a database of its own, with a projector and a reactor beside it: everything real, on this machine. */
export const notificationsOnPostgres = async ({ schedule = [20, 20] }: { schedule?: RetrySchedule } = {}) => {
  const { url, drop } = await freshDatabase({ empty: true });
  await migrateLedger(url, [notifications]);
  const ledger = await openLedger(url);
  const { database, store, wakeups } = ledger;
  const known = knownEvents([notifications, { ...notifications, events: [published], projections: [], migrations: [] }]);
  const projector = new ProjectionRunner(database, store, wakeups, { projections: notifications.projections, known });
  await projector.start();
  const channel = webhookChannel({ log: store, clock: new SystemClock(), installationSecret: await database.installationSecret(), egress: egress({ allowLoopback: true }), schedule });
  const worker = new ReactionWorker(database, { policies: notificationPolicies(), channels: [channel], parts: { log: store, clock: new SystemClock() }, poll: 20 });
  const reader = new PolicyRunner(database, store, wakeups, { policies: notificationPolicies(), known, onDue: () => worker.wake() });
  await reader.start();
  worker.start();
  const module = await Test.createTestingModule({ imports: [around(ledger), NotificationsModule] }).overrideProvider(LoopbackRule).useClass(AllowedLoopback).compile();
  await module.init();
  const [commands, queries] = [module.get(CommandBus), module.get(QueryBus)];
  let keys = 0;
  return {
    url, ledger, app: module,
    execute: commands.execute.bind(commands) as CommandBus['execute'],
    ask: queries.execute.bind(queries) as QueryBus['execute'],
    get: <Provider>(provider: Type<Provider>): Provider => module.get(provider, { strict: false }),
    happened: (tenant: TenantId, stream: string, event: AnyEvent, of: EventCatalogue = published) => store.append(tenant, {
      requestKey: `happened-${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes: [{ stream, expected: 'any', events: [newEvent({ catalogue: of }, event, '2026-03-01')] }],
    }),
    close: async () => {
      await module.close();
      await reader.stop();
      await worker.stop();
      await projector.stop();
      await ledger.close();
      await drop();
    },
  };
};
