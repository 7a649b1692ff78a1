import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor } from '@vouchsafe/access';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { searchable } from '../identity-cards/write-cards.js';
import { heldOn, holderFact, NOW_KNOWN, organizationFacts, personFact, postFact } from '../organization-facts/organization-facts.projection.js';

/** What the directory says of a person on a day. */
export interface PersonRow {
  readonly personId: string;
  readonly name: string | null;
  readonly jobTitle: string | null;
  readonly postId: string | null;
  readonly grade: string | null;
  readonly level: number | null;
  readonly unit: string | null;
  readonly function: string | null;
  readonly joinedOn: IsoDate | null;
  /** Null for someone whom the directory has never known. */
  readonly isPresent: boolean | null;
  /** False once they were deactivated. */
  readonly hasAccess: boolean;
}

// Somebody who holds several posts is shown in the one that takes most of the week.
const PERSONS = `SELECT w.person_id AS "personId", c.name, t.title AS "jobTitle", h.post_id AS "postId", p.grade, p.rank AS level, p.unit, p.function, f.joined_on AS "joinedOn",
    f.effective_from <= $3 AND (f.effective_to IS NULL OR f.effective_to > $3) AS "isPresent", NOT coalesce(f.access_ended, false) AS "hasAccess"
  FROM unnest($2::text[]) AS w (person_id)
  LEFT JOIN directory.person_card AS c ON c.tenant_id = $1 AND c.person_id = w.person_id
  LEFT JOIN LATERAL (SELECT * FROM ${personFact} AS f WHERE f.tenant_id = $1 AND f.person_id = w.person_id AND f.known_to IS NULL
    ORDER BY (f.effective_from <= $3) DESC, f.effective_from DESC LIMIT 1) AS f ON true
  LEFT JOIN LATERAL (SELECT h.post_id FROM ${holderFact} AS h WHERE h.tenant_id = $1 AND h.person_id = w.person_id AND ${heldOn('h', '$3', '$4')}
    ORDER BY h.share DESC NULLS LAST, h.post_id LIMIT 1) AS h ON true
  LEFT JOIN ${postFact} AS p ON p.tenant_id = $1 AND p.post_id = h.post_id AND ${heldOn('p', '$3', '$4')}
  LEFT JOIN directory.post_card AS t ON t.tenant_id = $1 AND t.post_id = h.post_id`;

/** People by id, on a day, in no particular order. */
export const findPersons = (readModels: ReadModels, tenant: TenantId, ids: readonly string[], asOf: IsoDate, after: Position | null): Promise<PersonRow[]> =>
  readModels.many<PersonRow>(tenant, organizationFacts, after, PERSONS, [tenant, ids, asOf, NOW_KNOWN]);

export class PeopleQuery extends Query<{ personId: string; nameSearch: string }[]> {
  constructor(
    readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly namePrefix: string | null, readonly asOf: IsoDate, readonly after: Position | null,
  ) {
    super();
  }
}

const PRESENT = `EXISTS (SELECT FROM ${personFact} AS f WHERE f.tenant_id = $1 AND f.person_id = c.person_id AND ${heldOn('f', '$2', '$3')})`;

@QueryHandler(PeopleQuery)
export class PeopleHandler implements IQueryHandler<PeopleQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, actor, page, namePrefix, asOf, after }: PeopleQuery) {
    const may = whereOf(policy(actor, 'person:read', 'person'));
    const ask = (text: string, values: readonly unknown[]) => this.readModels.many<{ personId: string; nameSearch: string }>(tenant, organizationFacts, after, text, values);
    if (namePrefix === null) {
      const where = toSql(may, { tenant: 'f.tenant_id', columns: { personId: 'f.person_id' } }, 6);
      return ask(
        `SELECT f.person_id AS "personId", '' AS "nameSearch" FROM ${personFact} AS f WHERE f.tenant_id = $1 AND ${heldOn('f', '$2', '$3')} AND f.person_id > $4 AND ${where.text}
          ORDER BY f.person_id LIMIT $5`,
        [tenant, asOf, NOW_KNOWN, page.after?.[0] ?? '', page.limit, ...where.values]);
    }
    // Compared as bytes, so that the index serves a prefix under row security too: LIKE would be looked at row by row.
    const prefix = searchable(namePrefix);
    const where = toSql(may, { tenant: 'c.tenant_id', columns: { personId: 'c.person_id' } }, 9);
    return ask(
      `SELECT c.person_id AS "personId", c.name_search AS "nameSearch" FROM directory.person_card AS c
        WHERE c.tenant_id = $1 AND c.name_search >= $4 AND c.name_search < $5 AND (c.name_search, c.person_id) > ($6, $7) AND ${PRESENT} AND ${where.text}
        ORDER BY c.name_search, c.person_id LIMIT $8`,
      [tenant, asOf, NOW_KNOWN, prefix, `${prefix}\u{10FFFF}`, page.after?.[0] ?? '', page.after?.[1] ?? '', page.limit, ...where.values]);
  }
}
