import type { ActorId, TenantId } from '@vouchsafe/event-schema';
import type { Clock, EventStore, Outcome } from '@vouchsafe/event-store';
import type { z } from 'zod';
import type { CommandDue } from './consequence.js';

/** What executing a command may use. */
export interface CommandParts {
  readonly log: EventStore;
  readonly clock: Clock;
}

/** Under which circumstances a policy's command is executed. */
export interface Circumstances {
  /** The same at every attempt. */
  readonly requestKey: string;
  /** The policy, as an actor: `system:when-…`. */
  readonly actor: ActorId;
  /** Of the event that the policy read. */
  readonly correlation: string;
  readonly causation: string;
}

/** A command that policies send and nobody else: what it takes, and what it does. A refusal is an answer; a fault is tried again. */
export interface SystemCommand<Input extends object> {
  readonly name: string;
  readonly schema: z.ZodType<Input>;
  execute(parts: CommandParts, tenant: TenantId, circumstances: Circumstances, input: Input): Promise<Outcome<{ readonly reason: string }>>;
}

/** Any of them: the worker parses what it passes on. */
export type AnyCommand = Pick<SystemCommand<never>, 'name' | 'execute'> & { readonly schema: z.ZodType };

export const systemCommand = <Schema extends z.ZodType<object>>(
  name: string, schema: Schema, execute: SystemCommand<z.output<Schema>>['execute'],
): SystemCommand<z.output<Schema>> => ({ name, schema: schema as unknown as z.ZodType<z.output<Schema>>, execute });

/** The command as a consequence. */
export const send = <Input extends object>({ name, schema }: SystemCommand<Input>, input: Input): CommandDue => ({ kind: 'command', name, payload: schema.parse(input) });
