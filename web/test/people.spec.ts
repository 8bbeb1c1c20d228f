import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { foundCompany, type Company } from '../../test/support/company.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Look } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';
import { answered } from './support/answered.js';

const LOOKS: readonly Look[] = [
  { scheme: 'light', size: 'desk' },
  { scheme: 'dark', size: 'desk' },
  { scheme: 'light', size: 'phone' },
  { scheme: 'dark', size: 'phone' },
];

describeInBrowser('people and tokens', () => {
  let server: TestServer;
  let company: Company;
  let browser: Browser;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('lets an admin change roles, and tells everybody else who can', async () => {
    const admin = await visit(browser, server, company.admin.token);
    await admin.go(`/p/${company.key}/people`);
    await admin.page.getByRole('button', { name: 'Change roles of Mara Manager' }).click();
    await admin.page.getByRole('checkbox', { name: 'Process designer' }).check();
    await admin.page.getByRole('button', { name: 'Save roles' }).click();
    await admin.page.getByText('Process designer, Program manager').waitFor();
    expect(admin.troubles).toEqual([]);
    await admin.context.close();

    const reviewer = await visit(browser, server, company.reviewer.token);
    await reviewer.go(`/p/${company.key}/people`);
    await reviewer.page.getByText('Only an admin of the portfolio can change roles: Ada Admin.').waitFor();
    expect(await reviewer.page.getByRole('button', { name: /Change roles/ }).count()).toBe(0);
    await reviewer.context.close();
  });

  it('lists tokens page by page', async () => {
    for (let number = 1; number <= 52; number += 1) {
      await company.manager.ask(
        'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { userErrors { message } } }',
        { input: { userId: company.manager.userId, name: `Pipeline ${String(number)}` } },
      );
    }
    const { page, go, troubles, context } = await visit(browser, server, company.manager.token);
    await go(`/p/${company.key}/people`);
    const revoke = page.getByRole('button', { name: /^Revoke / });
    expect(await revoke.count()).toBe(50);
    await page.getByRole('button', { name: 'Show more tokens' }).click();
    await page.getByText('API tokens · 53').waitFor();
    expect(await revoke.count()).toBe(53);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('makes somebody known and a member, as the instance admin', async () => {
    const { page, go, troubles, context } = await visit(browser, server, server.admin.token);
    await go(`/p/${company.key}/people`);
    await page.getByRole('button', { name: 'Add a member' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Nora New');
    await page.getByLabel('E-mail address', { exact: true }).fill('not an address');
    await page.getByLabel('E-mail address', { exact: true }).evaluate((field) => {
      field.setAttribute('type', 'text');
    });
    await page.getByRole('button', { name: 'Create and choose' }).click();
    await page.locator('.mantine-TextInput-error').waitFor();
    await page.getByLabel('E-mail address', { exact: true }).fill('nora@example.org');
    await page.getByRole('button', { name: 'Create and choose' }).click();
    await page.getByRole('dialog', { name: 'Roles of Nora New' }).waitFor();
    await page.getByRole('checkbox', { name: 'Portfolio reviewer' }).check();
    await page.getByRole('button', { name: 'Save roles' }).click();
    await page.getByRole('button', { name: 'Change roles of Nora New' }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('creates a token that works, shows it once, and revokes it', async () => {
    const { page, go, troubles, context } = await visit(browser, server, company.manager.token);
    await go(`/p/${company.key}/people`);
    await page.getByRole('button', { name: 'Create a token' }).click();
    await page.getByLabel('What it is for').fill('Nightly pipeline');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const token = await page.getByLabel('API token', { exact: true }).inputValue();
    expect((await server.as(token).ask('{ viewer { user { name } } }')).viewer.user.name).toBe('Mara Manager');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('API token', { exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByRole('button', { name: 'Revoke Nightly pipeline' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText(/^– Revoked/).waitFor();
    expect((await server.as(token).answer('{ viewer { user { name } } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await page.content()).not.toContain(token);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each(LOOKS)('can be read by everybody, its dialogs too: $scheme, $size', async (look) => {
    const { page, go, rest, picture, context } = await visit(browser, server, server.admin.token, look);
    const look2 = async (name: string): Promise<void> => {
      await answered(page);
      await picture(name);
      expect([name, await axeFindings(page), await clippedTexts(page)]).toEqual([name, [], []]);
    };
    await go(`/p/${company.key}/people`);
    await look2('people');
    for (const [button, name] of [
      ['Change roles of Mara Manager', 'people-roles'],
      ['Add a member', 'people-add'],
      ['Create a token', 'people-token'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
      await rest();
      await look2(name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await context.close();
  });
});
