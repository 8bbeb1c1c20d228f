import type { Browser, Page } from 'playwright-core';
import { MoveChanges } from '../../src/modules/changes/commands/move-changes.js';
import { foundCompany, type Company } from '../../test/support/company.js';
import { untilFollowed } from '../../test/support/live.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Visit } from './support/board.js';

const CARDS = 24;
const RENAME =
  'mutation ($id: ID!, $input: InitiativeUpdateInput!) { initiativeUpdate(id: $id, input: $input) { userErrors { message } } }';

interface Place {
  readonly key: string | undefined;
  /** How far all that holds it is scrolled. */
  readonly scrolled: number;
}

/** Where whoever looks is: the card in focus, and how far down. */
const placeOf = (page: Page): Promise<Place> =>
  page.evaluate(() => {
    let scrolled = 0;
    for (let around = document.activeElement; around; around = around.parentElement) {
      scrolled += around.scrollTop;
    }
    return { key: document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card'], scrolled };
  });

describeInBrowser('an open board', () => {
  let server: TestServer;
  let company: Company;
  let browser: Browser;
  let ids: string[];
  let at: Visit;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    ids = [];
    for (let number = 1; number <= CARDS; number += 1) {
      ids.push(await company.create({ name: `Initiative ${String(number)}` }));
    }
    browser = await launch();
  });
  afterEach(async () => {
    await at.context.close();
    await untilFollowed(server.url, 0);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Somebody else changes an initiative through the API, and the server tells of it. */
  const rename = async (id: string, name: string): Promise<void> => {
    const { version } = await company.standing(id);
    const { initiativeUpdate } = await company.manager.ask(RENAME, { id, input: { name, expectedVersion: version } });
    expect(initiativeUpdate.userErrors).toEqual([]);
    await server.app.get(MoveChanges, { strict: false }).run();
  };

  it.each(['', '?view=table'])('shows what others change, and moves neither focus nor page (%s)', async (view) => {
    at = await visit(browser, server, company.gatekeepers[0].token);
    const { page } = at;
    await at.go(`/p/${company.key}/board${view}`);
    await untilFollowed(server.url, 1);
    const keys = await page
      .locator('[data-card]')
      .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['card']));
    for (let step = 0; step < CARDS - 4; step += 1) {
      await page.keyboard.press('j');
    }
    const before = await placeOf(page);
    expect(keys).toContain(before.key);
    expect(before.scrolled).toBeGreaterThan(100);
    const tag = view === '' ? 'by card' : 'by row';
    await rename(ids[1] ?? '', `Renamed ${tag}`);
    await page.getByText(`Renamed ${tag}`, { exact: true }).waitFor({ state: 'attached' });
    expect(await placeOf(page)).toEqual(before);
    const focused = (
      await company.manager.ask('query ($key: String!) { initiativeByKey(key: $key) { id } }', { key: before.key })
    ).initiativeByKey.id as string;
    await rename(focused, `Renamed in focus ${tag}`);
    await page.getByText(`Renamed in focus ${tag}`, { exact: true }).waitFor();
    expect(await placeOf(page)).toEqual(before);
    await company.create({ name: `Begun meanwhile ${tag}` });
    await server.app.get(MoveChanges, { strict: false }).run();
    await page.getByText(`Begun meanwhile ${tag}`, { exact: true }).waitFor({ state: 'attached' });
    expect(await placeOf(page)).toEqual(before);
    expect(at.troubles).toEqual([]);
  });
});
