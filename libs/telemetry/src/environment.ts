import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the variables of the environment say, checked. */
export interface Environment {
  readonly port: number;
  readonly adminPort: number;
  /** The address that the admin port is bound to: the loopback unless said otherwise. */
  readonly adminHost: string;
  /** Where everything is kept: an absolute path. */
  readonly home: string;
  /** Undefined: the embedded PostgreSQL in `home`. */
  readonly databaseUrl: string | undefined;
  /** Each host:port. None: the log is read directly. */
  readonly kafkaBrokers: readonly string[];
  /** Where traces are sent to. Undefined: none are made. */
  readonly tracesTo: string | undefined;
  /** Undefined: the development sign-in. */
  readonly oidc: { readonly issuer: string; readonly audience: string } | undefined;
  /** Whether an empty installation is filled with the sample organizations. */
  readonly sample: boolean;
  readonly logLevel: LogLevel;
  readonly production: boolean;
}

/** A variable has a value that will not do. The message is one sentence: variable, value, what is allowed. */
export class WrongEnvironment extends Error {
  override readonly name = 'WrongEnvironment';
}

const port = z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().min(1).max(65_535));
const url = (protocols: readonly string[], isComplete: (url: URL) => boolean = () => true) => z.string().refine((text) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '' && isComplete(new URL(text)));

const broker = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]):([1-9]\d{0,4})$/;
const brokers = z.string().transform((text) => text.split(',').map((one) => one.trim()))
  .refine((all) => all.every((one) => Number(broker.exec(one)?.[1] ?? Infinity) <= 65_535));

const variables = {
  PORT: { schema: port.default(4000), allowed: 'a whole number from 1 to 65535' },
  ADMIN_PORT: { schema: port.default(4001), allowed: 'a whole number from 1 to 65535' },
  ADMIN_HOST: { schema: z.string().refine((text) => isIP(text) > 0).default('127.0.0.1'), allowed: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0' },
  VOUCHSAFE_HOME: { schema: z.string().refine((path) => !path.includes('\0')).default('.local'), allowed: 'the path of a folder' },
  DATABASE_URL: {
    schema: url(['postgres:', 'postgresql:'], ({ pathname }) => pathname.length > 1).optional(),
    allowed: 'empty, or of the form postgres://user:password@host:5432/database',
  },
  KAFKA_BROKERS: { schema: brokers.optional(), allowed: 'empty, or the brokers as host:port, separated by commas' },
  OTEL_EXPORTER_OTLP_ENDPOINT: { schema: url(['https:', 'http:']).optional(), allowed: 'empty, or the http address of an OpenTelemetry collector' },
  OIDC_ISSUER: { schema: url(['https:', 'http:']).optional(), allowed: 'empty, or the https address of an OpenID issuer' },
  OIDC_AUDIENCE: { schema: z.string().optional(), allowed: 'the audience that the issuer writes into its tokens' },
  VOUCHSAFE_SAMPLE: { schema: z.enum(['on', 'off']).default('on'), allowed: 'on or off' },
  LOG_LEVEL: { schema: z.enum(logLevels).optional(), allowed: `one of ${logLevels.join(', ')}` },
} as const;

type Name = keyof typeof variables;
type Value<N extends Name> = z.output<(typeof variables)[N]['schema']>;
type Variables = Readonly<Record<string, string | undefined>>;

/** A secret has no place on a screen. */
const shown = (text: string): string => JSON.stringify(text.replace(/(:\/\/[^:@/]*):.*@/, '$1:…@'));

const refuse = (name: string, text: string | undefined, allowed: string): never => {
  throw new WrongEnvironment(`${name} is ${text ? shown(text) : 'empty'}, but it must be ${allowed}.`);
};

const read = <N extends Name>(env: Variables, name: N): Value<N> => {
  const { schema, allowed } = variables[name];
  const text = env[name]?.trim() || undefined; // an empty variable is one that was not set
  const result = schema.safeParse(text);
  return result.success ? result.data as Value<N> : refuse(name, text, allowed);
};

/** The folder of the checkout: relative paths count from there, wherever a command was typed. */
const checkout = (): string => {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    const description = join(folder, 'package.json');
    if (existsSync(description) && (JSON.parse(readFileSync(description, 'utf8')) as { name?: string }).name === 'vouchsafe') return folder;
  }
  return process.cwd();
};

/** How much is logged; in a test run, only what went wrong.
 * @throws WrongEnvironment */
export const readLogLevel = (env: Variables): LogLevel => read(env, 'LOG_LEVEL') ?? (env['NODE_ENV'] === 'test' ? 'warn' : 'info');

/** Reads the variables that every process knows, once, at its start.
 * @throws WrongEnvironment at the first value that will not do */
export const readEnvironment = (env: Variables): Environment => {
  const publicPort = read(env, 'PORT');
  const adminPort = read(env, 'ADMIN_PORT');
  if (adminPort === publicPort) refuse('ADMIN_PORT', String(adminPort), `another port than PORT, which is ${publicPort} too`);

  const production = env['NODE_ENV'] === 'production';
  const issuer = read(env, 'OIDC_ISSUER');
  const audience = read(env, 'OIDC_AUDIENCE');
  if (production && !issuer) refuse('OIDC_ISSUER', issuer, 'the https address of an OpenID issuer where NODE_ENV is production: the development sign-in is not for production');
  if (issuer && !audience) refuse('OIDC_AUDIENCE', audience, `${variables.OIDC_AUDIENCE.allowed}, because OIDC_ISSUER is set`);

  return {
    port: publicPort, adminPort, production,
    adminHost: read(env, 'ADMIN_HOST'),
    home: resolve(checkout(), read(env, 'VOUCHSAFE_HOME')),
    databaseUrl: read(env, 'DATABASE_URL'),
    kafkaBrokers: read(env, 'KAFKA_BROKERS') ?? [],
    tracesTo: read(env, 'OTEL_EXPORTER_OTLP_ENDPOINT'),
    oidc: issuer && audience ? { issuer, audience } : undefined,
    sample: read(env, 'VOUCHSAFE_SAMPLE') === 'on',
    logLevel: readLogLevel(env),
  };
};
