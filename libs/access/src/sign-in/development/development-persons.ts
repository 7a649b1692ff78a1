import type { Role } from '../../policy/actor.js';

/** Someone whom a developer may be with one click. */
export interface DevelopmentPerson {
  readonly email: string;
  readonly name: string;
  readonly organization: { readonly handle: string; readonly name: string };
  readonly roles: readonly Role[];
}

/** Whom the development sign-in knows. Never asked where a real provider is configured. */
export abstract class DevelopmentPersons {
  /** Those to offer on the page: a person once for each of their organizations, a few dozen at most, in the order to show. */
  abstract list(): Promise<DevelopmentPerson[]>;

  /** Whoever has this address, offered or not. By default, those who are offered.
   * @param email in lower case */
  async find(email: string): Promise<Pick<DevelopmentPerson, 'email'> | undefined> {
    return (await this.list()).find((person) => person.email.toLowerCase() === email);
  }
}
