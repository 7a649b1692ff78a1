import { Agent, request } from 'node:http';

export interface Sent {
  /** Whether the whole request has left this process. */
  hasLeft(): boolean;
  /** Its status and body; or null where the connection ended without an answer, or none was to be had. */
  readonly answer: Promise<{ readonly status: number; readonly body: string } | null>;
}

/** A client that keeps its connections, as browsers and load balancers do, and knows of each request whether it was sent. */
export const keptConnections = (origin: string, atOnce: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  return {
    post: (body: unknown, headers: Readonly<Record<string, string>>): Sent => {
      let left = false;
      const answer = new Promise<{ status: number; body: string } | null>((resolve) => {
        const sent = request(`${origin}/graphql`, { agent, method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => resolve({ status: response.statusCode!, body: text })).on('error', () => resolve(null));
        });
        sent.on('error', () => resolve(null));
        const text = JSON.stringify(body);
        sent.end(text, () => { left = sent.socket?.connecting === false; });
      });
      return { hasLeft: () => left, answer };
    },
    close: () => agent.destroy(),
  };
};
