import { WrongEnvironment } from '@vouchsafe/telemetry';
import { z } from 'zod';

/** How people and systems outside are reached. */
export interface NotificationSettings {
  /** A mail server's address; null writes mails into the outbox of the home folder. It may hold a password. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where people find the product: the beginning of every link, without a slash at its end. */
  readonly publicUrl: string;
  /** Whether webhooks may go to this machine, by plain http: for development only. */
  readonly allowLoopback: boolean;
  readonly remindDaysBefore: number;
  readonly attributionGraceDays: number;
}

const urlOf = (...protocols: readonly string[]) => z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '');
const days = z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.number().min(1).max(365));

const variables = {
  SMTP_URL: { schema: urlOf('smtp:', 'smtps:').optional(), allowed: 'empty, or of the form smtps://user:password@host:465' },
  MAIL_FROM: { schema: z.string().min(3).max(200).regex(/^[^\r\n]+@[^\r\n]+$/).optional(), allowed: 'an address, such as Vouchsafe <no-reply@example.com>' },
  PUBLIC_URL: { schema: urlOf('https:', 'http:').optional(), allowed: 'empty, or the address at which people find the product' },
  WEBHOOK_LOOPBACK: { schema: z.enum(['refuse', 'allow']).default('refuse'), allowed: 'refuse or allow' },
  REMIND_DAYS_BEFORE: { schema: days.default(7), allowed: 'a whole number of days from 1 to 365' },
  ATTRIBUTION_GRACE_DAYS: { schema: days.default(14), allowed: 'a whole number of days from 1 to 365' },
} as const;

type Variables = Readonly<Record<string, string | undefined>>;
/** A secret has no place on a screen. */
const shown = (text: string): string => JSON.stringify(text.replace(/(:\/\/[^:@/]*):.*@/, '$1:…@'));

const read = <Name extends keyof typeof variables>(env: Variables, name: Name): z.output<(typeof variables)[Name]['schema']> => {
  const { schema, allowed } = variables[name];
  const text = env[name]?.trim() || undefined;
  const result = schema.safeParse(text);
  if (!result.success) throw new WrongEnvironment(`${name} is ${text ? shown(text) : 'empty'}, but it must be ${allowed}.`);
  return result.data as z.output<(typeof variables)[Name]['schema']>;
};

/** Whether webhooks may go to this machine. @throws WrongEnvironment */
export const readLoopbackRule = (env: Variables): boolean => {
  const isAllowed = read(env, 'WEBHOOK_LOOPBACK') === 'allow';
  if (isAllowed && env['NODE_ENV'] === 'production') throw new WrongEnvironment('WEBHOOK_LOOPBACK is "allow", but it must be refuse where NODE_ENV is production: a webhook could reach what listens on this machine.');
  return isAllowed;
};

/** @throws WrongEnvironment at the first value that will not do */
export const readNotificationSettings = (env: Variables, { port }: { port: number }): NotificationSettings => {
  const [smtpUrl, mailFrom] = [read(env, 'SMTP_URL') ?? null, read(env, 'MAIL_FROM')];
  if (smtpUrl !== null && mailFrom === undefined) throw new WrongEnvironment(`MAIL_FROM is empty, but it must be ${variables.MAIL_FROM.allowed}, because SMTP_URL is set.`);
  return {
    smtpUrl,
    allowLoopback: readLoopbackRule(env),
    mailFrom: mailFrom ?? 'Vouchsafe <no-reply@vouchsafe.example>',
    publicUrl: (read(env, 'PUBLIC_URL') ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ''),
    remindDaysBefore: read(env, 'REMIND_DAYS_BEFORE'),
    attributionGraceDays: read(env, 'ATTRIBUTION_GRACE_DAYS'),
  };
};
