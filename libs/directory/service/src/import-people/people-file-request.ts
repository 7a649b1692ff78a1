import { randomUUID } from 'node:crypto';
import { isIsoDate } from '@vouchsafe/event-schema';
import { badUserInput } from '@vouchsafe/graphql';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).default('false').transform((text) => text === 'true');

const query = z.object({
  asOf: z.string().refine(isIsoDate, 'is a calendar day, such as 2026-03-31'),
  profile: z.string().min(1).max(100).default('organogram'),
  fileName: z.string().max(1_000).default('people.csv'),
  confirm: flag,
  strict: flag,
  acceptLeaversReason: z.string().trim().min(1).max(500).optional(),
  requestKey: z.string().min(1).max(200).default(() => randomUUID()),
  keyMapBytes: z.coerce.number().int().min(0).max(5_000_000).default(0),
}).strict();
export type PeopleFileRequest = z.output<typeof query>;

/** What the query string of `POST /people-files` asks for. @throws GraphQLError BAD_USER_INPUT */
export const peopleFileRequest = (given: unknown): PeopleFileRequest => {
  const read = query.safeParse(given);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw badUserInput(path.length === 0 ? `The query string: ${message}.` : `The parameter "${String(path[0])}": ${message}.`);
};

const keyMap = z.record(z.string().min(1).max(200), z.string().min(1).max(200));

/** Takes a key map, a JSON object of `bytes` bytes, off the beginning of a body; what follows it is the file.
 * @throws GraphQLError BAD_USER_INPUT */
export const withKeyMap = async (body: AsyncIterable<Uint8Array>, bytes: number): Promise<{ keyMap?: Record<string, string>; file: AsyncIterable<Uint8Array> }> => {
  if (bytes === 0) return { file: body };
  const chunks = body[Symbol.asyncIterator]();
  let begun = Buffer.alloc(0);
  while (begun.length < bytes) {
    const { value, done } = await chunks.next();
    if (done) throw badUserInput('The body ends before the key map does: "keyMapBytes" is too large.');
    begun = Buffer.concat([begun, value as Uint8Array]);
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    if (begun.length > bytes) yield begun.subarray(bytes);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value as Uint8Array;
  }
  try {
    return { keyMap: keyMap.parse(JSON.parse(begun.subarray(0, bytes).toString('utf8'))), file: rest() };
  } catch {
    throw badUserInput('The key map is a JSON object of old keys and new: {"101": "201"}.');
  }
};
