import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import { policy, type Actor } from '@vouchsafe/access';
import { badUserInput, notFound, OpenDoor, type ErrorCode } from '@vouchsafe/graphql';
import { correlationId, withCorrelation } from '@vouchsafe/telemetry';
import { importPeople } from './import-people.js';
import type { ImportReview } from './import-review.js';
import { peopleFileRequest, withKeyMap } from './people-file-request.js';
import { PeopleImports } from './people-imports.js';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400, UNAUTHENTICATED: 401, NOT_FOUND: 404, CONFLICT: 409, TOO_COSTLY: 413, RATE_LIMITED: 429,
  INTERNAL: 500, OUTCOME_UNKNOWN: 503, UNAVAILABLE: 503, DEADLINE_EXCEEDED: 504,
};
const LET_THEM_FINISH_MS = 10_000;
const isCsv = (type: string | undefined): boolean => /^text\/csv\b/i.test(type ?? '');

/** Files are too large for GraphQL: they come here as they are, and are read while they arrive. One request stages, and with `confirm=true` takes over. */
@Controller('people-files')
export class PeopleFilesController {
  constructor(private readonly door: OpenDoor, private readonly imports: PeopleImports) {}

  @Post()
  receive(@Req() req: IncomingMessage, @Res() res: ServerResponse, @Query() query: unknown): Promise<void> {
    const id = correlationId(req.headers['x-correlation-id']);
    res.setHeader('x-correlation-id', id);
    return withCorrelation(id, async () => {
      try {
        answer(req, res, 200, await this.take(req, query));
      } catch (error) {
        if (req.destroyed && !req.complete) return; // the sender has gone: nothing was staged, and nobody listens
        const shown = this.door.present(error, id);
        const { code, retryAfterSeconds } = shown.extensions as { code: ErrorCode; retryAfterSeconds?: number };
        if (retryAfterSeconds !== undefined) res.setHeader('retry-after', retryAfterSeconds);
        answer(req, res, STATUS[code], { errors: [shown] });
      }
    });
  }

  private async take(req: IncomingMessage, query: unknown): Promise<ImportReview> {
    const actor: Actor = await this.door.authenticator.authenticate(req.headers.authorization, [req.headers['x-vouchsafe-organization']].flat()[0]);
    if (policy(actor, 'people:import', 'people-import').kind === 'deny') throw notFound();
    const leave = this.door.crowd.enter(actor, this.door.limits.cost); // a file is as much as the costliest operation
    try {
      const { confirm, keyMapBytes, ...options } = peopleFileRequest(query);
      if (!isCsv(req.headers['content-type'])) throw badUserInput('Send the file itself as the body, with content-type text/csv.');
      // A refusal in the middle of the file must not cut the connection: the answer would be lost with it.
      const { keyMap, file } = await withKeyMap(req.iterator({ destroyOnReturn: false }), keyMapBytes);
      const { acceptLeaversReason, ...others } = options;
      return await importPeople(this.imports.deps)(actor.tenant, actor, file, {
        ...others, dryRun: !confirm, ...(acceptLeaversReason === undefined ? {} : { acceptLeaversReason }), ...(keyMap ? { keyMap } : {}),
      });
    } finally {
      leave();
    }
  }
}

const answer = (req: IncomingMessage, res: ServerResponse, status: number, body: unknown): void => {
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  if (!req.complete) {
    // Some of the file is still on its way. It is let in and dropped, so that the sender gets to read the answer, but not for ever.
    res.setHeader('connection', 'close');
    const enough = setTimeout(() => req.destroy(), LET_THEM_FINISH_MS).unref();
    req.once('close', () => clearTimeout(enough)).resume();
  }
  res.end(JSON.stringify(body));
};
