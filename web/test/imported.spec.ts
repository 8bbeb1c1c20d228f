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
const SCREENS = [
  ['imported-portfolio', '/p/FED'],
  ['imported-reviews', '/p/FED/reviews'],
  ['imported-people', '/p/FED/people'],
  ['imported-integrations', '/p/FED/integrations'],
] as const;

const title = 'two thousand real initiatives';

describeInBrowser(INVENTORY === null ? `${title} (skipped: the inventory is not there)` : title, () => {
  let server: TestServer;
  let browser: Browser;

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
      const found: unknown[] = [];
      for (const [name, path] of SCREENS) {
        await go(path);
        await answered(page);
        await picture(name);
        found.push(...(await axeFindings(page)), ...(await clippedTexts(page)));
      }
      expect([found, troubles]).toEqual([[], []]);
      await context.close();
    },
    600_000,
  );
});
