import { createHash } from 'node:crypto';
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

/** The hash of one event: its place, its circumstances and the digest of its data. A change of any of them changes it. */
export const leafOf = (event: Omit<StoredEvent, 'data'>, digest: Buffer): Buffer => leafOfFields([
  event.tenant, String(event.position), event.stream, String(event.version), event.type, String(event.schemaVersion), event.occurredOn,
  String(Date.parse(event.recordedAt)), event.actor, event.requestKey, event.correlation, event.causation ?? '',
], digest);

/** The same of the fields as texts, in their order: what a row claims, even where it claims nonsense. */
export const leafOfFields = (fields: readonly string[], digest: Buffer): Buffer => sha256(Buffer.of(0), ['v1', ...fields].map(netstring).join(''), digest);

export const extendChain = (chain: Buffer, leaf: Buffer): Buffer => sha256(Buffer.of(2), chain, leaf);
