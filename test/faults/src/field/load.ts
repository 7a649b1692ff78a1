import { appendFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { anAction, ask, mutation, newKey, randomFrom, type OurOrganization } from '@vouchsafe/test-support';
import type { Entry } from '../history/history.js';
import type { Field } from './field.js';

const RECORD = mutation('recordAdvocacyAction', '... on AdvocacyActionRecorded { position }');
const CLIENTS = 8;
const TOKENS_SERVE_MS = 120_000; // of the ten minutes that they live
/** Answers that leave open what happened. Every other error says that nothing did. */
const OPEN = new Set(['OUTCOME_UNKNOWN', 'DEADLINE_EXCEEDED', 'INTERNAL']);

type Answered = Pick<Entry, 'type' | 'position'> & { readonly code?: string };

const causeOf = (error: unknown): string => String((error as { cause?: { code?: string } }).cause?.code ?? '');

/** One attempt at an operation, as a client sees it. */
const attempt = async (origin: string, token: string, input: object): Promise<Answered> => {
  try {
    const { data, errors } = await ask<{ recordAdvocacyAction: { position?: string } | null }>(origin, RECORD, { input }, { authorization: `Bearer ${token}` });
    const position = data?.recordAdvocacyAction?.position;
    if (position !== undefined) return { type: 'ok', position: Number(position) };
    const code = errors[0]?.extensions.code ?? 'REFUSED';
    return { type: OPEN.has(code) ? 'unknown' : 'fail', code };
  } catch (error) {
    return causeOf(error) === 'ECONNREFUSED' ? { type: 'fail', code: 'ECONNREFUSED' } : { type: 'unknown', code: causeOf(error) || 'NO_ANSWER' };
  }
};

interface Operation { readonly client: number; readonly op: number; readonly organization: OurOrganization; readonly tenant: string; readonly token: string; readonly input: ReturnType<typeof anAction> & { requestKey?: unknown } }

/** People at work on both apis while something fails. */
export interface Load {
  readonly entries: Entry[];
  /** Those that it works in, the busiest first. */
  readonly tenants: readonly string[];
  /** Operations that were sent and not answered yet. */
  inFlight(): number;
  acknowledged(): number;
  /** How often each error was answered. */
  readonly codes: ReadonlyMap<string, number>;
  /** Waits for so many more acknowledgements. @throws Error after two minutes: then nothing works any more */
  moves(by: number): Promise<void>;
  /** One operation more, in this organization. @returns how it was answered, and after how long */
  once(organization: OurOrganization): Promise<{ readonly type: Entry['type']; readonly milliseconds: number }>;
  /** Sends one operation from many clients at once under one key. */
  sameKey(times: number): Promise<void>;
  /** Stops, and leaves everything as it is. */
  stop(): Promise<void>;
  /** Sends everything of unknown outcome again under its key until it is known. @throws Error after two minutes */
  resolve(): Promise<void>;
}

/** @param file outside the system under test, that takes each entry as a line before it is sent and after it is answered
 * @param seed of the order in which clients choose organizations */
export const startLoad = async ({ apis, organizations }: Field, tenants: ReadonlyMap<string, string>, file: string, seed: number): Promise<Load> => {
  const entries: Entry[] = [];
  const codes = new Map<string, number>();
  const tokens = new Map<string, string>();
  const signIn = async (): Promise<void> => {
    for (const { handle, sponsor } of organizations) tokens.set(handle, await sponsor.token()); // they outlive the api that issued them
  };
  await signIn();
  let flying = 0;
  let acknowledged = 0;
  let ops = 0;
  let isOver = false;
  const unknown: Operation[] = [];

  const note = async (operation: Operation, type: Entry['type'], position?: number): Promise<void> => {
    const key = operation.input['requestKey'] as string;
    const entry: Entry = {
      t: performance.now(), client: operation.client, op: operation.op, type, tenant: operation.tenant, key, stream: `commitment-${operation.organization.commitmentId}`, value: key,
      ...(position === undefined ? {} : { position }),
    };
    entries.push(entry);
    await appendFile(file, `${JSON.stringify(entry)}\n`);
  };
  const send = async (operation: Operation, origin: string): Promise<Entry['type']> => {
    await note(operation, 'invoke');
    flying += 1;
    const { type, position, code } = await attempt(origin, operation.token, operation.input);
    flying -= 1;
    if (code) codes.set(code, (codes.get(code) ?? 0) + 1);
    await note(operation, type, position);
    if (type === 'ok') acknowledged += 1;
    return type;
  };
  const operationOf = (client: number, organization: OurOrganization): Operation => ({
    client, op: (ops += 1), organization, tenant: tenants.get(organization.handle)!, token: tokens.get(organization.handle)!, input: anAction(organization, { requestKey: newKey() }),
  });

  // While the api that issues them is away, the old ones serve.
  const signingIn = setInterval(() => void signIn().catch(() => undefined), TOKENS_SERVE_MS);

  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const random = randomFrom(seed * 100 + client);
    while (!isOver) {
      // Squared, so that some organizations are asked much more often than others (Zipf-like), and collide.
      const operation = operationOf(client, organizations[Math.floor(random() ** 2 * organizations.length)]!);
      const outcome = await send(operation, apis[Math.floor(random() * apis.length)]!.origin);
      if (outcome === 'unknown') unknown.push(operation);
      await sleep(outcome === 'ok' ? 20 : 100);
    }
  });

  const stop = async (): Promise<void> => {
    isOver = true;
    clearInterval(signingIn);
    await Promise.all(clients);
  };

  return {
    entries, codes, tenants: organizations.map(({ handle }) => tenants.get(handle)!), inFlight: () => flying, acknowledged: () => acknowledged,
    moves: async (by) => {
      const target = acknowledged + by;
      const end = performance.now() + 120_000;
      while (acknowledged < target) {
        if (performance.now() > end) throw new Error(`Only ${acknowledged + by - target} of ${by} operations were acknowledged within two minutes. Answers so far: ${JSON.stringify([...codes])}.`);
        await sleep(20);
      }
    },
    once: async (organization) => {
      const [operation, from] = [operationOf(CLIENTS, organization), performance.now()];
      const type = await send(operation, apis[operation.op % apis.length]!.origin);
      if (type === 'unknown') unknown.push(operation);
      return { type, milliseconds: performance.now() - from };
    },
    sameKey: async (times) => {
      const operation = operationOf(CLIENTS, organizations[0]!);
      const outcomes = await Promise.all(Array.from({ length: times }, (_, index) => send(operation, apis[index % apis.length]!.origin)));
      if (outcomes.some((outcome) => outcome !== 'ok')) unknown.push(operation);
    },
    stop,
    resolve: async () => {
      const end = performance.now() + 120_000;
      for (const operation of unknown) {
        for (let index = 0; ; index += 1) {
          if ((await send(operation, apis[index % apis.length]!.origin)) === 'ok') break;
          if (performance.now() > end) throw new Error(`An unknown outcome could not be resolved within two minutes: ${JSON.stringify(operation.input)}.`);
          await sleep(250);
        }
      }
    },
  };
};
