import { createHash } from 'node:crypto';
import { addMonths, dayNumber, tenantId, type IsoDate, type Position, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import { gradeRanksOf, type Character } from './cast/character.js';
import { charactersOf } from './cast/characters.js';
import { GROUP_HANDLE } from './cast/demo-people.js';
import { openLedger, type Ledger } from './ledger/ledger.js';
import { midnight } from './ledger/moments.js';
import { uuidAt } from './random/random.js';
import { headOffice, tellGroup } from './tell-group.js';
import { tellOrganization } from './tell-organization.js';
import { membershipOf } from './tenancy/group.js';
import type { SampleCards } from './workforce/import-snapshot.js';

/** A tenant of the sample, before its first event. */
export interface SampleOrganization {
  readonly tenant: TenantId;
  readonly name: string;
  readonly handle: string;
  readonly kind: 'ORGANIZATION' | 'GROUP';
  /** From grade, as its people file spells it, to tenths of a level. */
  readonly gradeRanks: Readonly<Record<string, number>>;
}

export interface SampleRequest {
  readonly store: EventStore;
  /** Letters, digits and `_ . -`, at most 60. */
  readonly seed: string | number;
  readonly organizations: number;
  /** About how many events in all. */
  readonly events: number;
  /** The day on which the history ends: nothing is recorded on it or later. Not in the future. */
  readonly until: IsoDate;
  /** Ends every handle, where a first sample has taken the plain ones: `-2`, say. */
  readonly handleSuffix?: string;
  /** The identity cards, to be kept beside the log; called again after each half year, and with the same cards if the sample is made again. */
  readonly onCards: (tenant: TenantId, cards: SampleCards) => void | Promise<void>;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly organization: string }) => void;
  /** Opens a tenant's log as one of sample data, and whatever else a tenant needs; by default the log alone. May be called again. */
  readonly openLog?: (organization: SampleOrganization) => Promise<void>;
}

export interface SampleSummary {
  readonly organizations: readonly (SampleOrganization & { readonly position: Position; readonly chain: string })[];
  readonly events: number;
  /** SHA-256 over tenant, head and chain of every log, in hexadecimal. */
  readonly digest: string;
}

const MONTHS = 24;
const EVENTS_A_PERSON = 29.5; // over the two years, the programmes' share included
const FEWEST_PEOPLE = 45;

/**
 * Makes up organizations of one group with two years behind them, through the deciders and the log. The same seed, sizes and
 * day make the same logs, to the byte. Interrupted, it is called again with the same request: what the logs hold already is
 * answered from their records, and it goes on from there.
 * @throws HistoryWasRefused if a decision said no, HistoryDoesNotFit if a log holds another history, RangeError for a request out of bounds
 */
export const generateSampleData = async (request: SampleRequest): Promise<SampleSummary> => {
  const { store, organizations, events, until, handleSuffix = '', onProgress = () => {} } = request;
  checkRequest(request);
  const seed = [request.seed, organizations, events, until, handleSuffix].join('/');
  const end = midnight(until);
  const start = midnight(addMonths(until, -MONTHS));
  const group = tenantId(uuidAt(seed, 'group'));
  const plans = charactersOf(organizations, handleSuffix).map((character, index) => {
    const tenant = tenantId(uuidAt(seed, 'organization', index));
    return { seed, tenant, index, character, start, end, membership: membershipOf(seed, group, tenant, index, start), people: Math.max(FEWEST_PEOPLE, Math.round((events * character.share) / EVENTS_A_PERSON)) };
  });
  const openLog = request.openLog ?? ((organization) => store.openLog(organization.tenant, { sample: true }));
  const told: { organization: SampleOrganization; written: number }[] = [];
  let done = 0;

  const tell = async (organization: SampleOrganization, begin: (ledger: Ledger, cards: (cards: SampleCards) => void) => { agenda: { next(): boolean } }): Promise<void> => {
    await openLog(organization);
    const ledger = openLedger(store, organization.tenant, seed, organization.handle);
    const waiting: SampleCards[] = [];
    const { agenda } = begin(ledger, (cards) => void waiting.push(cards));
    const settle = async (): Promise<void> => {
      await ledger.settle();
      for (const cards of waiting.splice(0)) await request.onCards(organization.tenant, cards);
      onProgress({ done: Math.min(events, done + ledger.events), total: events, organization: organization.handle });
    };
    while (agenda.next()) if (ledger.isFull || waiting.length > 0) await settle();
    await settle();
    await ledger.finish();
    done += ledger.events;
    told.push({ organization, written: ledger.events });
  };

  const office = headOffice(`${GROUP_HANDLE}${handleSuffix}`);
  await tell(asOrganization(group, office, 'GROUP'), (ledger, cards) => (
    tellGroup({ seed, group, character: office, memberships: plans.map(({ membership }) => membership), start, end }, ledger, cards)));
  for (const plan of plans) await tell(asOrganization(plan.tenant, plan.character, 'ORGANIZATION'), (ledger, cards) => tellOrganization(plan, ledger, cards));
  onProgress({ done: events, total: events, organization: plans.at(-1)!.character.handle });
  return summary(store, told);
};

const asOrganization = (tenant: TenantId, character: Character, kind: SampleOrganization['kind']): SampleOrganization =>
  ({ tenant, name: character.name, handle: character.handle, kind, gradeRanks: gradeRanksOf(character) });

const checkRequest = ({ seed, organizations, events, until, handleSuffix = '' }: SampleRequest): void => {
  dayNumber(until);
  if (!/^[A-Za-z0-9_.-]{1,60}$/.test(String(seed))) throw new RangeError('A seed is 1 to 60 letters, digits and _ . -');
  if (!Number.isInteger(organizations) || organizations < 1 || organizations > 1_000) throw new RangeError('There are 1 to 1,000 organizations.');
  if (!Number.isInteger(events) || events < 1 || events > 100_000_000) throw new RangeError('There are 1 to 100,000,000 events.');
  if (!/^(-[a-z0-9]{1,12})?$/.test(handleSuffix)) throw new RangeError('A suffix of handles is a hyphen and 1 to 12 lower-case letters and digits.');
};

const summary = async (store: EventStore, told: readonly { organization: SampleOrganization; written: number }[]): Promise<SampleSummary> => {
  const organizations = await Promise.all(told.map(async ({ organization }) => ({ ...organization, ...await store.head(organization.tenant) })));
  const heads = organizations.map(({ tenant, position, chain }) => `${tenant} ${position} ${chain}`).sort();
  return { organizations, events: told.reduce((sum, { written }) => sum + written, 0), digest: createHash('sha256').update(heads.join('\n')).digest('hex') };
};
