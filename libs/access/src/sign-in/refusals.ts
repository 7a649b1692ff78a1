/** Why a request has no actor, for the log: it names no token, no person, no key. */
export type SignInProblem =
  | 'no-token' | 'malformed' | 'foreign-issuer' | 'algorithm' | 'signature' | 'unknown-key' | 'not-an-access-token' | 'claim' | 'expired' | 'signed-out' | 'no-membership';

const sentences: Readonly<Record<SignInProblem, string>> = {
  'no-token': 'Sign in first: send an access token in the Authorization header, as "Bearer <token>".',
  'malformed': 'This is not an access token. Sign in and send the token that you are given.',
  'foreign-issuer': 'This access token was issued for somewhere else. Sign in with the provider of this installation.',
  'algorithm': 'This access token is not signed in a way that is accepted here. Sign in again.',
  'signature': 'This access token does not verify. Sign in again.',
  'unknown-key': 'This access token does not verify. Sign in again.',
  'not-an-access-token': 'This token says who you are, not what you may do. Send the access token, not the ID token.',
  'claim': 'This access token is not valid here. Sign in again.',
  'expired': 'Your sign-in has expired. Sign in again.',
  'signed-out': 'You were signed out. Sign in again.',
  'no-membership': 'This account belongs to no organization here. Ask the operator of yours to add your work e-mail address, then sign in again.',
};

/** The request says nobody, or nobody known (401). The message is for the person and holds nothing of the inside. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  constructor(readonly problem: SignInProblem, options?: ErrorOptions) {
    super(sentences[problem], options);
  }
}

/** We cannot tell who asks, because the provider's keys are out of reach (503): the token may well be good. */
export class IdentityProviderUnavailable extends Error {
  override readonly name = 'IdentityProviderUnavailable';
  constructor(options?: ErrorOptions) {
    super('The sign-in provider cannot be reached, so your sign-in could not be checked. Try again in a minute.', options);
  }
}

/** The organization asked for is unknown, or not this person's: one answer for both (404). */
export class OrganizationNotFound extends Error {
  override readonly name = 'OrganizationNotFound';
  constructor() {
    super('You belong to no organization of that name. Leave the header x-vouchsafe-organization out, or name one of your own.');
  }
}

/** The person belongs to several organizations and named none (400). */
export class OrganizationRequired extends Error {
  override readonly name = 'OrganizationRequired';
  /** @param handles of the person's own organizations, in alphabetical order */
  constructor(readonly handles: readonly string[]) {
    super(`You belong to several organizations. Name one in the header x-vouchsafe-organization: ${handles.join(', ')}.`);
  }
}
