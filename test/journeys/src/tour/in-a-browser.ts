import type { Page } from 'playwright-core';
import { PATIENCE_MS, type Installation } from '@vouchsafe/test-support';
import { describeWithBrowser } from './browser.js';

/** What a newcomer tries first: the examples of GraphiQL, in a real browser, on the sample organizations. */
export const inABrowser = (installation: () => Installation): void => describeWithBrowser('GraphiQL', (open) => {
  let page: Page;
  beforeAll(async () => {
    page = await open();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${installation().origin}/graphql`);
  });

  /** Chooses who one is and an example, runs it, and reads what it answers. */
  const tries = async (name: string, example: string): Promise<string> => {
    const who = page.getByLabel('Signed in as');
    await who.locator('option', { hasText: name }).first().waitFor({ state: 'attached' });
    await who.selectOption({ label: (await who.locator('option').allTextContents()).find((text) => text.includes(name))! });
    const choice = page.getByLabel('Try');
    await choice.selectOption({ index: 0 });
    // Whoever is somebody else now is told the contract anew: that is no answer to the example.
    const asked = page.waitForResponse((response) => response.url().endsWith('/graphql') && /operationName(?!":"IntrospectionQuery)/.test(response.request().postData() ?? ''));
    await page.locator('.graphiql-query-editor').evaluate((shown) => shown.setAttribute('data-before', ''));
    await choice.selectOption({ label: example });
    await page.locator('.graphiql-query-editor:not([data-before])', { hasText: '# ' }).waitFor(); // it comes when the ids have been looked up
    await page.getByRole('button', { name: /Execute query/ }).click();
    return (await asked).text();
  };

  it.each([
    ['Chloé Martin', 'Programme lead: what came of a programme', /"coverage".*"WILSON"/s],
    ['Amara Okafor', 'Sponsor: record an advocacy action', /"AdvocacyActionRecorded"/],
    ['Bilal Haddad', 'Protégé: confirm an action', /"AdvocacyActionConfirmed"/],
    ['Bilal Haddad', 'Protégé: record an outcome', /"OutcomeRecorded"/],
    ['Bilal Haddad', 'Protégé: link an outcome to an action', /"OutcomeLinked"/],
    ['Mei Tanaka', 'Protégé: propose a commitment', /"CommitmentProposed"/],
    ['Mei Tanaka', 'Both: sign a commitment', /"CommitmentSigned"/],
    ['Amara Okafor', 'Both: sign a commitment', /"CommitmentSigned"/],
    ['Grace Mensah', 'Group executive: members side by side', /"handle":"harbourline".*"handle":"torvald-reyes"/s],
  ])('%s runs "%s", with nothing to fill in', async (name, example, answer) => {
    expect((await tries(name, example)).replaceAll(/\s+/g, '')).toMatch(answer);
  });

  it('says in words that nobody is signed in', async () => {
    await page.getByLabel('Signed in as').selectOption({ index: 0 });
    await page.getByLabel('Try').selectOption({ label: 'Sponsor: correct an action' });
    await page.getByText('Choose who you are first').waitFor();
  });
});
