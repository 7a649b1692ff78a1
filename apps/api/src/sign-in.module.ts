import { Module, type DynamicModule } from '@nestjs/common';
import { Authenticator, Memberships, TokenVerifier, type RegisteredIssuer } from '@vouchsafe/access';
import { TenancyModule } from '@vouchsafe/tenancy-service';

/** From a token to an actor: issuers by configuration, memberships from the organizations' logs. */
@Module({})
export class SignInModule {
  static with(issuers: readonly RegisteredIssuer[]): DynamicModule {
    return {
      module: SignInModule,
      imports: [TenancyModule],
      providers: [
        { provide: TokenVerifier, useValue: new TokenVerifier(issuers) },
        { provide: Authenticator, inject: [Memberships, TokenVerifier], useFactory: (memberships: Memberships, tokens: TokenVerifier) => new Authenticator(memberships, tokens) },
      ],
      exports: [Authenticator],
    };
  }
}
