import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Person } from './api.js';

export interface TimelineEntry { readonly position: string; readonly kind: string }

/** What a subscription has brought so far. */
export interface Following {
  readonly entries: readonly TimelineEntry[];
  /** Errors, or how the socket was closed. */
  readonly troubles: readonly unknown[];
  stop(): Promise<void>;
}

const FOLLOW = 'subscription Follow($id: ID!, $from: Position) { commitmentTimeline(commitmentId: $id, from: $from) { position kind } }';

/** Follows a commitment over a WebSocket, as a browser would. */
export const followCommitment = async (origin: string, person: Pick<Person, 'token'>, id: string, from?: string): Promise<Following> => {
  const entries: TimelineEntry[] = [];
  const troubles: unknown[] = [];
  const token = await person.token();
  const client: Client = createClient({
    url: `${origin.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: `Bearer ${token}` },
    onNonLazyError: (trouble) => troubles.push(trouble),
  });
  client.subscribe<{ commitmentTimeline: TimelineEntry }>({ query: FOLLOW, variables: { id, from: from ?? null } }, {
    next: ({ data, errors }) => {
      if (data) entries.push(data.commitmentTimeline);
      if (errors) troubles.push(...errors);
    },
    error: (trouble) => troubles.push(trouble),
    complete: () => {},
  });
  return { entries, troubles, stop: async () => { await client.dispose(); } };
};
