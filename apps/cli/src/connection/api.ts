import { developmentToken, DevelopmentTokenRefused } from '@vouchsafe/access';
import { readEnvironment } from '@vouchsafe/telemetry';
import { Refusal } from '../console/outcome.js';

/** Where the API answers. */
export const apiUrl = (): string => process.env['VOUCHSAFE_URL'] ?? `http://127.0.0.1:${readEnvironment(process.env).port}`;

interface Person { email: string; organization: { handle: string }; roles: readonly string[] }

/** Who operates an organization that was registered from the command line without naming anybody: an address that reaches nobody. */
export const developmentOperator = (handle: string): string => `operator@${handle}.example`;

/** A token to act with: `VOUCHSAFE_TOKEN`, or, against a development start, that of somebody of the organization who has the role.
 * @throws Refusal where neither is to be had */
export const tokenFor = async (organization: string, role: 'OPERATOR' | 'PROGRAM_LEAD' = 'OPERATOR'): Promise<string> => {
  const given = process.env['VOUCHSAFE_TOKEN'];
  if (given) return given;
  const persons = await answered<Person[]>(fetch(new URL('/oidc/development/persons', apiUrl())));
  const person = persons.find(({ organization: { handle }, roles }) => handle === organization && roles.includes(role));
  const nobody = new Refusal('NobodyToActAs', `No ${role === 'OPERATOR' ? 'operator' : 'programme lead'} of "${organization}" is known to the development sign-in. Set VOUCHSAFE_TOKEN to the token of somebody who may do this.`);
  const email = person?.email ?? (role === 'OPERATOR' ? developmentOperator(organization) : undefined);
  if (email === undefined) throw nobody;
  const asked = await developmentToken(apiUrl(), email).catch((error: Error) => { throw error instanceof DevelopmentTokenRefused ? nobody : error; });
  return asked.token;
};

/** The JSON of an answer. @throws Refusal if nothing answers, or the answer is an error of the API */
export const answered = async <Body>(asking: Promise<Response>): Promise<Body> => {
  const response = await asking.catch((error: Error) => {
    throw new Refusal('NothingAnswers', `Nothing answers at ${apiUrl()}: ${error.cause instanceof Error ? error.cause.message : error.message}. Start it with "npm start", or set VOUCHSAFE_URL.`);
  });
  const body = (await response.json().catch(() => ({}))) as Body & { errors?: { message: string; extensions?: { code?: string } }[]; message?: string };
  const [error] = body.errors ?? [];
  if (error) throw new Refusal(error.extensions?.code ?? 'Refused', error.message);
  if (!response.ok) throw new Refusal(`HTTP ${response.status}`, body.message ?? response.statusText);
  return body;
};
