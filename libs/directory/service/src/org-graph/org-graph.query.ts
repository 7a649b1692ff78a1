import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { graphFigures, organizationGraph, type GraphPost } from '@vouchsafe/directory-domain';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { heldOn, holderFact, lineFact, organizationFacts, postFact } from '../organization-facts/organization-facts.projection.js';
import type { KnownAt } from './known-at.js';

/** A post on a day; people by id. */
export interface PostRow extends GraphPost {
  readonly title: string | null;
  readonly unit: string | null;
  readonly function: string | null;
  readonly grade: string;
  readonly level: number | null;
  readonly holders: readonly string[];
}

export interface FiguresRow { posts: number; holders: number; tops: number; depth: number; closure: number; units: number; belowAHole: number }

const MOST_HOLDERS = 50;
const LINES = (dotted: boolean): string => `(SELECT array_agg(l.above_id ORDER BY l.above_id) FROM ${lineFact} AS l
  WHERE l.tenant_id = $1 AND l.post_id = p.post_id AND l.dotted = ${dotted} AND ${heldOn('l', '$2', '$3')})`;
const POSTS = `SELECT p.post_id AS "postId", c.title, p.unit, p.function, p.grade, p.rank AS level, p.line_known AS "lineKnown",
    (${LINES(false)})[1] AS "reportsTo", coalesce(${LINES(true)}, '{}') AS "dottedTo",
    ARRAY(SELECT h.person_id FROM ${holderFact} AS h WHERE h.tenant_id = $1 AND h.post_id = p.post_id AND ${heldOn('h', '$2', '$3')} ORDER BY h.person_id LIMIT ${MOST_HOLDERS}) AS holders
  FROM ${postFact} AS p LEFT JOIN directory.post_card AS c ON c.tenant_id = $1 AND c.post_id = p.post_id
  WHERE p.tenant_id = $1 AND ${heldOn('p', '$2', '$3')}`;

export class OrgPostsQuery extends Query<PostRow[]> {
  constructor(readonly tenant: TenantId, readonly asOf: IsoDate, readonly known: KnownAt, readonly page: Page) {
    super();
  }
}

@QueryHandler(OrgPostsQuery)
export class OrgPostsHandler implements IQueryHandler<OrgPostsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, asOf, known, page }: OrgPostsQuery) {
    return this.readModels.many<PostRow>(tenant, organizationFacts, known.after, `${POSTS} AND p.post_id > $4 ORDER BY p.post_id LIMIT $5`,
      [tenant, asOf, known.position, page.after?.[0] ?? '', page.limit]);
  }
}

const WHOLE = `SELECT p.post_id AS "postId", p.unit, p.line_known AS "lineKnown", l.above AS "reportsTo", coalesce(l.dotted, '{}') AS "dottedTo", coalesce(h.holders, 0) AS holders
  FROM ${postFact} AS p
  LEFT JOIN (SELECT l.post_id, min(l.above_id) FILTER (WHERE NOT l.dotted) AS above, array_agg(l.above_id) FILTER (WHERE l.dotted) AS dotted
               FROM ${lineFact} AS l WHERE l.tenant_id = $1 AND ${heldOn('l', '$2', '$3')} GROUP BY l.post_id) AS l USING (post_id)
  LEFT JOIN (SELECT h.post_id, count(*) AS holders FROM ${holderFact} AS h WHERE h.tenant_id = $1 AND ${heldOn('h', '$2', '$3')} GROUP BY h.post_id) AS h USING (post_id)
  WHERE p.tenant_id = $1 AND ${heldOn('p', '$2', '$3')}`;

export class OrgFiguresQuery extends Query<FiguresRow> {
  constructor(readonly tenant: TenantId, readonly asOf: IsoDate, readonly known: KnownAt) {
    super();
  }
}

@QueryHandler(OrgFiguresQuery)
export class OrgFiguresHandler implements IQueryHandler<OrgFiguresQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, asOf, known }: OrgFiguresQuery) {
    const rows = await this.readModels.many<GraphPost & { unit: string | null; holders: number }>(tenant, organizationFacts, known.after, WHOLE, [tenant, asOf, known.position]);
    const { tops, depth, closure, belowAHole } = graphFigures(organizationGraph(rows));
    const units = new Set(rows.map(({ unit }) => unit).filter((unit) => unit !== null));
    return { posts: rows.length, holders: rows.reduce((sum, { holders }) => sum + holders, 0), tops, depth, closure, units: units.size, belowAHole: belowAHole.size };
  }
}
