import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';

const PATH = '/development/outbox';
const MOST = 200;

interface Written { readonly at: Date; readonly to: string; readonly subject: string; readonly text: string }

const style = `:root { color-scheme: light dark } body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif }
article { border: 1px solid; border-radius: .5rem; padding: .8rem 1rem; margin: 0 0 1rem } h2 { font-size: 1.05rem; margin: 0 } p { margin: .2rem 0 .6rem } pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }`;
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const fromQuotedPrintable = (text: string): string => Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');

/** Enough of RFC 5322 for the mails that we write ourselves. */
const readMail = (eml: string, at: Date): Written => {
  const [head = '', ...rest] = eml.split(/\r?\n\r?\n/);
  const header = (name: string): string => new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'mi').exec(head)?.[1]?.replace(/\r?\n[ \t]+/g, ' ') ?? '';
  const body = rest.join('\n\n');
  return { at, to: header('To'), subject: header('Subject'), text: /quoted-printable/i.test(header('Content-Transfer-Encoding')) ? fromQuotedPrintable(body) : body };
};

const readOutbox = async (folder: string): Promise<Written[]> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(names.map(async (name) => readMail(await readFile(join(folder, name), 'utf8'), (await stat(join(folder, name))).mtime)));
  return mails.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST);
};

const shown = ({ at, to, subject, text }: Written): string =>
  `<article><h2>${escaped(subject)}</h2><p>to ${escaped(to)}, <time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></p><pre>${escaped(text.trim())}</pre></article>`;

const page = (mails: readonly Written[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Outbox · Vouchsafe</title><style>${style}</style></head>
<body><main><h1>Outbox</h1><p>No mail server is named, so mails are written here and sent to nobody.</p>${mails.length > 0 ? mails.map(shown).join('\n') : '<p>None has been written yet.</p>'}</main></body></html>`;

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** A page with the mails that were written in place of being sent. For development, on this machine: whoever may open it reads everybody's.
 * @param folder the outbox */
export const outboxPage = (folder: string): RequestHandler => (request: Request, response: Response, next) => {
  if (request.path !== PATH) return next();
  // A page from elsewhere whose name was turned to this machine would be let in by its address, but not by its name.
  if (request.method !== 'GET' || !LOOPBACK.test(request.headers.host ?? '')) return void response.status(404).end();
  readOutbox(folder).then((mails) => response.set({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).type('html').send(page(mails)), next);
};
