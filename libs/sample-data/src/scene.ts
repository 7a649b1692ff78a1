import { dayNumber, type ActorId, type IsoDate, type TenantId } from '@vouchsafe/event-schema';
import { chainIsUnknown, inChain } from '@vouchsafe/directory-domain';
import { rankOf, type Character } from './cast/character.js';
import type { DemoPart } from './cast/demo-people.js';
import type { Agenda } from './ledger/agenda.js';
import type { Ledger } from './ledger/ledger.js';
import { dayOf, type Moment } from './ledger/moments.js';
import { randomAt, type Random } from './random/random.js';
import type { KnownDirectory } from './workforce/import-snapshot.js';
import type { Employee, Workforce } from './workforce/employee.js';

/** One organization while its history is made up. */
export interface Scene {
  /** The seed and sizes, as text: every draw and id rests on it. */
  readonly seed: string;
  readonly tenant: TenantId;
  readonly character: Character;
  readonly ledger: Ledger;
  readonly agenda: Agenda;
  readonly workforce: Workforce;
  readonly directory: KnownDirectory;
  readonly start: Moment;
  /** Nothing is recorded from here on. */
  readonly end: Moment;
}

export const chanceIn = ({ seed, tenant }: Scene, ...place: readonly (string | number)[]): Random => randomAt(seed, tenant, ...place);

export const personActor = ({ personId }: Employee): ActorId => `person:${personId}`;

export const castMember = ({ workforce }: Scene, part: DemoPart): Employee => {
  const member = workforce.present.find((employee) => employee.part === part);
  if (!member) throw new Error(`Nobody plays ${part}.`);
  return member;
};

export const isThere = ({ status, access, personId }: Employee): boolean => status === 'present' && access === 'open' && personId !== '';

export const rankIn = ({ character }: Scene, { grade }: Employee): number => rankOf(character, grade);

/** Whether one stands above the other, as the newest snapshot has it; unknown where a line of theirs is not known. */
export const chainBetween = ({ directory }: Scene, one: Employee, other: Employee): boolean | 'unknown' => {
  const { graph, postOf } = directory;
  const [a, b] = [postOf.get(one.personId), postOf.get(other.personId)];
  if (a === undefined || b === undefined) return 'unknown';
  if (inChain(graph, a, b)) return true;
  return chainIsUnknown(graph, a) || chainIsUnknown(graph, b) ? 'unknown' : false;
};

export const monthsBetween = (from: IsoDate, to: IsoDate): number => Math.max(0, Math.floor((dayNumber(to) - dayNumber(from)) / 30.4375));

/** How busy the season is, around 1. */
export const seasonAt = ({ character }: Scene, at: Moment): number => character.seasons[Number(dayOf(at).slice(5, 7)) - 1]!;
