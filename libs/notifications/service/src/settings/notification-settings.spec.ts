import { WrongEnvironment } from '@vouchsafe/telemetry';
import { readNotificationSettings } from './notification-settings.js';

const at = { port: 4000 };

it('has a default for everything', () =>
  expect(readNotificationSettings({}, at)).toEqual({
    smtpUrl: null, mailFrom: 'Vouchsafe <no-reply@vouchsafe.example>', publicUrl: 'http://127.0.0.1:4000', allowLoopback: false, remindDaysBefore: 7, attributionGraceDays: 14,
  }));

it('reads what is set', () =>
  expect(readNotificationSettings({
    SMTP_URL: 'smtps://u:p@mail.example.com', MAIL_FROM: 'V <v@example.com>', PUBLIC_URL: 'https://vouchsafe.example.com/', WEBHOOK_LOOPBACK: 'allow', REMIND_DAYS_BEFORE: '3', ATTRIBUTION_GRACE_DAYS: '30',
  }, at)).toEqual({
    smtpUrl: 'smtps://u:p@mail.example.com', mailFrom: 'V <v@example.com>', publicUrl: 'https://vouchsafe.example.com', allowLoopback: true, remindDaysBefore: 3, attributionGraceDays: 30,
  }));

it.each([
  [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL is "mail.example.com", but it must be empty, or of the form smtps://user:password@host:465.'],
  [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM is empty, but it must be an address, such as Vouchsafe <no-reply@example.com>, because SMTP_URL is set.'],
  [{ WEBHOOK_LOOPBACK: 'yes' }, 'WEBHOOK_LOOPBACK is "yes", but it must be refuse or allow.'],
  [{ REMIND_DAYS_BEFORE: '0' }, 'REMIND_DAYS_BEFORE is "0", but it must be a whole number of days from 1 to 365.'],
])('refuses %j in one sentence', (env, sentence) => expect(() => readNotificationSettings(env, at)).toThrow(new WrongEnvironment(sentence)));

it('lets no webhook to this machine in production', () =>
  expect(() => readNotificationSettings({ WEBHOOK_LOOPBACK: 'allow', NODE_ENV: 'production' }, at)).toThrow(/^WEBHOOK_LOOPBACK is "allow", but it must be refuse/));

it('does not show a password', () => {
  const reading = () => readNotificationSettings({ SMTP_URL: 'http://amara:hush@mail' }, at);
  expect(reading).toThrow('"http://amara:…@mail"');
  expect(reading).not.toThrow(/hush/);
});
