export { Database, NothingCommitted, type Rows, type Transaction, type TransactionOptions } from './database/database.js';
export { RelayDatabase } from './database/relay-database.js';
export { ReleaseDatabase } from './database/release-database.js';
export { migrate, sqlMigration, type Migration } from './database/migrate.js';
export { frontMigration } from './database/front.js';
export type { Actor, Role } from './policy/actor.js';
export { actions, permits, policy, resourceOf, whereOf, type Action, type DenyReason, type PolicyDecision } from './policy/policy.js';
export type { AttributeOf, NamedRelations, ResourceKind, Resources } from './policy/resource.js';
export {
  allOf, always, anyOf, between, holds, is, isOneOf, isUnset, never, not, same, type Relations, type Row, type Scalar, type Where,
} from './policy/where.js';
export { actionFor, maySee, visibilityClasses, type VisibilityClass } from './policy/visibility.js';
export { toSql, type SqlCondition, type SqlNames } from './policy/where-sql.js';
export { Authenticator, Memberships, type Membership } from './sign-in/authenticator.js';
export { blindIndex } from './sign-in/blind-index.js';
export { IdentityProviderUnavailable, OrganizationNotFound, OrganizationRequired, Unauthenticated, type SignInProblem } from './sign-in/refusals.js';
export { configuredIssuer, UnusableSetting, type RegisteredIssuer, type SignInEnvironment } from './sign-in/registered-issuer.js';
export { TokenVerifier, type Identity, type VerifiedToken } from './sign-in/token-verifier.js';
export { DevelopmentPersons, type DevelopmentPerson } from './sign-in/development/development-persons.js';
export { developmentSignIn, type DevelopmentSignIn, type DevelopmentSignInOptions } from './sign-in/development/development-sign-in.js';
export { developmentToken, DevelopmentTokenRefused } from './sign-in/development/development-token.js';
