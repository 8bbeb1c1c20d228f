import { openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Instant } from '../../src/domain/basics/instant.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { ROOT, sharedPath } from '../../test/support/shared.js';
import { answered } from './support/answered.js';
import { describeInBrowser, launch, visit, type Look } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';

const INVENTORY = sharedPath('data/federal-ai-use-cases-2024.csv');
const NOW = '2026-11-29T12:00:00.000Z' as Instant;
const LOOKS: readonly Look[] = [
  { scheme: 'light', size: 'desk' },
  { scheme: 'dark', size: 'desk' },
  { scheme: 'light', size: 'phone' },
  { scheme: 'dark', size: 'phone' },
];
// Of those with a gate ahead that asks for evidence, one with the longest name; and one whose problem fills a page.
const LONG_NAME = 'Improving UAS-derived photogrammetric data';
const LONG_PROBLEM = 'Stratification Tool for Opioid Risk Mitigation';
const screensOf = (key: string, longKey: string) =>
  [
    ['portfolio', '/p/FED'],
    ['reviews', '/p/FED/reviews'],
    ['people', '/p/FED/people'],
    ['integrations', '/p/FED/integrations'],
    ['board', '/p/FED/board'],
    ['table', '/p/FED/board?view=table'],
    ['create', '/p/FED/new'],
    ['inbox', '/inbox'],
    ['template', '/templates/ai-poc-to-production'],
    ['initiative', `/i/${key}`],
    ...['kpis', 'evidence', 'effort', 'tickets', 'comments', 'activity'].map(
      (tab) => [`initiative-${tab}`, `/i/${key}?tab=${tab}`] as const,
    ),
    ['decide', `/i/${key}/decide`],
    ['evidence-form', `/i/${key}/evidence/monitoring-plan`],
    ['long-problem', `/i/${longKey}`],
  ] as const;

const title = 'two thousand real initiatives';

describeInBrowser(INVENTORY === null ? `${title} (skipped: the inventory is not there)` : title, () => {
  let server: TestServer;
  let browser: Browser;

  const keyOf = async (search: string): Promise<string> => {
    const { portfolio } = await server.admin.ask(
      'query ($search: String) { portfolio(key: "FED") { initiatives(first: 1, filter: { search: $search }) { nodes { key } } } }',
      { search },
    );
    return portfolio.initiatives.nodes[0].key as string;
  };

  beforeAll(async () => {
    if (INVENTORY === null) {
      return;
    }
    server = await startTestServer();
    server.at(NOW);
    await server.admin.ask(
      'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
      { input: { key: 'FED', name: 'Federal AI use cases 2024', timeZone: 'America/New_York' } },
    );
    const form = new FormData();
    form.set('portfolio', 'FED');
    form.set('mapping', readFileSync(join(ROOT, 'docs/examples/federal-2024.mapping.json'), 'utf8'));
    form.set('file', await openAsBlob(INVENTORY), 'inventory.csv');
    const answer = await fetch(`${server.url}/api/imports/initiatives`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${server.admin.token}` },
    });
    expect(await answer.json()).toMatchObject({ rowsRead: 2133 });
    browser = await launch();
  }, 600_000);

  afterAll(async () => {
    if (INVENTORY !== null) {
      await browser.close();
      await server.stop();
    }
  });

  (INVENTORY === null ? it.skip : it).each(LOOKS)(
    'clip nothing and hide nothing: $scheme, $size',
    async (look) => {
      const { page, go, picture, troubles, context } = await visit(browser, server, server.admin.token, look);
      page.setDefaultTimeout(120_000);
      const found: string[] = [];
      const check = async (name: string) => {
        await answered(page);
        await picture(`imported-${name}`);
        const all = [...(await axeFindings(page)), ...(await clippedTexts(page))];
        found.push(...all.map((each) => `${name}: ${each}`));
      };
      for (const [name, path] of screensOf(await keyOf(LONG_NAME), await keyOf(LONG_PROBLEM))) {
        await go(path);
        await check(name);
      }
      await page.getByRole('button', { name: 'Show all of it' }).click();
      await check('long-problem-whole');
      await go('/p/FED/reviews');
      await page.getByRole('button', { name: /^Search/ }).click();
      await page.getByLabel('Go to, or find an initiative').fill(LONG_NAME);
      await page.getByRole('button', { name: new RegExp(LONG_NAME) }).waitFor();
      await check('palette');
      expect([found, troubles]).toEqual([[], []]);
      await context.close();
    },
    600_000,
  );
});
