import { Controller, Get, Header } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { Health } from '@vouchsafe/telemetry';

/** For whoever starts, stops and routes: is the process alive, and may it get requests? What is wrong in detail, the admin port tells. */
@Controller('health')
export class HealthController {
  constructor(private readonly check: HealthCheckService, private readonly indicators: HealthIndicatorService, private readonly health: Health) {}

  @Get('live') @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when every part can work and the process stays, else 503 with the names of those that cannot. */
  @Get('ready') @Header('cache-control', 'no-store')
  async ready(): Promise<HealthCheckResult> {
    const { status, parts } = await this.health.report();
    const staying = { part: 'process', ok: status === 'ok' || status === 'error' };
    return this.check.check([...parts, staying].map(({ part, ok }) => () => {
      const indicator = this.indicators.check(part);
      return ok ? indicator.up() : indicator.down();
    }));
  }
}
