import { Global, Module } from '@nestjs/common';
import { DirectoryModule } from '@vouchsafe/directory-service';
import { TenancyModule } from '@vouchsafe/tenancy-service';

/** Contexts know each other's ports and not each other: what one asks of another by contract is handed to it here. */
@Global()
@Module({ imports: [TenancyModule, DirectoryModule], exports: [TenancyModule, DirectoryModule] })
export class PortsModule {}
