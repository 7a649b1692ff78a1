import { createHash, hash } from 'node:crypto';
import type { StoredEvent, TenantId } from '@vouchsafe/event-schema';

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A netstring (Bernstein, 1997): no two lists of fields share one encoding. */
const netstring = (text: string): string => `${Buffer.byteLength(text)}:${text},`;

/** Where every tenant's chain begins: no two tenants share it. */
export const chainStart = (tenant: TenantId): Buffer => sha256('vouchsafe.log.v1', Buffer.of(0), tenant);

export const digestOf = (dataText: string): Buffer => sha256(dataText);

const fieldsOf = (event: Omit<StoredEvent, 'data'>): string[] => [
  event.tenant, String(event.position), event.stream, String(event.version), event.type, String(event.schemaVersion), event.occurredOn,
  String(Date.parse(event.recordedAt)), event.actor, event.requestKey, event.correlation, event.causation ?? '',
];

const headerOfFields = (fields: readonly string[]): string => {
  let header = netstring('v1');
  for (const field of fields) header += netstring(field);
  return header;
};

const headerOf = (event: Omit<StoredEvent, 'data'>): string => headerOfFields(fieldsOf(event));

/** The hash of one event: its place, its circumstances and the digest of its data. A change of any of them changes it. */
export const leafOf = (event: Omit<StoredEvent, 'data'>, digest: Buffer): Buffer => leafOfFields(fieldsOf(event), digest);

/** The same of the fields as texts, in their order: what a row claims, even where it claims nonsense. */
export const leafOfFields = (fields: readonly string[], digest: Buffer): Buffer => sha256(Buffer.of(0), headerOfFields(fields), digest);

export const extendChain = (chain: Buffer, leaf: Buffer): Buffer => sha256(Buffer.of(2), chain, leaf);

let scratch = Buffer.alloc(1_024);
const [DIGEST_BYTES, CHAIN_INPUT] = [32, Buffer.alloc(65, 2)];

/** The digest of an event's data and the chain after it, in hexadecimal: the same as `digestOf`, `leafOf` and `extendChain`, at a quarter of their
 * price (3 hashes in one shot each, no buffer made between them), for who checks every event that arrives.
 * @param before the chain before the event, in hexadecimal */
export const provenBy = (before: string, event: Omit<StoredEvent, 'data'>, dataText: string): { digest: string; chain: string } => {
  const digest = hash('sha256', dataText, 'hex');
  const header = headerOf(event);
  const needed = 1 + header.length * 3 + DIGEST_BYTES; // at most three bytes a unit of UTF-16
  if (scratch.length < needed) scratch = Buffer.alloc(needed * 2);
  scratch[0] = 0;
  const end = 1 + scratch.write(header, 1, 'utf8');
  const leaf = hash('sha256', scratch.subarray(0, end + scratch.write(digest, end, 'hex')), 'hex');
  CHAIN_INPUT.write(before, 1, 'hex');
  CHAIN_INPUT.write(leaf, 33, 'hex');
  return { digest, chain: hash('sha256', CHAIN_INPUT, 'hex') };
};
