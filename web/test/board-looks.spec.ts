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

// A4 across, less its margins.
const PAPER = { width: 1032, height: 703 };

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

  it.each(LOOKS)('lets nobody in without a word in $scheme on the $size', async (look) => {
    const at = await visit(browser, server, null, look);
    await at.go('/');
    await at.page.getByRole('heading', { name: 'Tollgate' }).waitFor();
    await at.picture('sign-in');
    expect([await axeFindings(at.page), await clippedTexts(at.page), at.troubles]).toEqual([[], [], []]);
    await at.context.close();
  });

  it.each([
    ['board', '/p/DEMO/board'],
    ['table', '/p/DEMO/board?view=table'],
    ['initiative', '/i/DEMO-16'],
  ])(
    'prints the %s from a dark screen too: it can be read, and nothing is cut off by the edge of the paper',
    async (name, path) => {
      const at = await visit(browser, server, manager.token, { scheme: 'dark' });
      await at.go(path);
      await at.page.getByText('DEMO-16').first().waitFor();
      await at.page.setViewportSize(PAPER);
      await at.page.emulateMedia({ media: 'print' });
      await at.picture(`${name}-print`);
      expect([await axeFindings(at.page), await clippedTexts(at.page)]).toEqual([[], []]);
      await at.context.close();
    },
  );

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
      await at.go('/i/DEMO-9999');
      await check('not-found');
      await at.go('/p/DEMO/reviews');
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Keys' }).click();
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await check('keys');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Search/ }).click();
      await page.getByText('DEMO-48').waitFor();
      await check('palette');
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
