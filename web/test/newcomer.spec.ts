import type { Browser, Page } from 'playwright-core';
import { startSampleServer } from '../../test/support/sample-server.js';
import type { TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Visit } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';

/** Counts presses of the mouse from now on, whatever screens come and go. */
const countClicks = async (page: Page): Promise<() => number> => {
  let clicks = 0;
  await page.exposeFunction('pressed', () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => {
        (window as unknown as { pressed: () => void }).pressed();
      },
      true,
    );
  });
  return () => clicks;
};

/** Goes by Tab to what a test names, as somebody without a mouse does. */
const tabTo = async (page: Page, isThere: () => Promise<boolean>): Promise<void> => {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await isThere()) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('It is not among the first 60 stops of Tab.');
};

interface Seen {
  readonly key: string;
  readonly gate: {
    readonly readiness: { readonly ready: boolean };
    readonly currentReview: { readonly votes: readonly { readonly outcome: string | null }[] } | null;
  } | null;
}

const nameInFocus = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

describeInBrowser('Somebody who is new to the board', () => {
  let browser: Browser;
  let server: TestServer;
  let at: Visit;
  /** Ready, with a review in which nobody has voted for something else than Go. */
  let decidable: readonly string[];
  let withoutReview: readonly string[];

  const standing = async (key: string) => {
    const { initiativeByKey } = await server.admin.ask(
      `query ($key: String!) { initiativeByKey(key: $key) {
        stage { key } gate { currentReview { note } } decisions(first: 1) { nodes { outcome rationale decidedBy { name } } }
      } }`,
      { key },
    );
    return initiativeByKey;
  };

  beforeAll(async () => {
    browser = await launch();
    server = await startSampleServer();
    const { portfolio } = await server.admin.ask(`{ portfolio(key: "DEMO") {
      initiatives(first: 100, orderBy: KEY_ASC) {
        nodes { key gate { readiness { ready } currentReview { votes { outcome } } } }
      }
    } }`);
    const atGates = (portfolio.initiatives.nodes as Seen[]).flatMap(({ key, gate }) => (gate ? [{ key, gate }] : []));
    decidable = atGates
      .filter(
        ({ gate }) =>
          gate.readiness.ready &&
          gate.currentReview?.votes.every(({ outcome }) => outcome === 'GO' || outcome === null),
      )
      .map(({ key }) => key);
    withoutReview = atGates.filter(({ gate }) => gate.currentReview === null).map(({ key }) => key);
    expect(decidable.length).toBeGreaterThanOrEqual(2);
  }, 300_000);

  afterEach(async () => {
    expect(at.troubles).toEqual([]);
    await at.context.close();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('sees within two clicks what is stuck, and why', async () => {
    at = await visit(browser, server, null);
    const { page } = at;
    const clicks = await countClicks(page);
    await at.go('/');
    await page.getByRole('button', { name: 'Program manager, Claims' }).click();
    await page.waitForURL('**/p/DEMO/board');
    const stuck = page.locator('[data-card]').filter({ hasText: /days, (stuck|zombie)/ });
    await stuck.first().waitFor();
    // What is slow stands on top of its column, and the head of the board says how many there are.
    expect(await page.locator('main [role="status"]').first().innerText()).toMatch(/[1-9]\d* slow/);
    await stuck.first().getByTitle('What is still missing').click();
    const look = page.getByRole('dialog');
    await look
      .getByText(/Missing for Go|Ready/)
      .first()
      .waitFor();
    const missing = look.getByRole('region').or(look.locator('section')).filter({ hasText: 'Missing for Go' });
    expect((await missing.first().innerText()).length).toBeGreaterThan('Missing for Go'.length + 20);
    expect(clicks()).toBe(2);
  });

  it('requests a review in three clicks from the board', async () => {
    const [key = ''] = withoutReview;
    at = await visit(browser, server, null);
    const { page } = at;
    const clicks = await countClicks(page);
    await at.go('/');
    await page.getByRole('button', { name: 'Program manager, Claims' }).click();
    await page.locator(`[data-card="${key}"]`).waitFor();
    const atTheBoard = clicks();
    await page.locator(`[data-card="${key}"]`).getByTitle('What is still missing').click();
    await page.getByRole('dialog').getByRole('link', { name: 'Request review' }).click();
    await page.getByLabel('What to say to the gatekeepers').pressSequentially('Decide it, please.');
    await page.getByRole('dialog').getByRole('button', { name: 'Request review' }).click();
    await page.getByText('The review is requested').waitFor();
    // Into the field one comes without a click: it is in focus.
    expect(clicks() - atTheBoard).toBe(3);
    expect((await standing(key)).gate.currentReview.note).toBe('Decide it, please.');
  });

  it('takes an initiative through a gate in four clicks from the board, and a reason', async () => {
    const [key = ''] = decidable;
    const before = await standing(key);
    at = await visit(browser, server, null);
    const { page } = at;
    const clicks = await countClicks(page);
    await at.go('/');
    await page.getByRole('button', { name: 'Gatekeeper, AI board' }).click();
    await page.locator(`[data-card="${key}"]`).waitFor();
    const atTheBoard = clicks();
    await page.locator(`[data-card="${key}"] [data-name]`).click();
    await page.getByRole('link', { name: 'Record decision' }).click();
    await page.getByRole('radio', { name: 'Go', exact: true }).click();
    await page.getByLabel('Reason').pressSequentially('What was asked for is shown.');
    await page.getByRole('dialog').getByRole('button', { name: 'Record decision' }).click();
    await page.getByText('Go is recorded').waitFor();
    expect(clicks() - atTheBoard).toBeLessThanOrEqual(4);
    const after = await standing(key);
    expect(after.stage.key).not.toBe(before.stage.key);
    expect(after.decisions.nodes).toMatchObject([
      { outcome: 'GO', rationale: 'What was asked for is shown.', decidedBy: { name: 'Gatekeeper, AI board' } },
    ]);
  });

  it('takes a gate by the keyboard alone, from the page for signing in on', async () => {
    const [, key = ''] = decidable;
    const before = await standing(key);

    at = await visit(browser, server, null);
    const { page } = at;
    const clicks = await countClicks(page);
    await at.go('/');
    await page.getByRole('button', { name: 'Gatekeeper, AI board' }).waitFor();
    await tabTo(page, async () => (await nameInFocus(page)).startsWith('Gatekeeper, AI board'));
    await page.keyboard.press('Enter');
    await page.locator('[data-card]').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(key);
    await page.locator('[data-card]').nth(1).waitFor({ state: 'detached' });
    await tabTo(page, async () => (await page.locator('[data-card] [data-name]:focus').count()) === 1);
    await page.keyboard.press('d');
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'radio');
    await page.keyboard.press('Space');
    await tabTo(page, async () => (await page.locator('#decision-reason:focus').count()) === 1);
    await page.keyboard.type('Shown, and by the keyboard.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Go is recorded').waitFor();
    expect(clicks()).toBe(0);
    const after = await standing(key);
    expect(after.stage.key).not.toBe(before.stage.key);
    expect(after.decisions.nodes).toMatchObject([{ outcome: 'GO', rationale: 'Shown, and by the keyboard.' }]);
  });

  it('comes back from a provider with a sentence that says what to do, and goes on to where they wanted to', async () => {
    const [key = ''] = decidable;
    at = await visit(browser, server, null);
    const { page } = at;
    const codes = ['unknown-user', 'unverified-email', 'other-account', 'denied', 'expired', 'unavailable', 'failed'];
    const told = new Set<string>();
    for (const code of codes) {
      await at.go(`/sign-in?problem=${code}&returnTo=${encodeURIComponent(`/i/${key}?tab=activity`)}`);
      told.add(await page.getByRole('alert').innerText());
    }
    expect(told.size).toBe(codes.length);
    expect([...(await axeFindings(page)), ...(await clippedTexts(page))]).toEqual([]);
    await at.picture('sign-in-problem');
    await page.getByRole('button', { name: 'Program manager, Claims' }).click();
    await page.waitForURL(`**/i/${key}?tab=activity`);
    await page.getByRole('tab', { name: 'Activity', selected: true }).waitFor();
    // Nobody is led to another site from here.
    await at.go('/sign-in?returnTo=//example.org/');
    await page.waitForURL('**/p/DEMO/board');
  });

  it('signs in again over what they were typing when their session ends', async () => {
    const [key = ''] = decidable;
    at = await visit(browser, server, null);
    const { page } = at;
    await at.go(`/i/${key}`);
    await page.getByRole('button', { name: 'Program manager, Claims' }).click();
    await page.getByRole('tab', { name: 'Comments and updates' }).click();
    await page.getByLabel('Comment', { exact: true }).fill('Half a thought');
    // Whatever the page asks next finds out, which may be before the hand is at the button.
    await at.context.clearCookies();
    await page.getByRole('button', { name: 'Post', exact: true }).dispatchEvent('click');
    await page.getByRole('dialog', { name: 'You are signed out' }).waitFor();
    await at.picture('sign-in-again');
    await page.getByRole('dialog').getByRole('button', { name: 'Program manager, Claims' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('Half a thought');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.locator('li').getByText('Half a thought').waitFor();
    // The browser itself writes down that it was refused.
    expect(at.troubles.filter((trouble) => !trouble.includes('401 (Unauthorized)'))).toEqual([]);
    at.troubles.splice(0);
  });

  it.each([
    { scheme: 'light', size: 'desk' },
    { scheme: 'dark', size: 'phone' },
  ] as const)('has a page to sign in at that can be read, $scheme on the $size', async (look) => {
    at = await visit(browser, server, null, look);
    await at.go('/');
    await at.page.getByRole('button', { name: 'Gatekeeper, AI board' }).waitFor();
    await at.picture('sign-in');
    expect([...(await axeFindings(at.page)), ...(await clippedTexts(at.page))]).toEqual([]);
  });
});
