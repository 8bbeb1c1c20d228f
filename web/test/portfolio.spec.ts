import type { Browser } from 'playwright-core';
import { startSampleServer } from '../../test/support/sample-server.js';
import type { Json, TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Look } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';

const PATH = '/p/DEMO?from=2026-01-01&to=2026-03-31';
const QUARTER = 'from: "2026-01-01", to: "2026-03-31"';
const YEAR = 'from: "2025-04-01", to: "2026-03-31"';
const CARDS = [
  'effort',
  'trend',
  'findings',
  'funnel',
  'aging',
  'value',
  'mix',
  'debt',
  'forecast',
  'decisions',
  'health',
];

describeInBrowser('the portfolio on one page', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startSampleServer();
    browser = await launch();
  }, 400_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const opened = async (path = PATH, look: Look = {}) => {
    const seen = await visit(browser, server, server.admin.token, look);
    await seen.go(path);
    await seen.page.locator('#health').waitFor();
    await seen.page.locator('#findings').waitFor();
    return seen;
  };

  it('says what the API says, in the titles and to the digit in the tables', async () => {
    const { portfolio } = await server.admin.ask(`{ portfolio(key: "DEMO") {
      effortSplit(${QUARTER}) { headline shares { category { name } percent personDays deviationPoints } uncategorizedPersonDays
        investmentMix { headline shares { percent personDays } } }
      effortTrend(from: "2024-04-01", to: "2026-03-31") { headline periods { label personDays shares { percent } } }
      funnel(${YEAR}) { stages { stage { name } entered advanced remaining stopped conversionPercent medianDays } }
      aging { stage { name } count p50 p85 levels { count } }
      valueBalance(${QUARTER}) { initiatives personDays percent }
      forecast(exits: 6) { explanation p50Months p85Months p95Months }
      governanceDebt { rows { count ages { count } } }
      decisionStatistics(${QUARTER}) { gates { gate { name } decisions rubberStamp } }
      attention { totalCount }
    } }`);
    const { page, context, troubles, picture } = await opened();
    const titleOf = (id: string) => page.locator(`#${id} h2`).innerText();
    expect(await titleOf('effort')).toBe(portfolio.effortSplit.headline);
    expect(await titleOf('trend')).toBe(portfolio.effortTrend.headline);
    expect(await titleOf('mix')).toBe(portfolio.effortSplit.investmentMix.headline);
    expect(await titleOf('forecast')).toBe(portfolio.forecast.explanation);
    expect(await titleOf('findings')).toBe(`${String(portfolio.attention.totalCount)} findings need attention`);
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => (details.open = true));
    });
    const rowsOf = (id: string): Promise<string[]> =>
      page
        .locator(`#${id} tbody tr`)
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map(({ textContent }) => textContent.trim()).join('|')),
        );
    const effort = await rowsOf('effort');
    portfolio.effortSplit.shares.forEach((share: Json, index: number) => {
      expect(effort[index]).toContain(`${share.category.name}|${share.personDays} d|${share.percent} %`);
    });
    expect(effort[3]).toContain(`Uncategorised|${portfolio.effortSplit.uncategorizedPersonDays} d|6.2 % of all`);
    const trend = await rowsOf('trend');
    const last = portfolio.effortTrend.periods.at(-1);
    expect(trend.at(-1)).toContain(
      [last.label, ...last.shares.map(({ percent }: Json) => `${percent as string} %`)].join('|'),
    );
    expect(await rowsOf('funnel')).toEqual(
      portfolio.funnel.stages.map(({ stage, entered, advanced, remaining, stopped, ...rest }: Json) =>
        [
          stage.name,
          entered,
          advanced,
          remaining,
          stopped,
          rest.conversionPercent === null ? '–' : `${rest.conversionPercent as string} %`,
          rest.medianDays === null ? '–' : `${rest.medianDays as string} d`,
        ].join('|'),
      ),
    );
    const aging = await rowsOf('aging');
    portfolio.aging.forEach(({ stage, count, levels }: Json, index: number) => {
      expect(aging[index]).toContain([stage.name, count, ...levels.map((level: Json) => level.count)].join('|'));
    });
    expect(await page.locator('#aging svg a').count()).toBe(
      portfolio.aging.reduce((sum: number, { count }: Json) => sum + (count as number), 0),
    );
    const value = await rowsOf('value');
    portfolio.valueBalance.forEach(({ initiatives, personDays, percent }: Json, index: number) => {
      expect(value[index]).toContain(`|${String(initiatives)}|${personDays as string} d|${percent as string} %`);
    });
    const debt = await rowsOf('debt');
    portfolio.governanceDebt.rows.forEach(({ ages, count }: Json, index: number) => {
      expect(debt[index]).toContain([...ages.map((age: Json) => age.count), count].join('|'));
    });
    const decisions = await rowsOf('decisions');
    portfolio.decisionStatistics.gates.forEach(({ gate, decisions: made, rubberStamp }: Json, index: number) => {
      expect(decisions[index]).toContain(gate.name);
      expect(decisions[index]).toContain(`|${String(made)}|`);
      expect(decisions[index]?.includes('Rubber stamp')).toBe(rubberStamp);
    });
    for (const address of await page
      .locator('a[download]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      const answer = await context.request.get(address);
      expect({ address, status: answer.status() }).toEqual({ address, status: 200 });
    }
    expect(await clippedTexts(page)).toEqual([]);
    await picture('portfolio-tables');
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('keeps the period and the instant in the address', async () => {
    const { page, context } = await opened('/p/DEMO');
    await page.getByText('Last quarter').click();
    await page.waitForURL(/from=2025-10-01&to=2025-12-31/);
    await page.locator('#effort', { hasText: '1 Oct to 31 Dec 2025' }).waitFor();
    await page.reload();
    await page.locator('#effort', { hasText: '1 Oct to 31 Dec 2025' }).waitFor();
    const asOf = page.getByLabel('As known at the end of');
    await asOf.fill('2025-12-31');
    await asOf.press('Enter');
    await page.waitForURL(/asOf=2025-12-31/);
    const { portfolio } = await server.admin.ask(`{ portfolio(key: "DEMO") {
      effortSplit(from: "2025-10-01", to: "2025-12-31", asOf: "2025-12-31T22:59:59.999Z") { headline } } }`);
    await page.locator('#effort h2', { hasText: portfolio.effortSplit.headline }).waitFor();
    expect(await page.locator('#aging svg').count()).toBe(0);
    await context.close();
  });

  it('leads from a number to the entries behind it, and from a mark to its initiative', async () => {
    const { page, context, troubles } = await opened();
    const { portfolio } = await server.admin.ask(`{ portfolio(key: "DEMO") {
      effortEntries(${QUARTER}, categoryKey: "ALGORITHMS", first: 50) { nodes { initiative { key } } pageInfo { hasNextPage } } } }`);
    await page.getByRole('list', { name: 'Entries behind the shares' }).getByRole('link').nth(2).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('tbody tr').first().waitFor();
    expect(page.url()).toContain('entries=category%3AALGORITHMS');
    expect(await dialog.locator('tbody tr').count()).toBe(portfolio.effortEntries.nodes.length);
    expect(await axeFindings(page)).toEqual([]);
    if (portfolio.effortEntries.pageInfo.hasNextPage) {
      await dialog.getByRole('button', { name: 'Next 50' }).click();
      await page.waitForURL(/after=/);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('entries');
    const mark = page.locator('#aging svg a').first();
    const key = ((await mark.getAttribute('aria-label')) ?? '').split(' ')[0] ?? '';
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/i/${key}$`));
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('narrows findings, and mutes one with a reason until a day', async () => {
    const { page, context } = await opened();
    const card = page.locator('#findings');
    await card.getByLabel('Level').selectOption('CRITICAL');
    await page.waitForURL(/level=CRITICAL/);
    const { portfolio } = await server.admin.ask(
      '{ portfolio(key: "DEMO") { attention(levels: [CRITICAL]) { totalCount } } }',
    );
    const all = portfolio.attention.totalCount as number;
    await card.locator('h2', { hasText: `${String(all)} findings need attention` }).waitFor();
    await card.getByRole('link', { name: /^Mute/ }).first().click();
    const dialog = page.getByRole('dialog');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('Reason').fill('Is replaced in April');
    await dialog.getByLabel('Until and with').fill('2020-01-01');
    await dialog.evaluate((element) => element.querySelector('form')?.setAttribute('novalidate', ''));
    await dialog.getByRole('button', { name: 'Mute' }).click();
    await dialog.locator('[id$="-error"]').waitFor();
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Is replaced in April');
    await dialog.getByLabel('Until and with').fill('2026-04-10');
    await dialog.getByRole('button', { name: 'Mute' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL((url) => !url.searchParams.has('mute'));
    await card.locator('h2', { hasText: `${String(all - 1)} finding` }).waitFor();
    await card.getByRole('switch', { name: 'Muted ones too' }).click();
    await card.getByText('Is replaced in April').waitFor();
    await card.getByRole('button', { name: /^Unmute/ }).click();
    await card.getByText('Is replaced in April').waitFor({ state: 'detached' });
    await context.close();
  });

  it('prints all cards, none of them cut off', async () => {
    const { page, context, picture } = await opened();
    await page.setViewportSize({ width: 1032, height: 703 });
    await page.emulateMedia({ media: 'print' });
    for (const id of CARDS) {
      expect({ id, isShown: await page.locator(`#${id}`).isVisible() }).toEqual({ id, isShown: true });
    }
    expect(await clippedTexts(page)).toEqual([]);
    await picture('portfolio-print');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(9);
    await context.close();
  });

  it.each([
    { scheme: 'light', size: 'desk' },
    { scheme: 'dark', size: 'desk' },
    { scheme: 'light', size: 'phone' },
    { scheme: 'dark', size: 'phone' },
  ] as const)('can be read by everybody: $scheme, $size', async (look) => {
    const { page, context, troubles, picture, go } = await opened(PATH, look);
    await picture('portfolio');
    expect(await clippedTexts(page)).toEqual([]);
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => (details.open = true));
    });
    expect(await axeFindings(page)).toEqual([]);
    for (const [name, search] of [
      ['as-of', '&asOf=2026-01-31'],
      ['entries', '&entries=category%3AALGORITHMS'],
    ] as const) {
      await go(`${PATH}${search}`);
      await page
        .locator(name === 'entries' ? '[role="dialog"] tbody tr' : '#health')
        .first()
        .waitFor();
      await picture(`portfolio-${name}`);
      expect([name, await axeFindings(page), await clippedTexts(page)]).toEqual([name, [], []]);
    }
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('counts instead of giving percentages where there are fewer than ten', async () => {
    await server.admin.ask(
      'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { code } } }',
      { input: { key: 'SMALL', name: 'A small one', timeZone: 'Europe/Berlin' } },
    );
    const { page, context, troubles } = await opened('/p/SMALL?from=2026-01-01&to=2026-03-31');
    for (const title of await page.locator('h2').allInnerTexts()) {
      expect(title).not.toContain('%');
    }
    expect(await page.locator('#mix').count()).toBe(0);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
