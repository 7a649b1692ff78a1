import type { Provider } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { Actor, Role } from '@vouchsafe/access';
import { streamName } from '@vouchsafe/decider';
import type { AnyEvent, EventCatalogue, IsoDate, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore, LocalWakeups, MemoryEventStore, newEvent, Wakeups } from '@vouchsafe/event-store';

/** Someone of a tenant who acts in a spec. */
export const anActor = (tenant: TenantId, personId: string, ...roles: readonly Role[]): Actor =>
  ({ tenant, personId, actorId: `person:${personId}`, roles: new Set<Role>(['SPONSOR', 'PROTEGE', ...roles]), leads: new Set() });

class StoppedClock extends Clock {
  constructor(private readonly date: IsoDate) {
    super();
  }

  now(): Date {
    return new Date(`${this.date}T00:00:00Z`);
  }

  // No instant is the same day in every time zone, so this clock says it.
  override today(): IsoDate {
    return this.date;
  }

  override utcToday(): IsoDate {
    return this.date;
  }

  override earliestToday(): IsoDate {
    return this.date;
  }
}

/** A command bus with these handlers on the in-memory log: the wiring of use cases without a database.
 * @param today what the clock says, in every time zone
 * @returns `history` appends what happened before; `recorded` reads a stream back as types and data */
export const commandsOn = async ({ handlers, today }: { handlers: readonly Provider[]; today: IsoDate }) => {
  const wakeups = new LocalWakeups();
  const log = new MemoryEventStore(wakeups);
  const module = await Test.createTestingModule({
    imports: [CqrsModule],
    providers: [
      ...handlers, { provide: EventStore, useValue: log }, { provide: Wakeups, useValue: wakeups }, { provide: Clock, useValue: new StoppedClock(today) },
    ],
  }).compile();
  await module.init();
  const bus = module.get(CommandBus);
  let keys = 0;
  return {
    log,
    execute: bus.execute.bind(bus) as CommandBus['execute'],
    history: async (tenant: TenantId, of: { category: string; catalogue: EventCatalogue }, id: string, ...events: readonly AnyEvent[]): Promise<void> => {
      await log.openLog(tenant);
      const writes = [{ stream: streamName(of, id), expected: 'any' as const, events: events.map((event) => newEvent(of, event, today)) }];
      await log.append(tenant, { requestKey: `history-${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes });
    },
    recorded: async (tenant: TenantId, of: { category: string }, id: string): Promise<AnyEvent[]> =>
      (await log.readStream(tenant, streamName(of, id))).map(({ type, data }) => ({ type, data })),
  };
};
