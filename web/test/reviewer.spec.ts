import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startSampleServer } from '../../test/support/sample-server.js';
import type { Json, TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Visit } from './support/board.js';

const WITH_A_TWIN = ['effort', 'trend', 'funnel', 'aging', 'value', 'mix', 'forecast'];

/** The lines of a table, cells parted by bars. */
const rowsOf = (page: Page, id: string): Promise<string[]> =>
  page
    .locator(`#${id} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent.trim()).join('|')));

describeInBrowser('the journey of a portfolio reviewer', () => {
  let server: TestServer;
  let browser: Browser;
  let seen: Visit;
  let portfolio: Json;

  beforeAll(async () => {
    server = await startSampleServer();
    ({ portfolio } = await server.admin.ask(`{ portfolio(key: "DEMO") {
      effortSplit(from: "2026-01-01", to: "2026-03-31") { headline shares {
        category { name targetPercent tolerancePoints } percent deviationPoints } }
      attention { totalCount }
      gateReviews(status: OPEN, first: 50) { nodes { initiative { key name } } }
    } }`));
    browser = await launch();
    seen = await visit(browser, server, null);
    seen.page.setDefaultTimeout(60_000);
  }, 400_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('plays the reviewer of the sample without an account', async () => {
    const { page, go } = seen;
    await go('/');
    await page.getByRole('button', { name: /Portfolio reviewer$/ }).click();
    await page.getByRole('link', { name: 'Portfolio', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Sample portfolio' }).waitFor();
    await page.locator('#health').waitFor();
    await page.locator('#findings h2').waitFor();
  });

  it('reads where the effort goes against 70/20/10, with target and band beside every share', async () => {
    const { page } = seen;
    await page.locator('#effort h2').filter({ hasText: portfolio.effortSplit.headline }).waitFor();
    const drawn = await page.locator('#effort svg').first().textContent();
    for (const { category, percent } of portfolio.effortSplit.shares as Json[]) {
      expect(drawn).toContain(category.name);
      expect(drawn).toContain(`target ${category.targetPercent as string} ± ${category.tolerancePoints as string}`);
      expect(drawn).toContain(`${percent as string} %`);
    }
  });

  it('finds the numbers of each chart in its table, by keyboard', async () => {
    const { page } = seen;
    for (const id of WITH_A_TWIN) {
      const twin = page.locator(`#${id} summary`, { hasText: 'Show as table' });
      await twin.focus();
      await page.keyboard.press('Enter');
      await page.locator(`#${id} details[open] table`).waitFor();
      expect((await rowsOf(page, id)).length).toBeGreaterThan(1);
    }
    const effort = await rowsOf(page, 'effort');
    (portfolio.effortSplit.shares as Json[]).forEach(({ category, percent }, index) => {
      expect(effort[index]).toContain(category.name);
      expect(effort[index]).toContain(`|${percent as string} %|${category.targetPercent as string} ±`);
    });
  });

  it('takes the same numbers along as CSV', async () => {
    const { page } = seen;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#effort').getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    for (const { percent } of portfolio.effortSplit.shares as Json[]) {
      expect(text).toContain(percent as string);
    }
  });

  it('follows a finding to its initiative, and comes back', async () => {
    const { page } = seen;
    const findings = page.locator('#findings');
    expect(await findings.locator('h2').innerText()).toBe(
      `${String(portfolio.attention.totalCount)} findings need attention`,
    );
    expect(await findings.getByRole('link', { name: /^Mute/ }).count()).toBe(0);
    const link = findings.locator('li').first().getByRole('link');
    const [key = ''] = (await link.innerText()).split(' ');
    await link.click();
    await page.waitForURL(new RegExp(`/i/${key}$`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await page.locator('#findings h2').waitFor();
  });

  it('goes through a review meeting by keyboard, reads the reasons, and decides nothing', async () => {
    const { page, troubles } = seen;
    const agenda = (portfolio.gateReviews.nodes as Json[]).map(
      ({ initiative }) => `${initiative.key as string} ${initiative.name as string}`,
    );
    expect(agenda.length).toBeGreaterThan(1);
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('heading', { level: 1, name: 'Reviews' }).waitFor();
    await page.getByRole('heading', { name: /^In danger/ }).waitFor();
    await page.getByRole('heading', { name: /^Ready, not scheduled/ }).waitFor();
    await page.getByRole('link', { name: 'Begin the meeting' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Review meeting' }).waitFor();
    const before = page.locator('article h2');
    const first = await before.innerText();
    expect(agenda).toContain(first);
    await page.keyboard.press('n');
    await page.waitForFunction((was) => document.querySelector('article h2')?.textContent !== was, first);
    expect(agenda).toContain(await before.innerText());
    await page.getByText(`2 of ${String(agenda.length)}`).waitFor();
    // Whoever may not decide is told who can, and is shown no button for it.
    expect(await page.getByRole('link', { name: /^(Decide|Vote)$/ }).count()).toBe(0);
    await page.getByText(/Who can: /).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Reviews' }).waitFor();
    expect(troubles).toEqual([]);
  });
});
