import { blindIndex } from './blind-index.js';

const SECRET = '0123456789abcdef0123456789abcdef';

it('finds one address in all its spellings, and no other', () => {
  const index = blindIndex(SECRET, 'amara@example.org');
  expect(blindIndex(SECRET, ' Amara@Example.ORG ')).toBe(index);
  expect(blindIndex(SECRET, 'ａmara@example.org')).toBe(index); // full-width, as some keyboards write
  expect(blindIndex(SECRET, 'amare@example.org')).not.toBe(index);
  expect(index).not.toContain('amara');
});

it('says another thing in every installation', () =>
  expect(blindIndex('another secret of 32 bytes or so..', 'amara@example.org')).not.toBe(blindIndex(SECRET, 'amara@example.org')));
