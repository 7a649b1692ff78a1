// What an auditor would write from the description of the format alone: it shares no code with the store that it checks.
import { createHash } from 'node:crypto';

/** A line of an exported log. */
export interface Exported {
  readonly tenant: string; readonly position: number; readonly stream: string; readonly version: number; readonly type: string; readonly schemaVersion: number; readonly occurredOn: string;
  readonly recordedAt: string; readonly actor: string; readonly requestKey: string; readonly correlation: string; readonly causation: string | null; readonly dataText: string; readonly chain: string;
}

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const join = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Walks a log from its beginning. @returns its chain in hexadecimal, or the first position that does not follow from those before */
export const verifyExport = (tenant: string, events: Iterable<Exported>): { chain: string } | { brokenAt: number } => {
  let chain = hash(join(utf8('vouchsafe.log.v1'), new Uint8Array([0]), utf8(tenant)));
  let position = 0;
  for (const event of events) {
    position += 1;
    const fields = [
      'v1', tenant, position, event.stream, event.version, event.type, event.schemaVersion, event.occurredOn, new Date(event.recordedAt).getTime(), event.actor, event.requestKey, event.correlation, event.causation ?? '',
    ].map((field) => utf8(String(field)));
    const header = join(...fields.map((field) => join(utf8(`${field.length}:`), field, utf8(','))));
    const leaf = hash(join(new Uint8Array([0]), header, hash(utf8(event.dataText))));
    chain = hash(join(new Uint8Array([2]), chain, leaf));
    if (event.tenant !== tenant || event.position !== position || event.chain !== Buffer.from(chain).toString('hex')) return { brokenAt: position };
  }
  return { chain: Buffer.from(chain).toString('hex') };
};
