import type { Browser } from 'playwright-core';
import { startSampleServer } from '../../test/support/sample-server.js';
import type { Client, TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Look } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';

const LOOKS: readonly Required<Look>[] = [
  { scheme: 'light', size: 'desk' },
  { scheme: 'dark', size: 'desk' },
  { scheme: 'light', size: 'phone' },
  { scheme: 'dark', size: 'phone' },
];

describeInBrowser('How the board looks', () => {
  let browser: Browser;
  let server: TestServer;
  let manager: Client;

  beforeAll(async () => {
    browser = await launch();
    server = await startSampleServer();
    manager = await server.member('Mia Manager', 'DEMO', ['PROGRAM_MANAGER']);
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each(LOOKS)(
    'has nothing against it in $scheme on the $size',
    async (look) => {
      const at = await visit(browser, server, manager.token, look);
      const { page } = at;
      const found: string[] = [];
      const check = async (name: string) => {
        await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        await at.picture(name);
        found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
        found.push(...(await clippedTexts(page)).map((text) => `${name}: ${text}`));
      };
      await at.go('/p/DEMO/board');
      await page.locator('[data-card]').first().waitFor();
      await check('board');
      await page
        .getByRole('button', { name: /^What can be done with/ })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
      await page.getByText('Asking what you may do').first().waitFor({ state: 'hidden' });
      await check('board-menu');
      await page.keyboard.press('Escape');
      await page.getByTitle('What is still missing').first().click();
      await page.getByRole('dialog').getByRole('link', { name: 'Open', exact: true }).waitFor();
      await check('board-peek');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Saved views' }).click();
      await page.getByLabel('Save this view as').waitFor();
      await check('board-views');
      await at.go('/p/DEMO/board?status=ACTIVE,ON_HOLD,KILLED,RETIRED');
      await check('board-all');
      await at.go('/p/DEMO/board?view=table');
      await check('board-table');
      await at.go('/p/DEMO/board?q=nothing-at-all');
      await check('board-nothing');
      await at.go('/p/DEMO/new');
      await page.getByRole('button', { name: 'Create initiative' }).click();
      await page.getByText('It needs a name.').waitFor();
      await check('create');
      expect(found).toEqual([]);
      expect(at.troubles).toEqual([]);
      await at.context.close();
    },
    300_000,
  );
});
