import type { Provider, Type } from '@nestjs/common';
import type { Actor } from '@vouchsafe/access';
import type { AnyEvent, EventCatalogue, TenantId } from '@vouchsafe/event-schema';
import { aTenant } from '@vouchsafe/event-store/testing';
import type { ActorsCommand } from '@vouchsafe/graphql';
import { anActor, commandsOn } from '@vouchsafe/graphql/testing';
import { AMARA, TODAY, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';

export const ACME = aTenant(1);
export const GLOBEX = aTenant(2);

type CommandOf<Input> = new (tenant: TenantId, actor: Actor, input: Input) => ActorsCommand<Input, { reason: string }>;

type Of = { readonly category: string; readonly catalogue: EventCatalogue };

interface OfOneStream<Input> {
  readonly handler: Type;
  readonly command: CommandOf<Input>;
  /** Where it is written: the stream and its id. */
  readonly of: Of;
  readonly id: string;
  readonly history: readonly AnyEvent[];
  readonly input: Omit<Input, 'requestKey'>;
  /** Another request, for the same key. */
  readonly other: Partial<Input>;
  /** What it comes to. */
  readonly writes: readonly AnyEvent[];
  /** How many events the same append writes into another stream. */
  readonly beside?: number;
  /** What a stranger is told, and whoever asks for what is not there. */
  readonly unknown: Readonly<Record<string, string>>;
  readonly by?: Actor;
  readonly today?: string;
  readonly providers?: readonly Provider[];
}

/** The bus of one use case, with a history at ACME; GLOBEX has a log without events. */
export const atAcme = async (handler: Type, of: Of, id: string, history: readonly AnyEvent[], today = TODAY, providers: readonly Provider[] = []) => {
  const commands = await commandsOn({ handlers: [handler, ...providers], today });
  await commands.history(ACME, of, id, ...history);
  await commands.log.openLog(GLOBEX);
  return commands;
};

/** What every command on an existing stream keeps to: it writes what it says, once a request; and neither another organization nor
 * somebody who has no part in it can tell what exists from what does not. */
export const isWrittenOnceAndSilentToStrangers = <Input extends { requestKey: string }>({
  handler, command: Ask, of, id, history, input, other, writes, beside = 0, unknown, by = anActor(ACME, AMARA), today = TODAY, providers = [],
}: OfOneStream<Input>): void => {
  const asking = (changed: object = {}, actor = by) => new Ask(actor.tenant, actor, { requestKey: 'r1', ...input, ...changed } as unknown as Input);
  const begin = () => atAcme(handler, of, id, history, today, providers);
  const refused = { accepted: false, rejection: unknown };

  it('writes what was asked', async () => {
    const { execute, recorded } = await begin();
    expect(await execute(asking())).toMatchObject({ accepted: true, position: history.length + writes.length + beside });
    expect((await recorded(ACME, of, id)).slice(history.length)).toEqual(writes);
  });

  it('answers a repeated request with what it answered first, and writes it once', async () => {
    const { execute, log } = await begin();
    const first = await execute(asking());
    expect(await execute(asking())).toEqual(first);
    expect(await log.head(ACME)).toMatchObject({ position: history.length + writes.length + beside });
  });

  it('refuses a request key that comes back with other content', async () => {
    const { execute } = await begin();
    await execute(asking());
    await expect(execute(asking(other))).rejects.toMatchObject({ name: 'RequestKeyReused' });
  });

  it('tells a stranger, and another organization, what it tells of an id that was never used', async () => {
    const { execute, log } = await begin();
    expect(await execute(asking({}, anActor(ACME, ZOLTAN)))).toEqual(refused);
    expect(await execute(asking({}, anActor(GLOBEX, by.personId)))).toEqual(refused);
    expect(await log.head(ACME)).toMatchObject({ position: history.length });
    const empty = await atAcme(handler, of, 'another', [], today, providers);
    expect(await empty.execute(asking())).toEqual(refused);
  });
};
