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

describeInBrowser('reviews and the inbox', () => {
  let server: TestServer;
  let company: Company;
  let browser: Browser;
  let keys: { danger: string; later: string; ready: string };

  const keyOf = async (id: string): Promise<string> =>
    (await company.manager.ask('query ($id: ID!) { initiative(id: $id) { key } }', { id })).initiative.key;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    const danger = await company.create({ name: 'Letters sorted by a model' });
    await company.request(danger, { dueOn: '2026-03-06', note: 'The pilot team waits for this.' });
    const later = await company.create({ name: 'Forecast of claims' });
    await company.request(later, { dueOn: '2026-05-06' });
    const ready = await company.create({ name: 'Search over policies' });
    await company.document(ready, 'problem-statement', '2026-03-01');
    keys = { danger: await keyOf(danger), later: await keyOf(later), ready: await keyOf(ready) };
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('shows a gatekeeper what is in danger and why, and leads to the decision in two keys', async () => {
    const { page, go, troubles, context } = await visit(browser, server, company.gatekeepers[0].token);
    await go(`/p/${company.key}/reviews`);
    const danger = page.locator('section', { has: page.getByRole('heading', { name: /^In danger/ }) });
    expect(await danger.innerText()).toContain('Letters sorted by a model');
    expect(await danger.innerText()).not.toContain('Forecast of claims');
    expect(await danger.locator('ul ul li').count()).toBeGreaterThan(0);
    const scheduled = page.locator('section', { has: page.getByRole('heading', { name: /^Scheduled/ }) });
    expect(await scheduled.locator('li strong').allInnerTexts()).toEqual([
      'Letters sorted by a model',
      'Forecast of claims',
    ]);

    await page.getByRole('link', { name: 'Begin the meeting' }).click();
    await page.getByRole('heading', { name: `${keys.danger} Letters sorted by a model` }).waitFor();
    expect(await page.locator('main').innerText()).toContain('The pilot team waits for this.');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: `${keys.later} Forecast of claims` }).waitFor();
    expect(new URL(page.url()).search).toContain('view=meeting');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: `${keys.danger} Letters sorted by a model` }).waitFor();
    await page.keyboard.press('d');
    await page.waitForURL(`**/i/${keys.danger}/decide`);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('offers to request a review of what is ready, to those who may, and tells the others', async () => {
    const manager = await visit(browser, server, company.manager.token);
    await manager.go(`/p/${company.key}/reviews`);
    const link = manager.page.getByRole('link', { name: `Request review of ${keys.ready}` });
    expect(await link.getAttribute('href')).toBe(`/i/${keys.ready}/request-review`);
    await manager.context.close();

    const reviewer = await visit(browser, server, company.reviewer.token);
    await reviewer.go(`/p/${company.key}/reviews`);
    const ready = reviewer.page.locator('section', {
      has: reviewer.page.getByRole('heading', { name: /^Ready, not scheduled/ }),
    });
    expect(await ready.innerText()).toContain('Search over policies');
    expect(await ready.getByRole('link', { name: /Request review/ }).count()).toBe(0);
    await reviewer.context.close();
  });

  it('lists what waits for a gatekeeper, and Enter opens where it is settled', async () => {
    const { page, go, troubles, context } = await visit(browser, server, company.gatekeepers[1].token);
    await go('/inbox');
    await page.getByRole('link', { name: 'Vote at the gate' }).first().waitFor();
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-open') === true);
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    expect(href).toContain(`/i/${keys.danger}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('says what comes here where nothing waits', async () => {
    const { page, go, context } = await visit(browser, server, company.admin.token);
    await go('/inbox');
    await page.getByText('Nothing waits for you.').waitFor();
    await context.close();
  });

  it.each(LOOKS)('can be read by everybody: $scheme, $size', async (look) => {
    const { page, go, picture, context } = await visit(browser, server, company.gatekeepers[0].token, look);
    for (const [name, path] of [
      ['reviews', `/p/${company.key}/reviews`],
      ['meeting', `/p/${company.key}/reviews?view=meeting&at=1`],
      ['inbox', '/inbox'],
    ] as const) {
      await go(path);
      await answered(page);
      await picture(name);
      expect([name, await axeFindings(page), await clippedTexts(page)]).toEqual([name, [], []]);
    }
    await context.close();
  });
});
