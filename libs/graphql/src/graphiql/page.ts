import { readFileSync } from 'node:fs';

/** An operation that GraphiQL offers to try. */
export interface ExampleOperation {
  readonly title: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly known?: KnownIds;
}

/** Ids of an example that the chosen person's own data tell. What they do not tell stays as it is. */
export interface KnownIds {
  /** A query without variables. */
  readonly document: string;
  /** Where in the variables, and where that is in the answer's data. A step `?node.status=ACTIVE` goes to the first entry of a list whose node is active.
   * @example { 'input.commitmentId': 'sponsorship/commitments/edges/?node.status=ACTIVE/node/commitmentId' } */
  readonly into: Readonly<Record<string, string>>;
}

/** Where the page signs persons in, outside production only. */
export interface SignInPage {
  /** Answers GET with `[{ email, name, organization, roles }]`: whom one may be; `organization` is `{ handle, name }`. */
  readonly persons: string;
  /** Answers POST of `{ email, organization }`, the organization's handle, with `{ token, expiresAt }`. */
  readonly token: string;
}

export interface PageSettings {
  readonly endpoint: string;
  readonly examples: readonly ExampleOperation[];
  readonly signIn: SignInPage | null;
}

const START = 'YogaGraphiQL.renderYogaGraphiQL(';

/** JSON that may stand inside a script element. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** One page that needs nothing else: the bundle of the package, started by our own script instead of its own, with our bar above it.
 * @throws Error if the package starts its bundle in another way than the one we replace */
export const renderPage = async (settings: PageSettings): Promise<string> => {
  // Nine megabytes of script: loaded when someone looks at the page, not when the server starts.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({ title: 'Vouchsafe' });
  const start = page.lastIndexOf(START);
  if (start < 0) throw new Error('The GraphiQL package no longer starts as this page expects.');
  const bar = readFileSync(new URL('./bar.html', import.meta.url), 'utf8');
  const script = readFileSync(new URL('./start.html', import.meta.url), 'utf8').replace('"__SETTINGS__"', () => inScript(settings));
  return `${page.slice(0, start)}</script>\n${script}</body></html>`.replace('<div id="root"></div>', () => `${bar}<div id="root"></div>`);
};
