import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TenantId } from '@vouchsafe/event-schema';

/** Where a page ended: the values of the columns that the list is sorted by, in their order, the last one unique. */
export type SortKey = readonly (string | number | null)[];

const TAG_BYTES = 16;

/** Cursors are opaque and signed: they hold the sort key, and serve one tenant and one list only. */
export class Cursors {
  /** @param secret kept by the installation; changing it makes old cursors invalid, no more. @throws RangeError below 32 bytes */
  constructor(private readonly secret: Buffer | string) {
    if (Buffer.byteLength(secret) < 32) throw new RangeError('The secret that signs cursors has at least 32 bytes.');
  }

  seal(tenant: TenantId, list: string, key: SortKey): string {
    const body = Buffer.from(JSON.stringify(key));
    return Buffer.concat([this.tag(tenant, list, body), body]).toString('base64url');
  }

  /** @returns nothing for a cursor that is forged, cut, of another list or of another tenant: all alike */
  open(tenant: TenantId, list: string, cursor: string): SortKey | undefined {
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(TAG_BYTES);
    const isOurs = bytes.length > TAG_BYTES && timingSafeEqual(bytes.subarray(0, TAG_BYTES), this.tag(tenant, list, body));
    return isOurs ? (JSON.parse(body.toString()) as SortKey) : undefined;
  }

  private tag(tenant: TenantId, list: string, body: Buffer): Buffer {
    // Length-prefixed, so that no two lists share the bytes that are signed.
    return createHmac('sha256', this.secret).update(`${tenant}|${list.length}|${list}|`).update(body).digest().subarray(0, TAG_BYTES);
  }
}
