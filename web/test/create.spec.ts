import type { Browser } from 'playwright-core';
import { foundCompany, type Company } from '../../test/support/company.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit } from './support/board.js';

describeInBrowser('Creating an initiative', () => {
  let browser: Browser;
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    browser = await launch();
    server = await startTestServer();
    company = await foundCompany(server);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('comes from the empty board, tells errors at the fields, and goes to the new one', async () => {
    const { page, context, go, troubles } = await visit(browser, server, company.manager.token);
    await go(`/p/${company.key}/board`);
    await page.getByText('There are no initiatives yet.').waitFor();
    await page.keyboard.press('c');
    await page.waitForURL(`**/p/${company.key}/new`);
    await page.getByLabel('Name').fill('Claims triage');
    await page.getByRole('button', { name: 'Create initiative' }).click();
    await page.getByText('Say which pain it is to relieve.').waitFor();
    await page.getByLabel('Problem').fill('Every claim is read twice.');
    await page.getByLabel('Value thesis').selectOption('PRODUCTIVITY');
    await page.getByLabel('Owner').selectOption({ label: 'Olga Owner' });
    await page.getByLabel('Template').fill('none-such');
    await page.getByRole('button', { name: 'Create initiative' }).click();
    await page.getByText('It was not created').waitFor();
    expect(await page.getByLabel('Template').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Template').fill('');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(`**/i/${company.key}-1`);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('makes one where the answer gets lost on its way, and the page sends it again', async () => {
    const { page, context, go } = await visit(browser, server, company.manager.token);
    let sent = 0;
    await page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('"operationName":"CreateInitiative"')) {
        await route.continue();
        return;
      }
      sent += 1;
      // Done by the server, and cut off before the page hears of it.
      const answer = await route.fetch();
      await (sent === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }));
    });
    await go(`/p/${company.key}/new`);
    await page.getByLabel('Name').fill('Sent twice');
    await page.getByLabel('Problem').fill('Answers get lost.');
    await page.getByLabel('Value thesis').selectOption('COST');
    await page.getByLabel('Owner').selectOption({ label: 'Olga Owner' });
    await page.getByRole('button', { name: 'Create initiative' }).click();
    await page.waitForURL(`**/i/${company.key}-*`);
    expect(sent).toBe(2);
    const [row] = await server.source.query<{ count: number }[]>(
      "SELECT count(*)::int AS count FROM initiative WHERE name = 'Sent twice'",
    );
    expect(row?.count).toBe(1);
    await context.close();
  });

  it('is not offered to those who may not, who are told whom to ask', async () => {
    const { page, context, go } = await visit(browser, server, company.reviewer.token);
    await go(`/p/${company.key}/new`);
    await page.getByText('Not with your roles').waitFor();
    await context.close();
  });
});
