import { developmentToken } from '@vouchsafe/access';

export interface ApiError { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string; readonly correlationId: string } }
export interface Answer<Data> { readonly status: number; readonly text: string; readonly data: Data | null; readonly errors: readonly ApiError[] }

type Variables = Readonly<Record<string, unknown>>;

/** Sends one operation and answers whatever came back. @throws TypeError where nothing answers */
export const ask = async <Data>(origin: string, query: string, variables: Variables = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Data>> => {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as { data?: Data | null; errors?: ApiError[] };
  return { status: response.status, text, data, errors };
};

/** Somebody who is signed in with the development sign-in. */
export interface Person {
  readonly email: string;
  token(): Promise<string>;
  /** The whole answer, errors included. */
  tries<Data = Record<string, never>>(query: string, variables?: Variables): Promise<Answer<Data>>;
  /** The data of an answer without errors. @throws Error that shows them */
  asks<Data>(query: string, variables?: Variables): Promise<Data>;
  /** A mutation of one field `name(input: …)`: its result, whichever member of the union it is.
   * @param fields what to select of members other than refusals, as inline fragments */
  does(name: string, input: Variables, fields?: string): Promise<Result>;
}

export type Result = { readonly __typename: string; readonly message?: string; readonly position?: string } & Readonly<Record<string, unknown>>;

const capitalized = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}`;

/** The document for a mutation: typename, a refusal's sentence, and what is asked of the success. */
export const mutation = (name: string, fields = ''): string =>
  `mutation Does($input: ${capitalized(name)}Input!) { ${name}(input: $input) { __typename ... on Refusal { message } ${fields} } }`;

const TOKEN_SERVES_MS = 240_000; // it lives for ten minutes, and a suite on a loaded machine may take some of them

export const signedIn = (origin: string, email: string): Person => {
  let known: { at: number; token: Promise<string> } | undefined;
  const token = (): Promise<string> => {
    if (!known || Date.now() > known.at + TOKEN_SERVES_MS) known = { at: Date.now(), token: developmentToken(origin, email).then((answer) => answer.token) };
    return known.token;
  };
  const tries = async <Data>(query: string, variables: Variables = {}): Promise<Answer<Data>> => ask<Data>(origin, query, variables, { authorization: `Bearer ${await token()}` });
  const asks = async <Data>(query: string, variables: Variables = {}): Promise<Data> => {
    const { data, errors, text } = await tries<Data>(query, variables);
    if (errors.length > 0 || data === null) throw new Error(`${email} was answered ${text} to ${query}`);
    return data;
  };
  return {
    email, token, tries, asks,
    does: async (name, input, fields) => (await asks<Record<string, Result>>(mutation(name, fields), { input }))[name]!,
  };
};

let keys = 0;

/** A request key that no other request of this run has. */
export const newKey = (): string => `journey-${process.pid}-${Date.now()}-${(keys += 1)}`;
