/** The bounds of the open door. Each is a fact that a test holds; loosen one only together with its test. */
export interface Limits {
  /** Levels of fields in one operation. A page of a connection takes three: list, `edges`, `node`. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  /** In fields, lists multiplied by the size of their page. */
  readonly cost: number;
  readonly deadlineMilliseconds: number;
  readonly responseBytes: number;
  /** Operations at the same time, in this process. */
  readonly atOncePerTenant: number;
  readonly atOncePerPerson: number;
  readonly subscriptionsPerPerson: number;
  readonly socketsPerPerson: number;
  /** Cost units a second, in this process; a hundred times as much may be saved up and spent at once. At least 50: the costliest operation must fit. */
  readonly unitsPerSecondPerTenant: number;
  readonly unitsPerSecondPerPerson: number;
  /** How long a socket may go on before its token is looked at again. */
  readonly recheckMilliseconds: number;
}

export const openDoor: Limits = {
  depth: 8, aliases: 15, directives: 5, tokens: 1000, cost: 5000,
  deadlineMilliseconds: 5000, responseBytes: 2_000_000,
  atOncePerTenant: 128, atOncePerPerson: 32, subscriptionsPerPerson: 20, socketsPerPerson: 20,
  unitsPerSecondPerTenant: 20_000, unitsPerSecondPerPerson: 5_000,
  recheckMilliseconds: 5_000, // with what the authenticator believes in between, less than 15 seconds
};
