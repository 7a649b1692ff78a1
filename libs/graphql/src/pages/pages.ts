import type { TenantId } from '@vouchsafe/event-schema';
import { badUserInput } from '../errors/api-error.js';
import { Cursors, type SortKey } from './cursors.js';

export const MOST_PER_PAGE = 100;
export const DEFAULT_PER_PAGE = 25;

/** The arguments of a connection field. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** What a query needs to know: which list, and where to go on. */
export interface Page {
  readonly tenant: TenantId;
  readonly list: string;
  /** `WHERE (sort, columns) > (after)`; null on the first page. */
  readonly after: SortKey | null;
  /** For `LIMIT`: one row more than is shown, because it tells whether another page follows. */
  readonly limit: number;
}

export interface Edge<Node> { readonly cursor: string; readonly node: Node }
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** @throws GraphQLError BAD_USER_INPUT outside 1 to 100 */
export const checkFirst = (first: unknown): void => {
  if (typeof first === 'number' && first >= 1 && first <= MOST_PER_PAGE) return;
  throw badUserInput(`A page has 1 to ${MOST_PER_PAGE} items: give "first" within that, and go on from "endCursor".`);
};

/** Keyset pages: no offsets, no counts. One instance per installation. */
export class Pages {
  private readonly cursors: Cursors;

  /** @param secret at least 32 bytes, the same in every api process of the installation */
  constructor(secret: Buffer | string) {
    this.cursors = new Cursors(secret);
  }

  /** @param list names the list and its order, for example `commitments by due date`: a cursor of one order is no cursor of another
   * @throws GraphQLError BAD_USER_INPUT for a page too large or too small, and for a cursor that is not of this list of this tenant */
  page(tenant: TenantId, list: string, { first, after }: PageArguments): Page {
    const size = first ?? DEFAULT_PER_PAGE;
    checkFirst(size);
    if (after == null) return { tenant, list, after: null, limit: size + 1 };
    const key = this.cursors.open(tenant, list, after);
    if (!key) throw badUserInput('This cursor is not one of this list. Start again without "after".');
    return { tenant, list, after: key, limit: size + 1 };
  }

  /** @param rows at most `page.limit`, in the order of the list
   * @param keyOf the row's sort key, in the order of the list's columns */
  connection<Node>({ tenant, list, limit }: Page, rows: readonly Node[], keyOf: (row: Node) => SortKey): Connection<Node> {
    const edges = rows.slice(0, limit - 1).map((node) => ({ node, cursor: this.cursors.seal(tenant, list, keyOf(node)) }));
    return { edges, pageInfo: { hasNextPage: rows.length >= limit, endCursor: edges.at(-1)?.cursor ?? null } };
  }
}
