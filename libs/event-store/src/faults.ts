import type { TenantId } from '@vouchsafe/event-schema';

export class UnknownLog extends Error {
  override readonly name = 'UnknownLog';
  constructor(readonly tenant: TenantId) {
    super(`Tenant ${tenant} has no log.`);
  }
}

/** The append was sent and its answer was lost: it happened once, or not at all. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor(readonly requestKey: string, cause: unknown) {
    super(`The answer to request ${requestKey} was lost. Send it again with the same key to learn its outcome.`, { cause });
  }
}

/** The data hold something that storage would change or refuse. */
export class UnstorableValue extends Error {
  override readonly name = 'UnstorableValue';
  constructor(readonly at: string, why: string) {
    super(`The value at ${at} cannot be stored: ${why}.`);
  }
}

/** A request key came back with other content. */
export class RequestKeyReused extends Error {
  override readonly name = 'RequestKeyReused';
  constructor(readonly requestKey: string) {
    super(`The request key ${requestKey} was used before, for something else. Choose a new key for a new request.`);
  }
}

/** Other writers were faster, again and again. */
export class TooMuchContention extends Error {
  override readonly name = 'TooMuchContention';
  constructor(readonly stream: string) {
    super(`Too many writers work on ${stream} at once. Nothing was written; try again.`);
  }
}

/** Somebody else has held the tenant's log for longer than an append waits. */
export class LogIsHeld extends Error {
  override readonly name = 'LogIsHeld';
  constructor(readonly tenant: TenantId) {
    super(`The log of tenant ${tenant} is held by somebody else. Nothing was written; try again.`);
  }
}
