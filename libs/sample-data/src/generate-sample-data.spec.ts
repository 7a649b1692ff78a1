import { directoryEvents } from '@vouchsafe/directory-contracts';
import { eventCatalogue, readEvent, type AnyEvent, type Recorded, type TenantId } from '@vouchsafe/event-schema';
import { LocalWakeups, MemoryEventStore, type Append, type AppendResult } from '@vouchsafe/event-store';
import { programsEvents } from '@vouchsafe/programs-contracts';
import { commitmentEvents, delegationEvents, isConfidential, outcomeEvents, sponsorLoadEvents, type CommitmentEvent, type SponsorLoadEvent } from '@vouchsafe/sponsorship-contracts';
import { commitments, type MadeCommitment } from '@vouchsafe/sponsorship-domain';
import { fold } from '@vouchsafe/decider';
import { tenancyEvents } from '@vouchsafe/tenancy-contracts';
import { demoPeople, generateSampleData, type SampleCards, type SampleRequest, type SampleSummary } from './index.js';

const UNTIL = '2025-11-20';
const EVERYTHING = eventCatalogue(...tenancyEvents.types, ...directoryEvents.types, ...programsEvents.types, ...commitmentEvents.types, ...outcomeEvents.types, ...sponsorLoadEvents.types, ...delegationEvents.types);
/** A count begins a load only in logs that are older than loads. */
const OF_OLDER_LOGS = new Set(['SponsorLoadCounted']);

const aStore = () => new MemoryEventStore(new LocalWakeups());
const small = (request: Partial<SampleRequest> = {}): Promise<SampleSummary> =>
  generateSampleData({ store: aStore(), seed: 1, organizations: 3, events: 1_500, until: UNTIL, onCards: () => {}, ...request });

describe('the seed', () => {
  it('makes the same logs again, and others from another seed, size or day', async () => {
    const { digest } = await small();
    expect((await small()).digest).toBe(digest);
    for (const other of [{ seed: 2 }, { events: 1_600 }, { until: '2025-11-19' }, { organizations: 2 }]) expect((await small(other)).digest).not.toBe(digest);
  }, 120_000);

  it.each([{ seed: 'a b' }, { seed: '' }, { organizations: 0 }, { events: 0.5 }, { until: '2025-02-30' }, { handleSuffix: 'x' }])(
    'refuses %j before anything is written', (wrong) => expect(small(wrong)).rejects.toThrow(RangeError));

  it('writes on where it was interrupted, to the same logs', async () => {
    class Dying extends MemoryEventStore {
      left = 1_700;
      override async append(tenant: TenantId, append: Append): Promise<AppendResult> {
        if (this.left <= 0) throw new Error('killed');
        this.left -= 1;
        return super.append(tenant, append);
      }
    }
    const store = new Dying(new LocalWakeups());
    await expect(small({ store })).rejects.toThrow('killed');
    const written = (await store.heads()).reduce((sum, { position }) => sum + position, 0);
    store.left = Infinity;
    const resumed = await small({ store });
    expect(written).toBeGreaterThan(1_700);
    expect(written).toBeLessThan(resumed.events);
    expect(resumed.digest).toBe((await small()).digest);
  }, 120_000);
});

describe('three organizations of one group with 50,000 events', () => {
  const store = aStore();
  const cards = new Map<TenantId, SampleCards[]>();
  const steps: number[] = [];
  let made: SampleSummary;
  const logs = new Map<string, Recorded<AnyEvent>[]>();

  beforeAll(async () => {
    made = await generateSampleData({
      store, seed: 1, organizations: 3, events: 50_000, until: UNTIL,
      onCards: (tenant, some) => void cards.set(tenant, [...cards.get(tenant) ?? [], some]),
      onProgress: ({ done }) => void steps.push(done),
    });
    for (const { tenant, handle } of made.organizations) {
      logs.set(handle, (await store.read(tenant, { after: 0, max: 1_000_000 })).map((stored) => {
        const event = readEvent(EVERYTHING, stored) as unknown as Recorded<AnyEvent>;
        EVERYTHING.byName.get(event.type)!.schema.parse(event.data);
        return event;
      }));
    }
  }, 240_000);

  const all = () => [...logs.values()].flat();
  const histories = (): Map<string, CommitmentEvent[]> => {
    const found = new Map<string, CommitmentEvent[]>();
    for (const event of all()) {
      if (event.stream.startsWith('commitment-')) found.set(event.stream, [...found.get(event.stream) ?? [], event as unknown as CommitmentEvent]);
    }
    return found;
  };

  it('has about as many events as asked for, and says how far it is', () => {
    expect(made.events).toBe(all().length);
    expect(made.events).toBeGreaterThan(45_000);
    expect(made.events).toBeLessThan(56_000);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(50_000);
  });

  it('has every kind of event', () => {
    const seen = new Set(all().map(({ type }) => type));
    expect(EVERYTHING.types.map(({ name }) => name).filter((name) => !seen.has(name) && !OF_OLDER_LOGS.has(name))).toEqual([]);
  });

  it('is told in order, over two years, and ends before its last day', () => {
    for (const log of logs.values()) {
      let latest = '';
      for (const { recordedAt, occurredOn } of log) {
        if (recordedAt < latest || recordedAt >= UNTIL || occurredOn > recordedAt.slice(0, 10)) throw new Error(`${recordedAt} after ${latest}, of ${occurredOn}`);
        latest = recordedAt;
      }
    }
    expect(logs.get('harbourline')!.at(0)!.recordedAt.slice(0, 10)).toBe('2023-11-20');
    expect(logs.get('harbourline')!.at(-1)!.recordedAt > '2025-11-15').toBe(true);
  });

  it('writes down a place with each commitment, and frees it in the append that ends it', () => {
    for (const log of logs.values()) {
      const places = (log as unknown as Recorded<SponsorLoadEvent>[]).filter(({ stream }) => stream.startsWith('sponsor-load-'));
      const of = (type: string) => new Set(log.filter((event) => event.type === type).map(({ requestKey, data }) => `${requestKey} ${(data as { commitmentId: string }).commitmentId}`));
      const told = (type: SponsorLoadEvent['type']) => new Set(places.filter((event) => event.type === type).map(({ requestKey, data }) => `${requestKey} ${(data as { commitmentId: string }).commitmentId}`));
      expect(told('SponsorPlaceTaken')).toEqual(of('CommitmentMade'));
      expect(told('SponsorPlaceFreed')).toEqual(new Set([...of('CommitmentEnded'), ...of('CommitmentWithdrawn')]));
    }
  });

  it('lets no sponsor have more than the places of the house', () => {
    const capacity: Record<string, number> = { harbourline: 3, 'linden-vale': 2, 'torvald-reyes': 3 };
    let fullest = 0;
    for (const [handle, log] of logs) {
      const running = new Map<string, Set<string>>();
      const sponsorOf = new Map<string, string>();
      for (const event of log as unknown as CommitmentEvent[]) {
        if (event.type === 'CommitmentMade') {
          const { sponsorId, commitmentId } = event.data;
          sponsorOf.set(commitmentId, sponsorId);
          running.set(sponsorId, (running.get(sponsorId) ?? new Set()).add(commitmentId));
          fullest = Math.max(fullest, running.get(sponsorId)!.size);
          if (running.get(sponsorId)!.size > capacity[handle]!) throw new Error(`${sponsorId} has ${running.get(sponsorId)!.size} at ${commitmentId}`);
        }
        if (event.type === 'CommitmentEnded' || event.type === 'CommitmentWithdrawn') running.get(sponsorOf.get(event.data.commitmentId)!)!.delete(event.data.commitmentId);
      }
    }
    expect(fullest).toBe(3);
  });

  /** The last day that any version of the text in force names. */
  const lastDayOf = (history: readonly CommitmentEvent[]): string =>
    history.reduce((last, event) => ((event.type === 'CommitmentMade' || event.type === 'CommitmentAmended') && event.data.term.end > last ? event.data.term.end : last), '');

  it('has no action before its commitment was made, nor after its term', () => {
    let actions = 0;
    for (const history of histories().values()) {
      const madeOn = history.find((event) => event.type === 'CommitmentMade');
      for (const { type, data } of history) {
        if (type !== 'AdvocacyActionRecorded' && type !== 'AdvocacyActionCorrected') continue;
        actions += 1;
        if (madeOn?.type !== 'CommitmentMade' || data.actionOccurredOn < madeOn.data.madeOn || data.actionOccurredOn > lastDayOf(history)) throw new Error(data.actionId);
      }
    }
    expect(actions).toBeGreaterThan(5_000);
  });

  it('has quiet sponsors, late records, lawful doubts, and people who keep their word on both sides', () => {
    const states = [...histories().values()].map((history) => fold(commitments, history)).filter((state): state is MadeCommitment => 'pledges' in state);
    const finished = states.filter(({ status }) => status === 'ended');
    const quiet = finished.filter(({ actions }) => actions.size <= 2).length / finished.length;
    expect(quiet).toBeGreaterThan(0.08);
    expect(quiet).toBeLessThan(0.4);
    const actions = states.flatMap((state) => [...state.actions.values()]);
    expect(actions.filter(({ late }) => late).length).toBeGreaterThan(20);
    const confirmed = actions.filter(({ attestedBy }) => attestedBy.length > 0).length / actions.length;
    expect(confirmed).toBeGreaterThan(0.5);
    expect(confirmed).toBeLessThan(0.85);
    expect(actions.some(({ facts, disclosure, attestedBy }) => isConfidential(facts.forum) && disclosure !== 'disclosed' && attestedBy.length > 0)).toBe(true);
    for (const side of ['SPONSOR', 'PROTEGE']) {
      const pledges = finished.flatMap((state) => [...state.pledges.values()]).filter(({ terms }) => terms.side === side);
      const kept = pledges.filter(({ status }) => status === 'kept').length / pledges.length;
      expect(kept).toBeGreaterThan(0.4);
      expect(kept).toBeLessThan(0.95);
      expect(pledges.some(({ status }) => status === 'missed')).toBe(true);
    }
    expect(new Set(all().filter(({ type }) => type === 'OutcomeRecorded').map(({ data }) => (data as { evidenceState: string }).evidenceState)).size).toBe(3);
  });

  it('has seasons: more is done in the review rounds than in the quiet months', () => {
    const inMonth = (month: string) => all().filter((event) => event.type === 'AdvocacyActionRecorded' && event.recordedAt.slice(0, 7) === month).length;
    expect(inMonth('2025-10')).toBeGreaterThan(1.5 * inMonth('2025-08'));
    expect(inMonth('2025-04')).toBeGreaterThan(1.3 * inMonth('2024-12'));
  });

  it('keeps names, addresses and employee numbers on cards, and out of every event', () => {
    const personal = new Set([...cards.values()].flat().flatMap(({ persons }) => persons).flatMap(({ name, workEmail, employeeNumber }) => [name, workEmail, employeeNumber]));
    expect(personal.size).toBeGreaterThan(3_000);
    const values = (data: unknown): unknown[] => (data !== null && typeof data === 'object' ? Object.values(data).flatMap(values) : [data]);
    const found = all().filter((event) => [...values(event.data), event.actor, event.stream].some((value) => personal.has(value as string)));
    expect(found.map(({ type }) => type)).toEqual([]);
  });

  it('gives each person one address, and each organization its own domain', () => {
    for (const { tenant, handle } of made.organizations) {
      const owners = new Map<string, string>();
      for (const { personId, workEmail } of cards.get(tenant)!.flatMap(({ persons }) => persons)) {
        const isFit = new RegExp(`^[a-z]+\\.[a-z]+[0-9]*@${handle}\\.example$`).test(workEmail!) && (owners.get(workEmail!) ?? personId) === personId;
        if (!isFit) throw new Error(`${workEmail} is of ${personId}`);
        owners.set(workEmail!, personId);
      }
      expect(owners.size).toBeGreaterThan(handle === 'meridian' ? 3 : 300);
    }
  });

  const personOf = (email: string) => {
    const organization = made.organizations.find(({ handle }) => email.endsWith(`@${handle}.example`))!;
    const card = cards.get(organization.tenant)!.flatMap(({ persons }) => persons).findLast(({ workEmail }) => workEmail === email)!;
    return { personId: card.personId, log: logs.get(organization.handle)! };
  };

  it('has everybody of the demo cast, with the role of their part, to the end', () => {
    const needs = { SPONSOR: 'SPONSOR', PROTEGE: 'PROTEGE', UNMATCHED_PROTEGE: 'PROTEGE', PROGRAM_LEAD: 'PROGRAM_LEAD', EXECUTIVE: 'EXECUTIVE', OPERATOR: 'OPERATOR', GROUP_EXECUTIVE: 'GROUP_EXECUTIVE' };
    expect(demoPeople).toHaveLength(19);
    for (const { email, part } of demoPeople) {
      const { personId, log } = personOf(email);
      const held = log.filter(({ stream, type }) => stream === `role-${personId}` && type === 'RoleGranted').map(({ data }) => (data as { role: string }).role);
      expect(held).toContain(needs[part]);
      expect(log.filter(({ type, data }) => (type === 'RoleRevoked' || type === 'PersonLeft') && (data as { personId: string }).personId === personId)).toEqual([]);
    }
  });

  it.each(['harbourline', 'linden-vale', 'torvald-reyes'])('leaves the pair of %s with open pledges on both sides and a recent action to confirm', (handle) => {
    const [sponsor, protege, unmatched] = (['SPONSOR', 'PROTEGE', 'UNMATCHED_PROTEGE'] as const).map((part) => personOf(demoPeople.find((each) => each.organization === handle && each.part === part)!.email).personId);
    const states = [...histories().values()].map((history) => fold(commitments, history)).filter((state) => state.status !== 'none');
    const pair = states.filter(({ sponsorId, protegeId }) => sponsorId === sponsor && protegeId === protege);
    expect(pair).toHaveLength(1);
    const { status, term, pledges, actions } = pair[0] as MadeCommitment;
    expect(status).toBe('active');
    expect(term.end > UNTIL).toBe(true);
    const open = [...pledges.values()].filter((pledge) => pledge.status === 'open' && pledge.terms.dueOn > UNTIL).map(({ terms }) => terms.side);
    expect(new Set(open)).toEqual(new Set(['SPONSOR', 'PROTEGE']));
    const waiting = [...actions.values()].filter(({ attestedBy, facts }) => attestedBy.length === 0 && !isConfidential(facts.forum));
    expect(waiting).toHaveLength(1);
    expect(waiting[0]!.facts.actionOccurredOn >= '2025-11-13').toBe(true);
    expect(states.some(({ protegeId }) => protegeId === unmatched)).toBe(false);
    expect(states.filter(({ sponsorId }) => sponsorId === sponsor)).toHaveLength(1);
  });

  it('makes one group of them, each sharing its report with the group', () => {
    const group = logs.get('meridian')!;
    expect(group.filter(({ type }) => type === 'NetworkJoined').length - group.filter(({ type }) => type === 'NetworkLeft').length).toBe(3);
    for (const { tenant, handle } of made.organizations.slice(1)) {
      const accepted = logs.get(handle)!.filter(({ type }) => type === 'SharingAccepted').map(({ data }) => (data as { sharingId: string }).sharingId);
      const revoked = logs.get(handle)!.filter(({ type }) => type === 'SharingRevoked').map(({ data }) => (data as { sharingId: string }).sharingId);
      expect(accepted.filter((id) => !revoked.includes(id))).toHaveLength(1);
      expect(group.filter(({ type, data }) => type === 'SharingAccepted' && (data as { grantor: string }).grantor === tenant)).toHaveLength(2);
    }
  });
});
