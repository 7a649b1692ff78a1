// The package ships no types. These are the few names that the development sign-in uses.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Client { readonly clientId: string }
  export interface Context { readonly oidc: { readonly client?: Client; readonly session?: { readonly accountId?: string } } }
  export interface Grant { addOIDCScope(scope: string): void; addResourceScope(resource: string, scope: string): void; save(): Promise<string> }
  export interface AccessToken { resourceServer: unknown; extra: Record<string, unknown>; save(): Promise<string>; readonly expiration: number }
  export interface Interaction { readonly uid: string; readonly prompt: { readonly name: string }; readonly params: Readonly<Record<string, unknown>> }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (of: { accountId: string; clientId: string }) => Grant;
    readonly Client: { find(id: string): Promise<Client | undefined> };
    readonly AccessToken: new (of: { accountId: string; client: Client; gty: string }) => AccessToken;
    readonly ResourceServer: new (identifier: string, info: object) => unknown;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
  export const errors: { readonly InvalidTarget: new () => Error };
}
