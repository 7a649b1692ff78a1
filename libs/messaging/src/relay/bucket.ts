import { createHash } from 'node:crypto';
import type { TenantId } from '@vouchsafe/event-schema';

/** Tenants fall into so many buckets, for ever: each is looked after by one relay at a time. */
export const BUCKETS = 64;

/** The bucket of a tenant, 0 … 63: the first byte of the SHA-256 of its sixteen bytes. */
export const bucketOf = (tenant: TenantId): number => createHash('sha256').update(Buffer.from(tenant.replaceAll('-', ''), 'hex')).digest()[0]! % BUCKETS;

/** The same in SQL. Not hashtext(): its values are promised to nobody. @param tenant a column of type uuid */
export const bucketInSql = (tenant: string): string => `(get_byte(sha256(uuid_send(${tenant})), 0) % ${BUCKETS})`;
