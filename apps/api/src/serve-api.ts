import type { NestExpressApplication } from '@nestjs/platform-express';
import { Authenticator, DevelopmentPersons, developmentSignIn, type DevelopmentPerson, type RegisteredIssuer } from '@vouchsafe/access';
import type { ExampleOperation, Limits } from '@vouchsafe/graphql';
import { outboxOf, outboxPage } from '@vouchsafe/notifications-service';
import type { Ledger } from '@vouchsafe/projections';
import { Health, logger, NestLogger } from '@vouchsafe/telemetry';
import { ApiModule } from './api.module.js';
import { contexts } from './contexts.js';
import { PlatformModule } from './platform.module.js';
import { PortsModule } from './ports.module.js';
import { SignInModule } from './sign-in.module.js';
import { startApi } from './start-api.js';

export interface ServeApi {
  readonly port: number;
  readonly production: boolean;
  /** The provider that signs people in; 'development' for the one of this checkout, on this machine alone. */
  readonly signIn: RegisteredIssuer | 'development';
  /** Where the development sign-in keeps its keys. */
  readonly home: string;
  /** Whom the development sign-in offers before others. */
  readonly offered?: readonly DevelopmentPerson[];
  /** Of the process, where it has other parts too: those of the API are added. */
  readonly health?: Health;
  /** Of the door, where they differ from its own. */
  readonly limits?: Partial<Limits>;
  /** What GraphiQL offers to try. */
  readonly examples?: readonly ExampleOperation[];
}

const LOOPBACK = '127.0.0.1';
const projections = contexts.flatMap(({ context }) => context.projections);

/** Without a process around it there is nobody else who says that it is up. */
const ofItsOwn = (): Health => {
  const health = new Health();
  health.up();
  return health;
};

/** The provider is mounted before the application that knows the persons is up, and asked only afterwards. */
class PersonsOf extends DevelopmentPersons {
  constructor(private readonly app: () => NestExpressApplication | undefined, private readonly offered: readonly DevelopmentPerson[]) {
    super();
  }

  async list() {
    const others = (await this.app()?.get(DevelopmentPersons, { strict: false }).list()) ?? [];
    const known: DevelopmentPerson[] = [];
    for (const person of this.offered) if (await this.find(person.email)) known.push(person);
    return [...known, ...others.filter(({ email }) => !known.some((person) => person.email === email))];
  }

  override async find(email: string) {
    return this.app()?.get(DevelopmentPersons, { strict: false }).find(email);
  }
}

/** Serves the API on a ledger that is open. Closing the application leaves the ledger open. */
export const serveApi = async (ledger: Ledger, { port, production, signIn, home, health = ofItsOwn(), offered = [], examples = [], limits = {} }: ServeApi): Promise<NestExpressApplication> => {
  const served: { app?: NestExpressApplication } = {};
  const persons = new PersonsOf(() => served.app, offered);
  const development = signIn === 'development'
    ? await developmentSignIn({ origin: `http://${LOOPBACK}:${port}`, home, persons, environment: process.env })
    : undefined;
  const log = logger('api');
  health.add({ part: 'log', check: async () => ({ organizations: (await ledger.database.heads()).length }) });
  health.add({ part: 'read models', check: () => ledger.readModels.assertLive(projections) });
  const module = ApiModule.with({
    contexts,
    imports: [PlatformModule.with(ledger), PortsModule, SignInModule.with([development?.registered ?? (signIn as RegisteredIssuer)])],
    authenticator: Authenticator,
    production,
    cursorSecret: await ledger.database.installationSecret(),
    log: ({ correlationId, code, fault }) => log.error({ correlationId, code, err: fault }, 'a request failed'),
    health,
    examples,
    limits,
    ...(development ? { signIn: { persons: development.personsPath, token: development.tokenPath } } : {}),
  });
  served.app = await startApi(module, {
    port, logger: new NestLogger(), before: development ? [development.router, outboxPage(outboxOf(home))] : [],
    ...(development ? { host: LOOPBACK } : {}), // the development sign-in asks for no password: it answers this machine alone
  });
  return served.app;
};
