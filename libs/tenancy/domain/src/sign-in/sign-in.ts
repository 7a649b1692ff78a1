import { accept, stream, type Decision } from '@vouchsafe/decider';
import type { DataOf } from '@vouchsafe/event-schema';
import { EverybodySignedOut, PersonSignedOut, signInEvents, type SignInEvent } from '@vouchsafe/tenancy-contracts';

/** Whether somebody was ever signed out. When, the log says: what counts is the moment at which it was recorded. */
export type SignIns = { status: 'undisturbed' } | { status: 'signed-out' };

/** Nothing speaks against it, and twice is not once: each time ends what was issued since. */
export const signOutPerson = (who: DataOf<typeof PersonSignedOut>): Decision<SignInEvent, never> => accept(PersonSignedOut.of(who));

export const signOutEverybody = (): Decision<SignInEvent, never> => accept(EverybodySignedOut.of({}));

const evolve = (_: SignIns, { type }: SignInEvent): SignIns => {
  switch (type) {
    case 'PersonSignedOut': case 'EverybodySignedOut': return { status: 'signed-out' };
  }
};

/** One per person. */
export const signIns = stream<SignIns, SignInEvent>('sign-in', signInEvents, { status: 'undisturbed' }, evolve);

/** One per log; its id is the tenant's. */
export const everybodysSignIn = stream<SignIns, SignInEvent>('everybodys-sign-in', signInEvents, { status: 'undisturbed' }, evolve);
