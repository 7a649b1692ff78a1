import { tenantId } from '@vouchsafe/event-schema';
import { Pages, type PageArguments } from './pages.js';

const ACME = tenantId('00000000-0000-4000-8000-00000000000a');
const GLOBEX = tenantId('00000000-0000-4000-8000-00000000000b');
const pages = new Pages('a secret of at least thirty-two bytes');
const rows = Array.from({ length: 7 }, (_, index) => ({ id: `c${index}`, dueOn: `2026-0${1 + index}-01` }));
const LIST = 'commitments by due date';

/** What a keyset query answers. */
const query = (page: { after: readonly unknown[] | null; limit: number }) =>
  rows.filter(({ dueOn }) => page.after === null || dueOn > String(page.after[0])).slice(0, page.limit);

const ask = (args: PageArguments) => {
  const page = pages.page(ACME, LIST, args);
  return pages.connection(page, query(page), ({ dueOn, id }) => [dueOn, id]);
};

it('walks a list to its end, every row once', () => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 3; turn += 1) {
    const { edges, pageInfo } = ask({ first: 3, after });
    seen.push(...edges.map(({ node }) => node.id));
    expect(pageInfo.hasNextPage).toBe(turn < 2);
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual(rows.map(({ id }) => id));
});

it('answers an empty page without a cursor', () => {
  expect(pages.connection(pages.page(ACME, LIST, {}), [], () => [])).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
});

it.each([0, -1, 101, 1_000_000])('refuses a page of %d with a sentence', (first) => {
  expect(() => ask({ first })).toThrow('A page has 1 to 100 items');
});

it('refuses a forged, a cut and a foreign cursor, and one of another list, in the same words', () => {
  const { endCursor } = ask({ first: 2 }).pageInfo;
  const cursor = endCursor!;
  const forged = Buffer.from(cursor, 'base64url');
  forged[forged.length - 2]! ^= 1;
  const attempts = [
    () => ask({ after: forged.toString('base64url') }),
    () => ask({ after: cursor.slice(0, 20) }),
    () => ask({ after: '' }),
    () => ask({ after: 'WyIyMDI2Il0' }),
    () => pages.page(GLOBEX, LIST, { after: cursor }),
    () => pages.page(ACME, 'commitments by name', { after: cursor }),
    () => new Pages('another secret, as long as the first one').page(ACME, LIST, { after: cursor }),
  ];
  for (const attempt of attempts) expect(attempt).toThrow('This cursor is not one of this list. Start again without "after".');
});

it('shows neither the tenant nor the sort key of one list in the cursor of another', () => {
  const page = pages.page(ACME, LIST, { first: 1 });
  expect(pages.connection(page, rows, ({ id }) => [id]).pageInfo.endCursor)
    .not.toBe(pages.connection({ ...page, tenant: GLOBEX }, rows, ({ id }) => [id]).pageInfo.endCursor);
});

it('refuses a secret that can be guessed', () => {
  expect(() => new Pages('short')).toThrow('at least 32 bytes');
});
