import type { InjectionToken, ModuleMetadata } from '@nestjs/common';
import type { Limits } from './armour/limits.js';
import type { FaultTable } from './errors/faults.js';
import type { FaultLog } from './errors/present.js';
import type { ExampleOperation, SignInPage } from './graphiql/page.js';

export interface GraphqlOptions {
  /** Off: no introspection, no GraphiQL. Stated, because a default would depend on an environment variable. */
  readonly production: boolean;
  /** Folders with the `.graphql` files of the contexts; everything below them is read. */
  readonly schema: readonly URL[];
  /** Signs cursors: at least 32 bytes, the same in every api process of the installation. */
  readonly cursorSecret: Buffer | string;
  /** Gets every fault in full, with the reference that the caller saw. */
  readonly log: FaultLog;
  /** Who signs callers in, and the modules that export it. Its instance is a `SignsIn`. */
  readonly authenticator: InjectionToken;
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  readonly path?: string;
  readonly limits?: Partial<Limits>;
  /** How faults of the contexts look from outside, by name. */
  readonly faults?: FaultTable;
  /** Outside production: what GraphiQL offers to try, and where it signs persons in. */
  readonly examples?: readonly ExampleOperation[];
  readonly signIn?: SignInPage;
}

export const GRAPHQL_OPTIONS = Symbol('graphql options');
export const AUTHENTICATOR = Symbol('whoever signs callers in');
