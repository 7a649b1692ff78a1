import type { Actor } from '@vouchsafe/access';
import { streamName } from '@vouchsafe/decider';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { newEvent } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import type { AnyEvent, EventCatalogue, Position, TenantId } from '@vouchsafe/event-schema';
import { Pages } from '@vouchsafe/graphql';
import { anActor } from '@vouchsafe/graphql/testing';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, type Ledger } from '@vouchsafe/projections';
import { folding } from '@vouchsafe/projections/testing';
import { defaultProgramSettings } from '@vouchsafe/programs-contracts';
import { cohorts, enrolments, programs as programStreams } from '@vouchsafe/programs-domain';
import {
  aCohortClosed, aCohortOpened, AMARA, anEnrolmentDeclined, anEnrolmentRequested, aParticipantEnrolled, aParticipantWithdrawn, aProgramClosed, aProgramDefined,
  aProgramOpened, aProgramRulesSet, BILAL,
} from '@vouchsafe/programs-domain/testing';
import { cohortRoster } from './cohort-roster/cohort-roster.projection.js';
import { CohortRosterHandler, CohortRosterQuery, MyEnrolmentsHandler, MyEnrolmentsQuery } from './cohort-roster/cohort-roster.query.js';
import { aLead, COHORT, PROGRAM } from './programs-service.fixtures.js';
import { programOverview } from './program-overview/program-overview.projection.js';
import {
  CohortHandler, CohortQuery, CohortsOfProgramsHandler, CohortsOfProgramsQuery, ProgramOverviewHandler, ProgramOverviewQuery, ProgramsHandler, ProgramsQuery,
} from './program-overview/program-overview.query.js';
import { programs } from './programs.context.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
const pages = new Pages('0123456789abcdef0123456789abcdef');

describe('the folds', () => {
  it('leave a programme as it stands, however the log is cut', () =>
    folding(programOverview, aProgramDefined({ goals: [], population: null, places: null, term: null }), aProgramRulesSet(), aProgramDefined(), aProgramRulesSet({ version: 2 }), aProgramOpened())
      .inBatchesOf(1, 2, 3, 10).leaves({ programId: PROGRAM, status: 'OPEN', termEnd: '2026-12-31', rules: { version: 2, settings: defaultProgramSettings, eligibility: { proteges: [], sponsors: [] } } }));

  it('leave a cohort as it stands', async () => {
    const cut = folding(programOverview, aProgramDefined(), aCohortOpened(), aCohortOpened({ cohortId: 'autumn' }), aCohortClosed(), aProgramClosed()).inBatchesOf(1, 2, 10);
    await cut.leavesIn('cohort', { cohortId: 'autumn', closed: false }, { cohortId: COHORT, closed: true });
    await cut.leaves({ status: 'CLOSED' });
  });

  it('leave everybody in the roster, and among those who take part whoever does', async () => {
    const amara = { personId: AMARA, role: 'SPONSOR' } as const;
    const cut = folding(
      cohortRoster, anEnrolmentRequested(), anEnrolmentRequested(amara), aParticipantEnrolled(), anEnrolmentDeclined(amara), anEnrolmentRequested({ ...amara, rulesVersion: 2 }),
      aParticipantEnrolled(amara), aParticipantWithdrawn()).inBatchesOf(1, 2, 3, 10);
    await cut.leaves({ personId: AMARA, status: 'ENROLLED', rulesVersion: 2 }, { personId: BILAL, status: 'WITHDRAWN', rulesVersion: 1 });
    await cut.leavesIn('cohort_place', { personId: AMARA });
  });
});

describe('the lists', () => {
  let ledger: Ledger;
  let runner: ProjectionRunner;
  let drop: () => Promise<void>;
  let after: Position;
  let keys = 0;

  const happened = async (tenant: TenantId, of: { category: string; catalogue: EventCatalogue }, id: string, ...events: readonly AnyEvent[]) => {
    const writes = [{ stream: streamName(of, id), expected: 'any' as const, events: events.map((event) => newEvent(of, event, '2025-03-03')) }];
    const result = await ledger.store.append(tenant, { requestKey: `k${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes });
    if (result.outcome === 'appended' && tenant === ACME) after = result.position;
  };

  beforeAll(async () => {
    const fresh = await freshDatabase({ empty: true });
    ({ drop } = fresh);
    await migrateLedger(fresh.url, [programs]);
    ledger = await openLedger(fresh.url);
    runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections: programs.projections, known: knownEvents([programs]) });
    await runner.start();
    for (const tenant of [ACME, GLOBEX]) await ledger.store.openLog(tenant);
    await happened(GLOBEX, programStreams, 'theirs', aProgramDefined({ programId: 'theirs' }), aProgramRulesSet({ programId: 'theirs' }));
    await happened(ACME, programStreams, PROGRAM, aProgramDefined(), aProgramRulesSet(), aProgramOpened());
    await happened(ACME, programStreams, 'horizons', aProgramDefined({ programId: 'horizons', name: 'Horizons' }), aProgramRulesSet({ programId: 'horizons' }));
    await happened(ACME, cohorts, COHORT, aCohortOpened());
    await happened(ACME, cohorts, 'autumn', aCohortOpened({ cohortId: 'autumn', opensOn: '2025-09-01' }));
    for (const personId of [AMARA, BILAL]) await happened(ACME, enrolments, `${COHORT}.${personId}`, anEnrolmentRequested({ personId }), aParticipantEnrolled({ personId }));
    await happened(ACME, enrolments, 'autumn.p-dora', anEnrolmentRequested({ personId: 'p-dora', cohortId: 'autumn' }), anEnrolmentDeclined({ personId: 'p-dora', cohortId: 'autumn' }));
  });
  afterAll(async () => {
    await runner.stop();
    await ledger.close();
    await drop();
  });

  const lead = () => aLead(ACME, PROGRAM);
  const at = (tenant: TenantId) => (tenant === ACME ? after : null);
  const program = async (actor: Actor, id: string) => (await new ProgramOverviewHandler(ledger.readModels).execute(new ProgramOverviewQuery(actor.tenant, actor, id, at(actor.tenant))))?.programId;
  const list = async (actor: Actor, status: 'OPEN' | null = null) =>
    (await new ProgramsHandler(ledger.readModels).execute(new ProgramsQuery(actor.tenant, actor, pages.page(actor.tenant, 'p', {}), status, at(actor.tenant)))).map(({ programId }) => programId);
  const roster = async (actor: Actor, cohortId = COHORT, first = 25, cursor: string | null = null) => {
    const page = pages.page(actor.tenant, 'r', { first, after: cursor });
    return pages.connection(page, await new CohortRosterHandler(ledger.readModels).execute(new CohortRosterQuery(actor.tenant, actor, cohortId, page, null, at(actor.tenant))), ({ personId }) => [personId]);
  };
  const cohort = async (actor: Actor, id: string) => (await new CohortHandler(ledger.readModels).execute(new CohortQuery(actor.tenant, actor, id, at(actor.tenant))))?.cohortId;

  it('show a programme to its lead, to those who take part, and to those who choose one for a report', async () => {
    expect(await list(lead())).toEqual([PROGRAM]);
    expect(await list(anActor(ACME, BILAL))).toEqual([PROGRAM]);
    expect(await list(anActor(ACME, 'p-edda', 'EXECUTIVE'))).toEqual([PROGRAM, 'horizons']);
    expect(await list(anActor(ACME, 'p-edda', 'EXECUTIVE'), 'OPEN')).toEqual([PROGRAM]);
  });

  it('show it neither to strangers, nor to who was declined, nor to another organization', async () => {
    for (const actor of [anActor(ACME, 'p-nobody'), anActor(ACME, 'p-dora'), aLead(ACME, 'another'), aLead(GLOBEX, PROGRAM), anActor(GLOBEX, BILAL)]) {
      expect(await list(actor)).toEqual([]);
      for (const id of [PROGRAM, 'never-was']) expect(await program(actor, id)).toBeUndefined();
    }
    expect(await program(lead(), PROGRAM)).toBe(PROGRAM);
  });

  it('show the cohorts of several programmes at once, the newest first, to each their own', async () => {
    const ask = async (actor: Actor) =>
      (await new CohortsOfProgramsHandler(ledger.readModels).execute(new CohortsOfProgramsQuery(ACME, actor, [PROGRAM, 'horizons'], after))).map(({ cohortId }) => cohortId);
    expect(await ask(lead())).toEqual(['autumn', COHORT]);
    expect(await ask(anActor(ACME, BILAL))).toEqual([COHORT]);
    expect(await ask(anActor(ACME, 'p-edda', 'EXECUTIVE'))).toEqual([]);
  });

  it('show a cohort to its lead and to those in it', async () => {
    expect([await cohort(lead(), COHORT), await cohort(anActor(ACME, AMARA), COHORT)]).toEqual([COHORT, COHORT]);
    for (const actor of [anActor(ACME, 'p-dora'), aLead(ACME, 'another'), aLead(GLOBEX, PROGRAM)]) {
      expect([await cohort(actor, COHORT), await cohort(actor, 'never-was')]).toEqual([undefined, undefined]);
    }
  });

  it('show the roster to the lead, page by page, and to a participant themselves alone', async () => {
    const first = await roster(lead(), COHORT, 1);
    const second = await roster(lead(), COHORT, 1, first.pageInfo.endCursor);
    expect([first, second].map(({ edges, pageInfo }) => [edges.map(({ node }) => node.personId), pageInfo.hasNextPage])).toEqual([[[AMARA], true], [[BILAL], false]]);
    expect((await roster(anActor(ACME, BILAL))).edges.map(({ node }) => node.personId)).toEqual([BILAL]);
    for (const actor of [anActor(ACME, 'p-edda', 'EXECUTIVE'), aLead(ACME, 'another'), aLead(GLOBEX, PROGRAM)]) expect((await roster(actor)).edges).toEqual([]);
  });

  it('show everybody their own requests and places, also those that came to nothing', async () => {
    const mine = (actor: Actor) => new MyEnrolmentsHandler(ledger.readModels).execute(new MyEnrolmentsQuery(actor.tenant, actor, at(actor.tenant)));
    expect(await mine(anActor(ACME, 'p-dora'))).toMatchObject([{ cohortId: 'autumn', status: 'DECLINED', since: '2025-03-03', rulesVersion: 1 }]);
    expect([await mine(anActor(ACME, 'p-nobody')), await mine(anActor(GLOBEX, 'p-dora'))]).toEqual([[], []]);
  });
});
