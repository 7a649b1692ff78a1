import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** So long it still takes what was sent before anybody knew that it leaves. */
const STILL_OPEN_MILLISECONDS = 250;

/** The requests that a server is answering: it can leave without cutting one off. */
export class OpenRequests {
  private readonly open = new Set<ServerResponse>();
  private isLeaving = false;
  private emptied = () => {};

  constructor(private readonly server: Server) {
    server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
      this.open.add(response);
      if (this.isLeaving) response.shouldKeepAlive = false;
      response.once('close', () => {
        this.open.delete(response);
        if (this.open.size === 0) this.emptied();
      });
    });
  }

  get count(): number {
    return this.open.size;
  }

  /** Takes no further connection, and ends when every request that came has its answer. A request that was on its way through an idle connection
   * when the end was decided is still answered: cut off, its sender could not tell whether it happened. */
  async drain(): Promise<void> {
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
