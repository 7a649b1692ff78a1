import { addDays, type TenantId } from '@vouchsafe/event-schema';
import { charactersOf } from './cast/characters.js';
import type { Character } from './cast/character.js';
import { GROUP_NAME } from './cast/demo-people.js';
import { openAgenda, type Agenda } from './ledger/agenda.js';
import type { Ledger } from './ledger/ledger.js';
import { dayOf, type Moment } from './ledger/moments.js';
import { openRoles } from './programs/roles.js';
import { randomAt } from './random/random.js';
import { formGroup, type Membership } from './tenancy/group.js';
import { foundHeadOffice } from './workforce/employee.js';
import { importSnapshot, openDirectory, type SampleCards } from './workforce/import-snapshot.js';

const HOUR = 3_600_000;

/** A small house of its own: it runs no programme, and reads what its members share. */
export const headOffice = (handle: string): Character => ({
  ...charactersOf(1, '')[0]!, name: GROUP_NAME, handle, functions: ['Group Strategy', 'Group People', 'Group Finance', 'Group Audit'],
  sites: [{ site: 'Rotterdam', timeZone: 'Europe/Amsterdam', languages: ['nl', 'en'] }], grades: ['Group Chief Officer', 'Group Head'],
});

/** Sets the group's own log going: its members come, share and go; its head office has a directory and somebody who reads reports. */
export const tellGroup = (
  { seed, group, character, memberships, start, end }: { seed: string; group: TenantId; character: Character; memberships: readonly Membership[]; start: Moment; end: Moment },
  ledger: Ledger, cards: (cards: SampleCards) => void,
): { agenda: Agenda } => {
  const agenda = openAgenda(end);
  const workforce = foundHeadOffice(character, randomAt(seed, 'head office'), (days) => addDays(dayOf(start), -days));
  const roles = openRoles(ledger);
  agenda.plan(start + 7 * HOUR, (at) => {
    const takeStep = formGroup(ledger, group, character, memberships, at);
    for (const membership of memberships) for (const step of membership.steps) agenda.plan(step.at, () => takeStep(membership, step));
  });
  agenda.plan(start + 30 * HOUR, (at) => {
    cards(importSnapshot({ ledger, directory: openDirectory(), workforce, random: randomAt(seed, 'head office import') }, { at, asOf: dayOf(start) }));
    for (const { part, personId } of workforce.present) if (part === 'GROUP_EXECUTIVE') roles.grant(personId, 'GROUP_EXECUTIVE', at + HOUR);
  });
  return { agenda };
};
