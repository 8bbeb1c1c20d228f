import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { foundCompany, type Company } from '../../test/support/company.js';
import { startTestServer, type Client, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Look } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';
import { answered } from './support/answered.js';

const LOOKS: readonly Look[] = [
  { scheme: 'light', size: 'desk' },
  { scheme: 'dark', size: 'desk' },
  { scheme: 'light', size: 'phone' },
  { scheme: 'dark', size: 'phone' },
];

describeInBrowser('templates', () => {
  let server: TestServer;
  let company: Company;
  let designer: Client;
  let browser: Browser;
  let key: string;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    designer = await server.member('Dora Designer', company.key, ['PROCESS_DESIGNER']);
    const { portfolio } = await designer.ask('query ($key: String!) { portfolio(key: $key) { template { key } } }', {
      key: company.key,
    });
    key = portfolio.template.key as string;
    await company.create();
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('shows what each gate asks for, in words, and who may change it', async () => {
    const { page, go, troubles, context } = await visit(browser, server, company.reviewer.token);
    await go('/templates');
    await page.locator(`a[href="/templates/${key}"]`).click();
    await page.getByText('Templates are published by an instance admin').waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('at least 5 participants');
    expect(text).toContain('at least 30 %, over the last 90 days');
    expect(await page.getByRole('link', { name: 'Edit the next version' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('keeps a draft, tells what is wrong and what it would do before it is published, and publishes the next version', async () => {
    const { page, go, rest, troubles, context } = await visit(browser, server, designer.token);
    await go(`/templates/${key}/edit`);
    const first = page.getByLabel('Name of the stage').first();
    const name = await first.inputValue();
    await first.fill('');
    await page.reload();
    await rest();
    expect(await first.inputValue()).toBe('');
    const publish = page.getByRole('button', { name: 'Publish', exact: true });
    await page.getByText('One thing is to be mended. Each').waitFor();
    expect(await first.getAttribute('aria-invalid')).toBe('true');
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    await first.fill(name);
    await page.getByText(`Version 2 would reach 1 initiative of ${company.key}.`).waitFor();
    expect(await publish.getAttribute('aria-disabled')).toBe(null);
    await page
      .getByRole('button', { name: /^Add a criterion to/ })
      .first()
      .click();
    // A new criterion is open; those that were there are closed.
    const fresh = page.locator('details[open]').first();
    await fresh.getByLabel('Name of the criterion').fill('Data protection');
    await fresh.getByLabel('Key of the criterion').fill('data-protection-note');
    await fresh.getByLabel('Guidance').fill('Say which personal data is used.');
    const told = page.getByText(
      'To move would open new criteria for 1, 0 would not be ready any more, and 0 cannot move.',
    );
    await told.click();
    await page
      .getByText(/Data protection/)
      .first()
      .waitFor();
    await publish.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.waitForURL(`**/templates/${key}`);
    await page.getByText('Version 2, published').waitFor();
    await page.getByText(`1 initiative of ${company.key} is on an older version.`).waitFor();
    expect(await page.locator('main').innerText()).toContain(
      'version 2 with 0 initiatives · version 1 with 1 initiative',
    );
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each(LOOKS)('can be read by everybody: $scheme, $size', async (look) => {
    const { page, go, picture, context } = await visit(browser, server, designer.token, look);
    for (const [name, path] of [
      ['templates', '/templates'],
      ['template', `/templates/${key}`],
      ['template-editor', `/templates/${key}/edit`],
    ] as const) {
      await go(path);
      if (name === 'template-editor') {
        await page.getByText(/^Version \d would reach/).click();
        await page.locator('ol details').first().locator('summary').click();
      }
      await answered(page);
      await picture(name);
      expect([name, await axeFindings(page), await clippedTexts(page)]).toEqual([name, [], []]);
    }
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await answered(page);
    await picture('template-publish');
    expect([await axeFindings(page), await clippedTexts(page)]).toEqual([[], []]);
    await context.close();
  });
});
