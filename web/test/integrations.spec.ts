import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
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
const NOW = '2026-03-02T09:00:00Z';

describeInBrowser('integrations', () => {
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

  it('makes a connection whose address and secret work, and tells why a delivery was not read', async () => {
    const { page, go, troubles, context } = await visit(browser, server, company.admin.token);
    await go(`/p/${company.key}/integrations`);
    await page.getByRole('button', { name: 'Create a connection' }).click();
    await page.getByLabel('Tool').selectOption({ label: 'Anything else (generic hook)' });
    await page.getByLabel('Name').fill('Build server');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const secret = await page.getByLabel('Secret of the hook', { exact: true }).inputValue();
    const address = await page.getByLabel('Address of the hook', { exact: true }).inputValue();
    expect(address.startsWith(`${server.url}/hooks/generic/`)).toBe(true);
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByText('Never heard of').waitFor();

    const body = 'this is no JSON';
    const sent = await fetch(address, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Date.parse(NOW) / 1000),
        'webhook-signature': new Webhook(secret).sign('msg_1', new Date(NOW), body),
      },
    });
    expect(sent.status).toBe(200);
    await page.reload();
    await page.getByRole('link', { name: 'Build server' }).click();
    await page.getByLabel('Status of deliveries').selectOption('QUARANTINED');
    await page.getByText('msg_1').waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('QUARANTINED');
    await page.getByLabel('Status of deliveries').selectOption('APPLIED');
    await page.getByText('None of this status.').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await page.getByRole('button', { name: 'Rotate the secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true }).click();
    expect(await page.getByLabel('Secret of the hook', { exact: true }).inputValue()).not.toBe(secret);
    await page.getByRole('button', { name: 'I have copied it' }).click();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('previews and publishes rules, and tells what is wrong with one', async () => {
    const { page, go, troubles, context } = await visit(browser, server, company.admin.token);
    await go(`/p/${company.key}/integrations?tab=rules`);
    await page.getByRole('button', { name: 'Write rules' }).click();
    await page.getByLabel('Name').fill('Training');
    await page.getByLabel('Is of category').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Labels').fill('training, workshop');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('No entry of an open period would change').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('labelled training or workshop').waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('adds an endpoint, and keeps receivers from those who do not manage them', async () => {
    const { page, go, troubles, context } = await visit(browser, server, company.admin.token);
    await go(`/p/${company.key}/integrations?tab=webhooks`);
    await page.getByRole('button', { name: 'Create an endpoint' }).click();
    await page.getByLabel('Address').fill('https://example.org/hook');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    expect(await page.getByLabel('Secret of its messages', { exact: true }).inputValue()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByRole('button', { name: 'Messages' }).click();
    await page.getByText('No messages yet.').waitFor();
    expect(troubles).toEqual([]);
    await context.close();

    const manager = await visit(browser, server, company.manager.token);
    await manager.go(`/p/${company.key}/integrations?tab=webhooks`);
    await manager.page.getByText('Who can: Ada Admin.').waitFor();
    expect(await manager.page.content()).not.toContain('example.org');
    await manager.context.close();
  });

  it.each(LOOKS)('can be read by everybody, its dialogs too: $scheme, $size', async (look) => {
    const { page, go, picture, context } = await visit(browser, server, company.admin.token, look);
    const check = async (name: string): Promise<void> => {
      await answered(page);
      await picture(name);
      expect([name, await axeFindings(page), await clippedTexts(page)]).toEqual([name, [], []]);
    };
    for (const [name, tab, button] of [
      ['connections', 'connections', 'Create a connection'],
      ['webhooks', 'webhooks', 'Create an endpoint'],
    ] as const) {
      await go(`/p/${company.key}/integrations?tab=${tab}`);
      await check(name);
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
      await check(`${name}-create`);
    }
    await go(`/p/${company.key}/integrations?tab=webhooks`);
    await page.getByRole('button', { name: 'Messages' }).click();
    await page.getByText('No messages yet.').waitFor();
    await check('webhooks-messages');
    await go(`/p/${company.key}/integrations`);
    await page.getByRole('link', { name: 'Build server' }).click();
    await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
    await check('connection');
    await page.getByRole('button', { name: 'Rotate the secret' }).click();
    await page.getByRole('dialog').waitFor();
    await check('connection-rotate');
    await go(`/p/${company.key}/integrations?tab=rules`);
    await page.getByRole('button', { name: 'Change the rules' }).click();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('No entry of an open period would change').waitFor();
    await check('rules');
    await context.close();
  });
});
