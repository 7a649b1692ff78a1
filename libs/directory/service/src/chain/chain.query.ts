import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import { ReadModels } from '@vouchsafe/projections';
import { heldOn, holderFact, lineFact, organizationFacts, postFact } from '../organization-facts/organization-facts.projection.js';
import type { KnownAt } from '../org-graph/known-at.js';

/** The posts that someone holds (0 steps) and those above them, each once, at its shortest distance. */
export interface ReachedPost {
  readonly personId: string;
  readonly postId: string;
  readonly steps: number;
  /** False if a line of this post was refused, or if the post itself is not there on that day. */
  readonly lineKnown: boolean;
}

// UNION drops what has been reached before, so a circle ends. Steps are counted level by level outside of it.
const REACHED = `WITH RECURSIVE reached (person_id, post_id) AS (
    SELECT h.person_id, h.post_id FROM ${holderFact} AS h WHERE h.tenant_id = $1 AND h.person_id = ANY ($4::text[]) AND ${heldOn('h', '$2', '$3')}
    UNION
    SELECT r.person_id, l.above_id FROM reached AS r JOIN ${lineFact} AS l ON l.tenant_id = $1 AND l.post_id = r.post_id AND ${heldOn('l', '$2', '$3')}
  )
  SELECT r.person_id AS "personId", r.post_id AS "postId", coalesce(p.line_known, false) AS "lineKnown",
    EXISTS (SELECT FROM ${holderFact} AS h WHERE h.tenant_id = $1 AND h.person_id = r.person_id AND h.post_id = r.post_id AND ${heldOn('h', '$2', '$3')}) AS own,
    ARRAY(SELECT l.above_id FROM ${lineFact} AS l WHERE l.tenant_id = $1 AND l.post_id = r.post_id AND ${heldOn('l', '$2', '$3')}) AS above
  FROM reached AS r LEFT JOIN ${postFact} AS p ON p.tenant_id = $1 AND p.post_id = r.post_id AND ${heldOn('p', '$2', '$3')}`;

type Row = Omit<ReachedPost, 'steps'> & { own: boolean; above: string[] };

const withSteps = (rows: readonly Row[]): ReachedPost[] => {
  const byPost = new Map(rows.map((row) => [row.postId, row]));
  const reached: ReachedPost[] = [];
  const seen = new Set<string>();
  let level = rows.filter(({ own }) => own).map(({ postId }) => postId);
  for (let steps = 0; level.length > 0; steps += 1) {
    const next: string[] = [];
    for (const postId of level) {
      const row = byPost.get(postId);
      if (!row || seen.has(postId)) continue;
      seen.add(postId);
      reached.push({ personId: row.personId, postId, steps, lineKnown: row.lineKnown });
      next.push(...row.above);
    }
    level = next;
  }
  return reached;
};

/** Everything at and above the posts of these people on a day: a walk in the database, which ends on any graph. */
export const findReached = async (
  readModels: ReadModels, tenant: TenantId, personIds: readonly string[], asOf: IsoDate, position: Position, after: Position | null,
): Promise<ReadonlyMap<string, readonly ReachedPost[]>> => {
  const rows = await readModels.many<Row>(tenant, organizationFacts, after, REACHED, [tenant, asOf, position, personIds]);
  return new Map(personIds.map((personId) => [personId, withSteps(rows.filter((row) => row.personId === personId))]));
};

/** A post above someone, with those who hold it. */
export interface LinkRow { readonly steps: number; readonly postId: string; readonly title: string | null; readonly holders: readonly string[] }
export interface ChainRow { readonly isKnown: boolean; readonly above: readonly LinkRow[] }

export class ChainQuery extends Query<ChainRow | null> {
  constructor(readonly tenant: TenantId, readonly personId: string, readonly asOf: IsoDate, readonly known: KnownAt) {
    super();
  }
}

const POSTS = `SELECT w.post_id AS "postId", c.title,
    ARRAY(SELECT h.person_id FROM ${holderFact} AS h WHERE h.tenant_id = $1 AND h.post_id = w.post_id AND ${heldOn('h', '$2', '$3')} ORDER BY h.person_id LIMIT 50) AS holders
  FROM unnest($4::text[]) AS w (post_id) LEFT JOIN directory.post_card AS c ON c.tenant_id = $1 AND c.post_id = w.post_id`;

@QueryHandler(ChainQuery)
export class ChainHandler implements IQueryHandler<ChainQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, personId, asOf, known }: ChainQuery) {
    const reached = (await findReached(this.readModels, tenant, [personId], asOf, known.position, known.after)).get(personId)!;
    if (reached.length === 0) return null;
    const above = reached.filter(({ steps }) => steps > 0);
    const rows = await this.readModels.many<Omit<LinkRow, 'steps'>>(tenant, organizationFacts, known.after, POSTS, [tenant, asOf, known.position, above.map(({ postId }) => postId)]);
    const byPost = new Map(rows.map((row) => [row.postId, row]));
    return { isKnown: reached.every(({ lineKnown }) => lineKnown), above: above.map(({ steps, postId }) => ({ steps, ...byPost.get(postId)! })) };
  }
}
