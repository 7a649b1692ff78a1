import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';

/** A file that is refused as a whole. `name` is the refusal's name to the outside, `line` the place in the file where that is known. */
export interface RefusalOfFile { readonly name: string; readonly message: string; readonly line: number | null }

/** What makes any table unreadable. */
export interface CsvRefusal extends RefusalOfFile {
  readonly name: 'FileIsNotUtf8' | 'FileIsTooLarge' | 'FileHasNoHeader' | 'FileBreaksOffInsideQuotes' | 'RowIsTooLong';
}

/** Carries a refusal out of a stream's depths; caught where the file's reader ends, and never seen beyond it. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
  constructor(readonly refusal: RefusalOfFile) { super(refusal.message); }
}

const refuse = (name: CsvRefusal['name'], line: number | null, message: string): never => {
  throw new RefusedFile({ name, message, line });
};

const lineBreaks = (bytes: Uint8Array): number => {
  let count = 0;
  for (const byte of bytes) if (byte === 0x0a) count += 1;
  return count;
};

/** How many bytes at the end of `bytes` begin a character that the next chunk must complete. */
const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
};

const firstBadLine = (bytes: Buffer): number => {
  let line = 0;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    line += 1;
    from = to;
  }
  return line;
};

const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 });

/**
 * A file's text, chunk by chunk, with every line break as `\n` and without a byte-order mark; its size and SHA-256 once it has been read.
 * U+FFFD that the file itself holds is text like any other: only bytes that are no UTF-8 are refused.
 */
export const fileText = (source: AsyncIterable<Uint8Array>, limitBytes: number) => {
  const hash = createHash('sha256');
  const seen = { bytes: 0, digest: '' };
  async function* text(): AsyncGenerator<string> {
    let kept = Buffer.alloc(0);
    let line = 1;
    let heldReturn = false;
    let isFirst = true;
    const decode = (bytes: Buffer): string => {
      if (!isUtf8(bytes)) refuse('FileIsNotUtf8', line + firstBadLine(bytes), 'The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.');
      line += lineBreaks(bytes);
      let decoded = bytes.toString('utf8');
      if (decoded.includes('\0')) {
        refuse('FileIsNotUtf8', null, 'The file holds zero bytes: it is UTF-16 or no text at all. Save it as "CSV UTF-8" and try again.');
      }
      if (isFirst && decoded !== '') {
        isFirst = false;
        if (decoded.startsWith('\uFEFF')) decoded = decoded.slice(1);
      }
      if (heldReturn) decoded = `\r${decoded}`;
      heldReturn = decoded.endsWith('\r'); // its line feed may be the first character of the next chunk
      if (heldReturn) decoded = decoded.slice(0, -1);
      return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
    };
    for await (const chunk of source) {
      seen.bytes += chunk.byteLength;
      if (seen.bytes > limitBytes) refuse('FileIsTooLarge', null, `The file is larger than ${megabytes(limitBytes)} MB.`);
      hash.update(chunk);
      const bytes = kept.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([kept, chunk]);
      const whole = bytes.length - unfinished(bytes);
      kept = Buffer.from(bytes.subarray(whole));
      yield decode(bytes.subarray(0, whole));
    }
    if (kept.length > 0) refuse('FileIsNotUtf8', line, 'The file breaks off inside a character, or is not UTF-8 text.');
    if (heldReturn) yield '\n';
    seen.digest = hash.digest('hex');
  }
  return { text: text(), seen };
};
