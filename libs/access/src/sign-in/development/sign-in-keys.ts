import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { UnusableSetting } from '../registered-issuer.js';

const schema = z.object({
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string(), alg: z.literal('ES256'), d: z.string() })).min(1) }),
  cookies: z.array(z.string().min(32)).min(1),
});

export interface SignInKeys { readonly jwks: { readonly keys: readonly JWK[] }; readonly cookies: readonly string[] }

/** The keys of this home's development sign-in, made at the first start and kept, so that a restart signs nobody out.
 * Readable by the owner alone.
 * @throws UnusableSetting if the file is there and is not what was written */
export const signInKeysOf = async (home: string): Promise<SignInKeys> => {
  const file = join(home, 'development-sign-in.json');
  await mkdir(home, { recursive: true });
  const text = await readFile(file, 'utf8').catch(() => undefined) ?? await makeKeys(file);
  await chmod(file, 0o600);
  const read = schema.safeParse(parsed(text));
  if (!read.success) throw new UnusableSetting(`${file} does not hold the keys of the development sign-in: remove it, and new ones are made at the next start.`);
  return read.data as SignInKeys;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const makeKeys = async (file: string): Promise<string> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' };
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify({ jwks: { keys: [key] }, cookies: [randomBytes(32).toString('base64url')] }), { mode: 0o600, flag: 'wx' });
  // A link is made whole or not at all, and never over another's: of two first starts at once, one keeps its keys and both read them.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error; });
  await rm(draft);
  return readFile(file, 'utf8');
};
