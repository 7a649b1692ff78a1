import { Controller, Get, Header, Inject } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { healthOf, READINESS_CHECKS, type ReadinessCheck } from './readiness-check.js';

/** For whoever starts, stops and routes: is the process alive, and may it get requests? What is wrong in detail, the admin port tells. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService, private readonly indicators: HealthIndicatorService,
    @Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[],
  ) {}

  @Get('live') @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when every part can work, else 503 with the names of those that cannot. */
  @Get('ready') @Header('cache-control', 'no-store')
  ready(): Promise<HealthCheckResult> {
    return this.health.check(this.checks.map((check) => async () => {
      const indicator = this.indicators.check(check.part);
      return (await healthOf(check)).ok ? indicator.up() : indicator.down();
    }));
  }
}
