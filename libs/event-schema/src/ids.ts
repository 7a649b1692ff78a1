import { z } from 'zod';

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** An organization or a network of organizations: whoever owns one log. A lower-case UUID. */
export type TenantId = Branded<string, 'TenantId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws RangeError unless `text` is a lower-case UUID: it will stand inside a `SET LOCAL`, which takes no parameters. */
export const tenantId = (text: string): TenantId => {
  if (typeof text !== 'string' || !UUID.test(text)) throw new RangeError('A tenant id is a lower-case UUID.');
  return text as TenantId;
};

/** An event's place in its tenant's log: 1, 2, 3 … without gaps. 0 stands before the first. A safe integer. */
export type Position = number;

/** @throws RangeError unless `text` is a decimal number from 0 to 2^53 − 1: a rounded position would name another event. */
export const position = (text: string | number): Position => {
  const value = Number(text);
  if (!/^\d+$/.test(String(text)) || !Number.isSafeInteger(value)) throw new RangeError(`"${text}" is not a position in a log.`);
  return value;
};

/** Who acted: a person of the tenant, or a part of the system by name. */
export type ActorId = `person:${string}` | `system:${string}`;

/** Opaque ids inside a tenant, chosen at random by whoever names the thing first. */
export const entityId = z.string().min(1).max(100).regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/, 'letters, digits and _ . : - only');
