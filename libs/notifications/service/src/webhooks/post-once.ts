import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { AddressNotAllowed, pinAddress, pinned, systemResolve, type Resolve } from './pin-address.js';

export interface PostLimits {
  /** Milliseconds for all of it: name, connection, request, answer. */
  readonly deadline: number;
  /** Bytes of the answer that are read at most. */
  readonly answer: number;
}

export interface Egress {
  readonly resolve: Resolve;
  /** Whether this machine may be reached, and by plain http. */
  readonly allowLoopback: boolean;
  readonly limits: PostLimits;
}

export const egress = ({ allowLoopback }: { allowLoopback: boolean }): Egress => ({ resolve: systemResolve, allowLoopback, limits: { deadline: 10_000, answer: 64 * 1024 } });

const LARGEST_HEADERS = 16 * 1024;

const within = <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> => new Promise((resolve, reject) => {
  if (signal.aborted) reject(signal.reason as Error);
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  work.then(resolve, reject);
});

/** Sends one request and follows nothing: the answer is its status, and of its body no more is read than is polite. The deadline holds for the whole, so
 * that neither a receiver that hangs nor one that drips a byte at a time keeps anything but its own turn.
 * @returns the status
 * @throws AddressNotAllowed; TimeoutError; what the socket says */
export const postOnce = async (
  { resolve, allowLoopback, limits }: Egress, address: string, headers: Readonly<Record<string, string>>, body: string, asked: AbortSignal,
): Promise<number> => {
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:')) throw new AddressNotAllowed();
  const signal = AbortSignal.any([asked, AbortSignal.timeout(limits.deadline)]);
  const pin = await within(signal, pinAddress(url, resolve, { allowLoopback }));
  return new Promise<number>((answer, fail) => {
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: false, lookup: pinned(pin), maxHeaderSize: LARGEST_HEADERS, signal,
    });
    // Once it has answered, what becomes of the rest changes nothing.
    let answered: number | undefined;
    const end = (error?: Error): void => {
      if (answered !== undefined) answer(answered);
      else fail(signal.aborted ? signal.reason as Error : error ?? new Error('it ended without an answer'));
      request.destroy();
    };
    request.on('error', end).on('close', () => end());
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      end(new Error('it answered by another protocol'));
    });
    request.on('response', (response) => {
      answered = response.statusCode;
      let read = 0;
      response.on('data', (chunk: Buffer) => { if ((read += chunk.length) > limits.answer) end(); }).on('end', () => end()).on('error', end);
    });
    request.end(body);
  });
};
