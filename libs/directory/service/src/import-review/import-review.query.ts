import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RowVerdict } from '@vouchsafe/directory-domain';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { importReviews, type ImportReviewRow } from './import-review.projection.js';

export type ReviewRow = ImportReviewRow & { readonly file: string | null };

const SELECT = `SELECT r.import_id AS "importId", r.state, r.staged, r.staged_at AS "stagedAt", r.position, r.confirmed_at AS "confirmedAt",
  r.accept_leavers_reason AS "acceptLeaversReason", i.file_name AS file
  FROM ${importReviews.table} AS r LEFT JOIN directory.people_import AS i ON i.tenant_id = $1 AND i.import_id = r.import_id WHERE r.tenant_id = $1`;

export class ImportReviewQuery extends Query<ReviewRow | null> {
  constructor(readonly tenant: TenantId, readonly id: string, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(ImportReviewQuery)
export class ImportReviewHandler implements IQueryHandler<ImportReviewQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, id, after }: ImportReviewQuery) {
    return this.readModels.one<ReviewRow>(tenant, importReviews, after, `${SELECT} AND r.import_id = $2`, [tenant, id]);
  }
}

export class ImportsQuery extends Query<ReviewRow[]> {
  constructor(readonly tenant: TenantId, readonly page: Page, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(ImportsQuery)
export class ImportsHandler implements IQueryHandler<ImportsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, page, after }: ImportsQuery) {
    return this.readModels.many<ReviewRow>(tenant, importReviews, after, `${SELECT} AND r.position < $2 ORDER BY r.position DESC LIMIT $3`,
      [tenant, page.after?.[0] ?? Number.MAX_SAFE_INTEGER, page.limit]);
  }
}

export class ImportVerdictsQuery extends Query<(RowVerdict & { ordinal: number })[]> {
  constructor(readonly tenant: TenantId, readonly importId: string, readonly effect: 'row rejected' | 'line refused', readonly page: Page) {
    super();
  }
}

@QueryHandler(ImportVerdictsQuery)
export class ImportVerdictsHandler implements IQueryHandler<ImportVerdictsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, importId, effect, page }: ImportVerdictsQuery) {
    return this.readModels.many<RowVerdict & { ordinal: number }>(tenant, importReviews, null,
      `SELECT ordinal, line, column_name AS column, code FROM directory.import_verdict
        WHERE tenant_id = $1 AND import_id = $2 AND effect = $3 AND ordinal > $4 ORDER BY ordinal LIMIT $5`,
      [tenant, importId, effect, page.after?.[0] ?? -1, page.limit]);
  }
}
