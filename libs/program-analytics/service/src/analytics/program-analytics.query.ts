import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore } from '@vouchsafe/event-store';
import { groupBy } from '@vouchsafe/program-analytics-domain';
import { ReadModels } from '@vouchsafe/projections';
import { SharedFigures } from '@vouchsafe/tenancy-contracts';
import type { Cell } from '../program-cells/cell.js';
import { cellsNow } from '../program-cells/read-cells.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import { asKnown, chainAt, instantOf, type Known } from './as-known.js';
import { FactsAt } from './facts-at.js';
import { keptFigures } from './kept-figures.js';
import { logBeginnings } from './log-beginning.js';
import { notYet } from './not-yet.js';
import { partOf } from './part.js';
import { consistsOfMonths, frameOf, periodRefusal, type Period } from './period.js';
import { finerThanReleased, ownScope, scopeRefusal, sharedScope, type Scope, type Wanted } from './scope.js';
import { FEWEST_PEOPLE } from './show.js';

export interface Question {
  readonly scope: Scope;
  readonly period: Period;
  readonly asKnownAt: string | null;
  readonly after: Position | null;
  readonly signal: AbortSignal | undefined;
}

/** A success whose figures are functions that GraphQL calls for the fields that are asked for, or a refusal. */
export class ProgramAnalyticsQuery extends Query<object> {
  constructor(readonly actor: Actor, readonly question: Question) {
    super();
  }
}

const NOTHING = { __typename: 'NothingInScope', message: 'There is nothing for you under one of these ids.' } as const;

@QueryHandler(ProgramAnalyticsQuery)
export class ProgramAnalyticsHandler implements IQueryHandler<ProgramAnalyticsQuery> {
  private readonly beginningOf = logBeginnings(this.log);

  constructor(private readonly readModels: ReadModels, private readonly log: EventStore, private readonly shared: SharedFigures, private readonly clock: Clock) {}

  async execute({ actor, question }: ProgramAnalyticsQuery): Promise<object> {
    const { scope, period, asKnownAt, after } = question;
    const refusal = periodRefusal(period, asKnownAt, this.clock.now().toISOString()) ?? scopeRefusal(scope);
    if (refusal) return refusal;
    const wanted = await this.wantedBy(actor, scope, after);
    if (wanted === null || wanted.length === 0) return NOTHING;
    const finer = finerThanReleased(wanted, question);
    if (finer) return finer;
    const parts: object[] = [];
    for (const [tenant, theirs] of groupBy(wanted, ({ tenant }) => tenant)) {
      const views = await this.viewsOf(tenant, theirs, question);
      if (views === null) return { __typename: 'PeriodLiesBeforeTheLog', message: `Nothing had been recorded by ${period.to}: the period lies before the log.` };
      parts.push(...views);
    }
    return { __typename: 'ProgramAnalytics', period: { __typename: 'Period', ...period }, parts: ({ first }: { first: number }) => parts.slice(0, first), partCount: parts.length, notYet };
  }

  private async wantedBy(actor: Actor, scope: Scope, after: Position | null): Promise<Wanted[] | null> {
    const { tenant, roles } = actor;
    const isOwn = scope.organizations === null || scope.organizations.every((id) => id === tenant);
    const own = isOwn ? await ownScope(this.readModels, actor, scope, after) : [];
    if (!roles.has('GROUP_EXECUTIVE')) return isOwn ? own : null;
    if (own !== null && own.length > 0) return own;
    return sharedScope(this.readModels, await this.shared.sharedWith(tenant, 'PROGRAM_REPORT', this.clock.today()), scope);
  }

  /** The populations of one organization, all at one position. Null if its log begins after the period. */
  private async viewsOf(tenant: TenantId, wanted: readonly Wanted[], { period, asKnownAt, after, signal }: Question): Promise<object[] | null> {
    const beginning = await this.beginningOf(tenant);
    if (beginning === undefined || period.to < beginning) return null;
    const { known, cells } = asKnownAt === null ? await this.now(tenant, wanted, period, after) : { known: await asKnown(this.log, tenant, asKnownAt, after), cells: null };
    const frame = frameOf(period, known.asKnownAt);
    const ofAll: ConstructorParameters<typeof FactsAt>[5] = new Map();
    return wanted.map(({ member, programIds, cohortIds, seesPeople }) => partOf({
      organization: member, programIds, cohortIds, seesPeople, frame, asKnownAt: known.asKnownAt, fewest: seesPeople ? 0 : FEWEST_PEOPLE,
      chain: () => chainAt(this.log, tenant, known.position),
      facts: new FactsAt(this.readModels, tenant, known.position, { programIds, cohortIds }, signal, ofAll),
      kept: cells && cohortIds === null && frame.to <= frame.knownOn ? keptFigures(cells.filter(({ programId }) => programIds.includes(programId))) : {},
    }));
  }

  /** The present, with the cells that were kept of it where the period is made of months. It names an instant at which the facts say the same. */
  private async now(tenant: TenantId, wanted: readonly Wanted[], period: Period, after: Position | null): Promise<{ known: Known; cells: readonly Cell[] | null }> {
    const known = await asKnown(this.log, tenant, null, after);
    if (!consistsOfMonths(period)) return { known, cells: null };
    const seen = await this.readModels.within(tenant, [programFacts], known.position, async (tx, seenAt) => ({
      position: seenAt!, cells: await cellsNow(tx, wanted.flatMap(({ programIds }) => programIds), period),
    }));
    // The cells may have moved on while we looked; they stand where some instant finds them again, or nearly always.
    const instant = seen.position === known.position ? known.asKnownAt : await instantOf(this.log, tenant, seen.position);
    return instant === null ? { known, cells: null } : { known: { asKnownAt: instant, position: seen.position }, cells: seen.cells };
  }
}
