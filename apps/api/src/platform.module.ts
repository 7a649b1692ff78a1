import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Database, ReleaseDatabase } from '@vouchsafe/access';
import { Clock, EventStore, SystemClock, Wakeups } from '@vouchsafe/event-store';
import { ReadModels, type Ledger } from '@vouchsafe/projections';

/** The ledger's parts, for every handler that asks for one. */
@Global()
@Module({})
export class PlatformModule {
  static with({ database, store, wakeups, readModels, releases }: Ledger): DynamicModule {
    const providers = [
      { provide: Database, useValue: database }, { provide: EventStore, useValue: store }, { provide: Wakeups, useValue: wakeups },
      { provide: ReadModels, useValue: readModels }, { provide: ReleaseDatabase, useValue: releases }, { provide: Clock, useClass: SystemClock },
    ];
    return { module: PlatformModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
