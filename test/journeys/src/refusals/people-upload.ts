import { request } from 'node:http';
import { once } from 'node:events';
import type { Person } from '@vouchsafe/test-support';

/** What `POST /people-files` answers. */
export interface UploadAnswer {
  readonly status: number;
  readonly body: {
    readonly state?: string; readonly rows?: number; readonly refusals?: readonly { readonly name: string; readonly message: string }[];
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly correlationId: string } }[];
  };
}

type Bytes = Iterable<Uint8Array | string>;

/** Sends a file piece by piece, so that a large one is nowhere as a whole. */
export const upload = async (
  origin: string, { token }: Pick<Person, 'token'>, file: Bytes, { query = {}, headers = {}, cutOff = false }: { query?: Record<string, string>; headers?: Record<string, string>; cutOff?: boolean } = {},
): Promise<UploadAnswer | 'cut off'> => {
  const search = new URLSearchParams({ asOf: '2026-01-31', profile: 'hr', fileName: 'people.csv', confirm: 'true', ...query });
  const sending = request(new URL(`/people-files?${search.toString()}`, origin), {
    method: 'POST', headers: { authorization: `Bearer ${await token()}`, 'content-type': 'text/csv', ...headers },
  });
  const answered = new Promise<UploadAnswer>((done, failed) => {
    sending.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => { text += part; });
      response.once('end', () => done({ status: response.statusCode ?? 0, body: JSON.parse(text) as UploadAnswer['body'] })).once('error', failed);
    });
    sending.once('error', failed);
  });
  let isAnswered = false;
  const settled = answered.then(() => undefined, () => undefined).then(() => { isAnswered = true; });
  for (const piece of file) {
    if (isAnswered || sending.destroyed) break;
    if (!sending.write(piece)) await Promise.race([once(sending, 'drain').catch(() => undefined), settled]);
  }
  if (cutOff) {
    sending.destroy();
    return answered.catch(() => 'cut off' as const);
  }
  sending.end();
  return answered;
};
