import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { OpenDoor } from '../open-door.js';
import { renderPage } from './page.js';

interface Rendered { readonly body: Buffer; readonly etag: string }

const compress = promisify(gzip);

/** GraphiQL for a browser at the address of the API, outside production. Works without a network. */
@Injectable()
export class GraphiqlPage {
  private rendered: Promise<Rendered> | undefined;

  constructor(private readonly door: OpenDoor) {}

  isFor({ method, headers }: IncomingMessage): boolean {
    return !this.door.options.production && method === 'GET' && Boolean(headers.accept?.includes('text/html'));
  }

  async send(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { body, etag } = await (this.rendered ??= this.render());
    res.setHeader('etag', etag);
    res.setHeader('cache-control', 'no-cache');
    if (req.headers['if-none-match'] === etag) {
      res.writeHead(304).end();
      return;
    }
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'content-length': body.length }).end(body);
  }

  private async render(): Promise<Rendered> {
    const { path, options } = this.door;
    const body = await compress(await renderPage({ endpoint: path, examples: options.examples ?? [], signIn: options.signIn ?? null }));
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  }
}
