import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { METRICS_TYPE, metricsText } from '../metrics/metrics.js';
import type { Health } from './health.js';

const LOOPBACK = '127.0.0.1';
const JSON_TYPE = 'application/json; charset=utf-8';

export interface AdminServer {
  /** For example `http://127.0.0.1:4001`. */
  readonly address: string;
  close(): Promise<void>;
}

const send = (response: ServerResponse, status: number, type: string, body: string): void =>
  void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);

const answer = async (path: string | undefined, health: Health, response: ServerResponse): Promise<void> => {
  switch (path) {
    case '/metrics': return send(response, 200, METRICS_TYPE, await metricsText());
    case '/health/live': return send(response, 200, JSON_TYPE, '{"status":"ok"}');
    case '/health':
    case '/health/ready': {
      const report = await health.report();
      return send(response, report.status === 'ok' ? 200 : 503, JSON_TYPE, JSON.stringify(report));
    }
    default: return send(response, 404, JSON_TYPE, '{"message":"Here are /metrics, /health/live and /health/ready, and nothing else."}');
  }
};

/** The operators' port. It says what the public port keeps to itself.
 * @param port 0 for any that is free
 * @param host the address to listen on: this machine's loopback, unless whoever asks for metrics sits in another container
 * @throws Error EADDRINUSE if something else listens there */
export const startAdminServer = async (port: number, health: Health, host = LOOPBACK): Promise<AdminServer> => {
  const server = createServer((request, response) => {
    answer(request.url?.split('?')[0], health, response).catch((error: Error) => send(response, 500, JSON_TYPE, JSON.stringify({ message: error.message })));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
