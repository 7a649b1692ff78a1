import { PersonDeactivated, PersonLeft, PersonReturned } from '@vouchsafe/directory-contracts';
import { eventCatalogue, type EventOf, type Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';
import { signInEvents } from '@vouchsafe/tenancy-contracts';

const reads = eventCatalogue(...signInEvents.types, PersonLeft, PersonDeactivated, PersonReturned);
type AccessEvent = EventOf<typeof reads>;

export interface SignInEnd { personId: string; notBefore: string; accessEnded: boolean }

/** Whom the row for everybody stands for. */
export const EVERYBODY = '';

const keyOf = ({ data }: Recorded<AccessEvent>) => ({ personId: 'personId' in data ? data.personId : EVERYBODY });

/** It counts when we learned of it, not the day on which it is said to have happened: tokens were honoured in between. */
const step = (row: SignInEnd | undefined, event: Recorded<AccessEvent>): SignInEnd | undefined => {
  const ended = { ...keyOf(event), notBefore: event.recordedAt };
  switch (event.type) {
    case 'PersonSignedOut': case 'EverybodySignedOut': return { ...ended, accessEnded: row?.accessEnded ?? false };
    case 'PersonLeft': case 'PersonDeactivated': return { ...ended, accessEnded: true };
    case 'PersonReturned': return row && { ...row, accessEnded: false };
  }
};

export const signInsEnded = projection({
  name: 'sign-ins-ended', version: 1, sql: new URL('./sign-ins-ended.sql', import.meta.url), tables: ['sign_in_end'], reads,
  ...foldByKey<AccessEvent, SignInEnd>('sign_in_end', keyOf, step),
});
