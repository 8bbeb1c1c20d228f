import type { Browser, Locator, Page } from 'playwright-core';
import { startSampleServer } from '../../test/support/sample-server.js';
import type { Client, TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Visit } from './support/board.js';

const BOARD = '/p/DEMO/board';

const counted = (page: Page): Promise<string> => page.locator('main [role="status"]').first().innerText();

const keyOf = (card: Locator): Promise<string | undefined> =>
  card.evaluate((element) => element.closest<HTMLElement>('[data-card]')?.dataset['card']);

const keyInFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card']);

describeInBrowser('The board', () => {
  let browser: Browser;
  let server: TestServer;
  let manager: Client;
  let reader: Client;
  let at: Visit;

  const open = async (who: Client, path: string): Promise<Page> => {
    at = await visit(browser, server, who.token);
    await at.go(path);
    await at.page.locator('[data-card]').first().waitFor();
    return at.page;
  };

  beforeAll(async () => {
    browser = await launch();
    server = await startSampleServer();
    manager = await server.member('Mia Manager', 'DEMO', ['PROGRAM_MANAGER']);
    reader = await server.member('Rea Reader', 'DEMO', ['REVIEWER']);
  }, 300_000);

  afterEach(async () => {
    expect(at.troubles).toEqual([]);
    await at.context.close();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('keeps filters in the address, over a reload, and clears them', async () => {
    const page = await open(manager, BOARD);
    const all = await counted(page);
    await page.getByLabel('Health').selectOption('OFF_TRACK');
    await page.getByLabel('Find').fill('a');
    await page.waitForURL(/health=OFF_TRACK.*q=a|q=a.*health=OFF_TRACK/);
    const some = await counted(page);
    expect(some).not.toBe(all);
    await page.reload();
    await page.locator('[data-card]').first().waitFor();
    expect(await counted(page)).toBe(some);
    await page.getByLabel('Find').fill('nothing is called so');
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await page.locator('[data-card]').first().waitFor();
    expect(await counted(page)).toBe(all);
    expect(new URL(page.url()).search).toBe('');
  });

  it('goes to a decision by keys alone', async () => {
    const page = await open(manager, BOARD);
    await page.keyboard.press('j');
    await page.keyboard.press('l');
    await page.keyboard.press('j');
    const key = await keyInFocus(page);
    expect(key).toMatch(/^DEMO-\d+$/);
    await page.keyboard.press('d');
    await page.waitForURL(`**/i/${String(key)}/decide`);
  });

  it('goes to a decision even while what was typed is not in the address yet', async () => {
    const page = await open(manager, BOARD);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(/assets\/decide-/, async (route) => {
      await released;
      await route.continue();
    });
    await page.clock.install();
    const card = page.locator('[data-card] [data-name]').first();
    await page.getByLabel('Find').fill((await keyOf(card)) ?? '');
    await card.focus();
    await page.keyboard.press('d');
    await page.waitForURL(/\/decide/);
    await page.clock.runFor(1000);
    expect(new URL(page.url()).pathname).toMatch(/\/decide$/);
    release();
    await page.getByRole('dialog').waitFor();
  });

  it('peeks with Space at what is missing, and gives the focus back', async () => {
    const page = await open(manager, `${BOARD}?ready=false`);
    await page.keyboard.press('j');
    const key = await keyInFocus(page);
    await page.keyboard.press(' ');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Missing for Go' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.locator(`[data-card="${String(key)}"]:focus-within`).waitFor();
  });

  it('says in the menu why something may not be done, and gives the focus back', async () => {
    const page = await open(reader, BOARD);
    const dots = page.getByRole('button', { name: /^What can be done with DEMO-/ }).first();
    await dots.click();
    const decide = page.getByRole('menuitem', { name: /Record decision/ });
    await page.getByText('Asking what you may do').first().waitFor({ state: 'hidden' });
    expect(await decide.getAttribute('aria-disabled')).toBe('true');
    expect((await decide.innerText()).length).toBeGreaterThan('Record decision…'.length + 10);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    expect(await dots.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('opens the dialog where a card is dropped on the next stage, says why not elsewhere, and changes nothing', async () => {
    const page = await open(manager, BOARD);
    const card = page.locator('[data-lane="discovery"] [data-card]').first();
    const key = String(await card.getAttribute('data-card'));
    const standing = async () => {
      const { initiativeByKey } = await manager.ask(
        'query ($key: String!) { initiativeByKey(key: $key) { version stage { key } } }',
        { key },
      );
      return initiativeByKey as unknown;
    };
    const before = await standing();
    await card.dragTo(page.locator('[data-lane="pilot"]'));
    await page.getByText(`${key} stays where it is`).waitFor();
    expect(page.url()).toContain(BOARD);
    await card.dragTo(page.locator('[data-lane="poc"]'));
    await page.waitForURL(`**/i/${key}/decide?outcome=GO`);
    expect(await standing()).toEqual(before);
  });

  it('orders the table in the address, selects by x, and asks for many reviews one by one with each refusal told', async () => {
    const page = await open(manager, `${BOARD}?view=table`);
    await page.getByRole('button', { name: 'Days in stage' }).click();
    await page.waitForURL(/sort=days/);
    const days = await page.locator('tbody td:nth-child(8)').allInnerTexts();
    expect(days.map(Number)).toEqual(days.map(Number).sort((one, other) => one - other));
    await page.keyboard.press('Escape');
    await page.locator('tbody [data-name]').first().focus();
    for (let selected = 0; selected < 3; selected += 1) {
      await page.keyboard.press('x');
      await page.keyboard.press('j');
    }
    await page.getByText('3 selected').waitFor();
    await page.getByRole('button', { name: 'Request review…' }).click();
    await page.getByRole('button', { name: 'Request 3 reviews' }).click();
    await page.getByText(/reviews? requested, \d refused/).waitFor();
  });

  it('exports the very list that is shown', async () => {
    const page = await open(manager, `${BOARD}?stage=poc&class=CORE`);
    const shown = await page.locator('[data-card]').count();
    const address = await page.getByRole('link', { name: 'Export CSV' }).getAttribute('href');
    const answer = await at.context.request.get(String(address));
    expect(answer.status()).toBe(200);
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(shown + 1);
  });

  it('saves a view under a name in this browser', async () => {
    const page = await open(manager, `${BOARD}?aging=AGING,STUCK,ZOMBIE`);
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByLabel('Save this view as').fill('What is slow');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'What is slow', exact: true }).waitFor();
    await at.go(BOARD);
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('button', { name: 'What is slow', exact: true }).click();
    await page.waitForURL(/aging=AGING/);
  });
});
