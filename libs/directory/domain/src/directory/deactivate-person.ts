import { PersonDeactivated, type DirectoryEvent } from '@vouchsafe/directory-contracts';
import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import type { AnotherImportIsBeingRecorded, BeforeThePersonJoined, DayIsInTheFuture } from './change-reporting-line.js';
import type { Directory } from './directory.js';
import { valueAt } from './persistent-map.js';

/** `occurredOn` is the day on which access ended; it may lie in the past, and becomes the event's `occurredOn`. */
export interface DeactivatePerson { readonly personId: string; readonly occurredOn: IsoDate; readonly today: IsoDate }

export type DeactivatePersonRejection = { reason: 'PersonIsUnknown' } | BeforeThePersonJoined | DayIsInTheFuture | AnotherImportIsBeingRecorded;

/** Ends the access of somebody who is here. To deactivate twice changes nothing; whoever has left is unknown, like whoever never came. */
export const deactivatePerson = (
  { personId, occurredOn, today }: DeactivatePerson, state: Directory,
): Decision<DirectoryEvent, DeactivatePersonRejection> => {
  const person = valueAt(state.persons, personId);
  if (person?.status !== 'present') return reject({ reason: 'PersonIsUnknown' });
  if (person.access === 'ended') return accept();
  if (state.recording) return reject({ reason: 'AnotherImportIsBeingRecorded', importId: state.recording.importId });
  if (occurredOn > today) return reject({ reason: 'DayIsInTheFuture', today });
  if (occurredOn < person.joinedOn) return reject({ reason: 'BeforeThePersonJoined', joinedOn: person.joinedOn });
  return accept(PersonDeactivated.of({ personId }));
};
