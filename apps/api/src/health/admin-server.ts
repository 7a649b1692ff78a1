import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { healthOf, READINESS_CHECKS, type ReadinessCheck } from './readiness-check.js';

export const ADMIN_PORT = Symbol('admin port');
const LOOPBACK = '127.0.0.1';

/** The operators' port. It answers this machine only, and says what the public port keeps to itself. */
@Injectable()
export class AdminServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(@Inject(ADMIN_PORT) private readonly port: number | null, @Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** Where it listens; undefined if it was not asked for, or before the start. */
  get address(): string | undefined {
    const bound = this.server?.address();
    return typeof bound === 'object' && bound ? `http://${LOOPBACK}:${bound.port}` : undefined;
  }

  /** @throws Error EADDRINUSE if something else listens there */
  async onApplicationBootstrap(): Promise<void> {
    if (this.port === null) return;
    this.server = createServer((request, response) => void this.answer(request.url?.split('?')[0], response));
    this.server.listen(this.port, LOOPBACK);
    await once(this.server, 'listening');
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.server?.listening) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(path: string | undefined, response: ServerResponse): Promise<void> {
    response.setHeader('content-type', 'application/json; charset=utf-8').setHeader('cache-control', 'no-store');
    if (path !== '/health') {
      response.writeHead(404).end('{"message":"Here is /health and nothing else."}');
      return;
    }
    const parts = await Promise.all(this.checks.map(healthOf));
    const isWell = parts.every(({ ok }) => ok);
    response.writeHead(isWell ? 200 : 503).end(JSON.stringify({ status: isWell ? 'ok' : 'error', parts }));
  }
}
