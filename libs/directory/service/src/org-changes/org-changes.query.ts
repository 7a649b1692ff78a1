import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import type { OrgChangeKind } from '../graphql.generated.js';
import { heldOn, lineFact, organizationFacts, personFact, postFact } from '../organization-facts/organization-facts.projection.js';
import type { KnownAt } from '../org-graph/known-at.js';

export interface ChangeRow {
  readonly kind: OrgChangeKind; readonly subject: string; readonly title: string | null; readonly before: string | null; readonly now: string | null;
}

export class OrgChangesQuery extends Query<ChangeRow[]> {
  constructor(readonly tenant: TenantId, readonly from: IsoDate, readonly to: IsoDate, readonly known: KnownAt, readonly page: Page) {
    super();
  }
}

const posts = (day: string): string => `SELECT p.post_id, p.grade, p.rank, p.unit, p.function, (SELECT min(l.above_id) FROM ${lineFact} AS l
    WHERE l.tenant_id = $1 AND l.post_id = p.post_id AND NOT l.dotted AND ${heldOn('l', day, '$4')}) AS above
  FROM ${postFact} AS p WHERE p.tenant_id = $1 AND ${heldOn('p', day, '$4')}`;
const persons = (day: string): string => `SELECT f.person_id FROM ${personFact} AS f WHERE f.tenant_id = $1 AND ${heldOn('f', day, '$4')}`;

const CHANGES = `WITH a AS MATERIALIZED (${posts('$2')}), b AS MATERIALIZED (${posts('$3')}), p AS MATERIALIZED (${persons('$2')}), q AS MATERIALIZED (${persons('$3')}),
  changes (kind, subject, before, now) AS (
    SELECT 'POST_OPENED', b.post_id, NULL, NULL FROM b LEFT JOIN a USING (post_id) WHERE a.post_id IS NULL
    UNION ALL SELECT 'POST_CLOSED', a.post_id, NULL, NULL FROM a LEFT JOIN b USING (post_id) WHERE b.post_id IS NULL
    UNION ALL SELECT 'LEVEL_CHANGED', a.post_id, a.grade, b.grade FROM a JOIN b USING (post_id) WHERE (a.grade, a.rank) IS DISTINCT FROM (b.grade, b.rank)
    UNION ALL SELECT 'UNIT_CHANGED', a.post_id, a.unit, b.unit FROM a JOIN b USING (post_id) WHERE a.unit IS DISTINCT FROM b.unit
    UNION ALL SELECT 'FUNCTION_CHANGED', a.post_id, a.function, b.function FROM a JOIN b USING (post_id) WHERE a.function IS DISTINCT FROM b.function
    UNION ALL SELECT 'LINE_CHANGED', a.post_id, a.above, b.above FROM a JOIN b USING (post_id) WHERE a.above IS DISTINCT FROM b.above
    UNION ALL SELECT 'PERSON_JOINED', q.person_id, NULL, NULL FROM q LEFT JOIN p USING (person_id) WHERE p.person_id IS NULL
    UNION ALL SELECT 'PERSON_LEFT', p.person_id, NULL, NULL FROM p LEFT JOIN q USING (person_id) WHERE q.person_id IS NULL
  )
  SELECT c.kind, c.subject, t.title, c.before, c.now FROM changes AS c LEFT JOIN directory.post_card AS t ON t.tenant_id = $1 AND t.post_id = c.subject
   WHERE (c.kind COLLATE "C", c.subject COLLATE "C") > ($5, $6) ORDER BY c.kind COLLATE "C", c.subject COLLATE "C" LIMIT $7`;

@QueryHandler(OrgChangesQuery)
export class OrgChangesHandler implements IQueryHandler<OrgChangesQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, from, to, known, page }: OrgChangesQuery) {
    return this.readModels.many<ChangeRow>(tenant, organizationFacts, known.after, CHANGES, [tenant, from, to, known.position, page.after?.[0] ?? '', page.after?.[1] ?? '', page.limit]);
  }
}
