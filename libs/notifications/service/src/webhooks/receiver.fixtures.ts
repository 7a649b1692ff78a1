import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received { readonly headers: Record<string, string>; readonly body: string; readonly path: string; readonly response: ServerResponse }

/** Another system, on this machine. */
export const receiver = async (answer: (received: Received) => void | Promise<void> = ({ response }) => void response.end()) => {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    response.on('error', () => {});
    request.setEncoding('utf8').on('data', (chunk: string) => { body += chunk; }).on('end', () => {
      const one = { headers: request.headers as Record<string, string>, body, path: request.url ?? '', response };
      received.push(one);
      void answer(one);
    });
  }).on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port, received, url: `http://127.0.0.1:${port}/hook`,
    /** Connections that are open. */
    connections: () => sockets.size,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
export type Receiver = Awaited<ReturnType<typeof receiver>>;

export const until = async (holds: () => Promise<boolean> | boolean) => {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error('It never came about.');
};
