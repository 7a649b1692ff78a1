import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** So long it still takes what was sent before anybody knew that it leaves. */
const STILL_OPEN_MILLISECONDS = 250;

/** The requests that are being answered: the process can leave without cutting one off. Belongs to the outermost module, whose parts Nest ends first:
 * what it ends afterwards, the requests still need. */
@Injectable()
export class OpenRequests implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Set<ServerResponse>();
  private isLeaving = false;
  private emptied = () => {};

  constructor(private readonly http: HttpAdapterHost) {}

  private get server(): Server {
    return this.http.httpAdapter.getHttpServer() as Server;
  }

  onModuleInit(): void {
    this.server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
      this.open.add(response);
      if (this.isLeaving) response.shouldKeepAlive = false;
      response.once('close', () => {
        this.open.delete(response);
        if (this.open.size === 0) this.emptied();
      });
    });
  }

  /** Takes no further connection, and ends when every request that came has its answer. What comes through a kept connection meanwhile is still answered:
   * cut off, its sender could not tell whether it happened. */
  async onModuleDestroy(): Promise<void> {
    if (!this.server.listening) return;
    this.isLeaving = true;
    for (const response of this.open) if (!response.headersSent) response.shouldKeepAlive = false;
    await sleep(STILL_OPEN_MILLISECONDS);
    await nextTurn(); // where this process got no time meanwhile, a turn of the loop reads what has come
    await nextTurn();
    this.server.close(); // idle connections too
    if (this.open.size > 0) await new Promise<void>((resolve) => { this.emptied = resolve; });
  }
}
