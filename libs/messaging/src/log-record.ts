import { canonicalJson, type ProvenEvent } from '@vouchsafe/event-store';
import { tenantId, type Position, type TenantId } from '@vouchsafe/event-schema';
import { z } from 'zod';
import type { InRecord, OutRecord, TopicSpec } from './log-transport.js';
import { partitionOf } from './partition-of.js';
import { LOG_TOPIC } from './topics.js';

/** What is larger travels as a claim check: its coordinates, by which the reader finds it in the log. Bytes. */
export const LARGEST_VALUE = 256 * 1024;

const EVENT = 'application/json';
const CLAIM = 'application/vnd.vouchsafe.claim+json';

export interface Carriage {
  /** Which topic carries it; its number of partitions places the key. */
  readonly to?: TopicSpec;
  /** A W3C trace context, where the publishing is part of a trace. */
  readonly traceparent?: string;
}

/** A stored event as it travels: its JSON, the data in their canonical text, under the headers of CloudEvents' Kafka binding 1.0. */
export const logRecordOf = (event: ProvenEvent, { to = LOG_TOPIC, traceparent }: Carriage = {}): OutRecord => {
  const { tenant, position, causation } = event;
  const whole = Buffer.from(valueOf(event));
  const fits = whole.length <= LARGEST_VALUE;
  return {
    topic: to.topic, partition: partitionOf(tenant, to.partitions), key: Buffer.from(tenant),
    value: fits ? whole : Buffer.from(JSON.stringify({ tenant, position, digest: event.digest, chain: event.chain })),
    headers: {
      'content-type': fits ? EVENT : CLAIM,
      ce_specversion: '1.0', ce_id: `${tenant}/${position}`, ce_source: `urn:vouchsafe:log:${tenant}`, ce_type: `vouchsafe.${event.type}`, ce_subject: event.stream,
      ce_time: event.recordedAt, ce_dataschema: `urn:vouchsafe:event:${event.type}:${event.schemaVersion}`,
      ce_tenantid: tenant, ce_position: String(position), ce_streamversion: String(event.version), ce_schemaversion: String(event.schemaVersion),
      ce_digest: event.digest, ce_chain: event.chain, ce_correlation: event.correlation, ...(causation === null ? {} : { ce_causation: causation }),
      ...(traceparent === undefined ? {} : { traceparent }),
    },
  };
};

/** The data go in as the text they are stored as: writing them anew could order their keys in another way, and the digest is of the text. */
const valueOf = ({ data: _data, dataText, ...circumstances }: ProvenEvent): string => `${JSON.stringify(circumstances).slice(0, -1)},"data":${dataText}}`;

/** What a record of the log's topic turned out to be. Nothing in it is verified yet: digest and chain are what the record claims. */
export type LogRecord =
  | { readonly kind: 'event'; readonly tenant: TenantId; readonly position: Position; readonly event: ProvenEvent }
  /** Too large to travel: read it from the log. */
  | { readonly kind: 'claim'; readonly tenant: TenantId; readonly position: Position; readonly digest: string; readonly chain: string }
  /** @property tenant whose log it may concern, if its key says so */
  | { readonly kind: 'unreadable'; readonly tenant: TenantId | null; readonly reason: string };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().min(1);
const place = z.int().min(1);
const claimShape = z.object({ tenant: z.string(), position: place, digest: hash, chain: hash });
const eventShape = claimShape.extend({
  stream: name, version: place, type: name, schemaVersion: place, occurredOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  recordedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/), actor: z.string().regex(/^(person|system):/), requestKey: name, correlation: name,
  causation: name.nullable(), data: z.unknown(),
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads what lies on the log's topic, whoever put it there: bytes that are none of ours are an answer, not an error. */
export const readLogRecord = (record: Pick<InRecord, 'key' | 'value' | 'headers'>): LogRecord => {
  let tenant: TenantId | null = null;
  const unreadable = (reason: string): LogRecord => ({ kind: 'unreadable', tenant, reason });
  try {
    if (!record.key) return unreadable('It has no key.');
    tenant = tenantId(utf8.decode(record.key));
    if (!record.value) return unreadable('It has no value.');
    const value: unknown = JSON.parse(utf8.decode(record.value));
    const isClaim = record.headers['content-type'] === CLAIM;
    const read = (isClaim ? claimShape : eventShape).safeParse(value);
    if (!read.success) return unreadable(`Its value is no ${isClaim ? 'claim' : 'event'}: ${read.error.issues[0]?.path.join('.') || 'the whole'} will not do.`);
    const { position, digest, chain } = read.data;
    // The key placed it: a value that speaks of another tenant must not be folded into that one.
    if (read.data.tenant !== tenant) return unreadable('Its key names one tenant and its value another.');
    if (isClaim) return { kind: 'claim', tenant, position, digest, chain };
    const event = read.data as Omit<ProvenEvent, 'dataText'>;
    return { kind: 'event', tenant, position, event: { ...event, dataText: canonicalJson(event.data) } };
  } catch (error) {
    // Of the fault only its kind: a parser's message quotes what it read.
    return unreadable(tenant ? `Its value is no JSON of ours (${(error as Error).name}).` : 'Its key is no tenant.');
  }
};
