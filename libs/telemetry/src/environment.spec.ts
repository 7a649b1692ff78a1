import { resolve } from 'node:path';
import { readEnvironment, WrongEnvironment } from './index.js';

it('has a default for everything', () =>
  expect(readEnvironment({})).toEqual({
    port: 4000, adminPort: 4001, adminHost: '127.0.0.1', production: false, home: resolve('.local'), databaseUrl: undefined, kafkaBrokers: [], tracesTo: undefined, oidc: undefined, sample: true, logLevel: 'info',
  }));

it('takes an empty variable for one that is not set', () =>
  expect(readEnvironment({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' })).toEqual(readEnvironment({})));

it('reads what is set', () =>
  expect(readEnvironment({
    PORT: '8080', ADMIN_PORT: '8081', VOUCHSAFE_HOME: '/srv/vouchsafe', DATABASE_URL: 'postgres://u:p@db:5432/vouchsafe', VOUCHSAFE_SAMPLE: 'off',
    KAFKA_BROKERS: 'kafka-1:9092, 10.0.0.7:9092,[::1]:9093', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    LOG_LEVEL: 'debug', ADMIN_HOST: '0.0.0.0', NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example.org', OIDC_AUDIENCE: 'vouchsafe',
  })).toEqual({
    port: 8080, adminPort: 8081, adminHost: '0.0.0.0', production: true, home: '/srv/vouchsafe', databaseUrl: 'postgres://u:p@db:5432/vouchsafe', sample: false,
    kafkaBrokers: ['kafka-1:9092', '10.0.0.7:9092', '[::1]:9093'], tracesTo: 'http://collector:4318',
    logLevel: 'debug', oidc: { issuer: 'https://id.example.org', audience: 'vouchsafe' },
  }));

it.each([
  [{ PORT: 'http' }, 'PORT is "http", but it must be a whole number from 1 to 65535.'],
  [{ PORT: '0' }, 'PORT is "0", but it must be a whole number from 1 to 65535.'],
  [{ PORT: '4000.5' }, 'PORT is "4000.5", but it must be a whole number from 1 to 65535.'],
  [{ ADMIN_PORT: '65536' }, 'ADMIN_PORT is "65536", but it must be a whole number from 1 to 65535.'],
  [{ ADMIN_PORT: '4000' }, 'ADMIN_PORT is "4000", but it must be another port than PORT, which is 4000 too.'],
  [{ ADMIN_HOST: 'localhost' }, 'ADMIN_HOST is "localhost", but it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.'],
  [{ VOUCHSAFE_SAMPLE: 'yes' }, 'VOUCHSAFE_SAMPLE is "yes", but it must be on or off.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud", but it must be one of trace, debug, info, warn, error, fatal, silent.'],
  [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL is "localhost", but it must be empty, or of the form postgres://user:password@host:5432/database.'],
  [{ DATABASE_URL: 'mysql://a@b/c' }, 'DATABASE_URL is "mysql://a@b/c", but it must be empty, or of the form postgres://user:password@host:5432/database.'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318", but it must be empty, or the http address of an OpenTelemetry collector.'],
  [{ OIDC_ISSUER: 'id.example.org' }, 'OIDC_ISSUER is "id.example.org", but it must be empty, or the https address of an OpenID issuer.'],
  [{ OIDC_ISSUER: 'https://id.example.org' },
    'OIDC_AUDIENCE is empty, but it must be the audience that the issuer writes into its tokens, because OIDC_ISSUER is set.'],
])('refuses %j in one sentence', (env, sentence) => {
  expect(() => readEnvironment(env)).toThrow(new WrongEnvironment(sentence));
});

it.each(['kafka-1', 'kafka-1:9092,', 'kafka-1:0', 'kafka-1:65536', 'kafka://kafka-1:9092', 'kafka 1:9092'])('refuses the brokers %s in one sentence', (brokers) =>
  expect(() => readEnvironment({ KAFKA_BROKERS: brokers }))
    .toThrow(new WrongEnvironment(`KAFKA_BROKERS is "${brokers}", but it must be empty, or the brokers as host:port, separated by commas.`)));

it('does not start with the development sign-in in production', () =>
  expect(() => readEnvironment({ NODE_ENV: 'production' })).toThrow(/^OIDC_ISSUER is empty, but it must be the https address/));

it('does not show a password', () => {
  const reading = () => readEnvironment({ DATABASE_URL: 'postgres://amara:hush@db' });
  expect(reading).toThrow('"postgres://amara:…@db"');
  expect(reading).not.toThrow(/hush/);
});
