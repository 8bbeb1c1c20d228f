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

  it('is not offered to those who may not, who are told whom to ask', async () => {
    const { page, context, go } = await visit(browser, server, company.reviewer.token);
    await go(`/p/${company.key}/new`);
    await page.getByText('Not with your roles').waitFor();
    await context.close();
  });
});
