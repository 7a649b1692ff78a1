import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { correlationId as newCorrelationId, currentCorrelation } from '@vouchsafe/telemetry';
import type { GraphQLFormattedError } from 'graphql';
import { openDoor, type Limits } from './armour/limits.js';
import { validationRules } from './armour/rules.js';
import { platformFaults, type FaultTable } from './errors/faults.js';
import { present } from './errors/present.js';
import { AUTHENTICATOR, GRAPHQL_OPTIONS, type GraphqlOptions } from './graphql-options.js';
import { credentialsFrom, Crowd, requestContext, type RequestContext } from './request/request-context.js';
import type { SignsIn } from './request/signs-in.js';

/** What HTTP and sockets share: who may enter, what is too much, and how errors look. */
@Injectable()
export class OpenDoor {
  readonly path: string;
  readonly limits: Limits;
  readonly rules: ReturnType<typeof validationRules>;
  readonly crowd: Crowd;
  private readonly faults: FaultTable;

  constructor(@Inject(GRAPHQL_OPTIONS) readonly options: GraphqlOptions, @Inject(AUTHENTICATOR) readonly authenticator: SignsIn) {
    this.path = options.path ?? '/graphql';
    this.limits = { ...openDoor, ...options.limits };
    this.rules = validationRules(this.limits, options.production);
    this.crowd = new Crowd(this.limits);
    this.faults = { ...platformFaults, ...options.faults };
  }

  present(error: unknown, correlationId: string = currentCorrelation() ?? newCorrelationId()): GraphQLFormattedError {
    return present(error, correlationId, this.faults, this.options.log);
  }

  /** The context of an operation over HTTP: it ends when the answer is sent, when the caller goes, or at the deadline. */
  contextOfRequest(req: IncomingMessage, res: ServerResponse): RequestContext {
    const gone = new AbortController();
    const deadline = setTimeout(() => gone.abort(), this.limits.deadlineMilliseconds);
    const context = requestContext({
      req, correlationId: currentCorrelation() ?? newCorrelationId(), signal: gone.signal, authenticator: this.authenticator,
      credentials: credentialsFrom(req.headers), enter: (actor, cost) => this.crowd.enter(actor, cost),
    });
    res.once('close', () => {
      clearTimeout(deadline);
      gone.abort();
      context.end();
    });
    return context;
  }
}
