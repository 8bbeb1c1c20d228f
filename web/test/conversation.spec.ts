import type { Browser } from 'playwright-core';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Visit } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';
import { openGateRoom } from './support/gate-room.js';

const POST = `mutation ($input: CommentPostInput!) { commentPost(input: $input) { comment { id } userErrors { message } } }`;
const MENTIONED = `query ($id: ID!) { initiative(id: $id) { comments { nodes { text mentions { name } } } } }`;

describeInBrowser('what people say of an initiative', () => {
  let server: TestServer;
  let browser: Browser;
  let room: Awaited<ReturnType<typeof openGateRoom>>;
  let at: Visit;

  beforeAll(async () => {
    server = await startTestServer();
    room = await openGateRoom(server);
    browser = await launch();
  });
  afterEach(async () => {
    expect(at.troubles).toEqual([]);
    await at.context.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('calls on somebody by keys alone: @ offers, arrows choose, Enter takes, Escape lets the text be', async () => {
    const { id, key } = await room.begin('Called on');
    at = await visit(browser, server, room.manager.token);
    const { page } = at;
    await at.go(`/i/${key}?tab=comments`);
    const field = page.getByLabel('Comment', { exact: true });
    await field.focus();
    await page.keyboard.type('Ask @');
    const offered = page.getByRole('listbox', { name: 'Members to call on' }).getByRole('option');
    const chosen = offered.and(page.locator('[aria-selected="true"]'));
    await offered.nth(2).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await chosen.innerText()).toContain('Bea Both');
    await page.keyboard.press('ArrowDown');
    expect(await chosen.innerText()).toContain('Gus Gatekeeper');
    await page.keyboard.press('Enter');
    await offered.first().waitFor({ state: 'detached' });
    expect(await field.inputValue()).toMatch(/^Ask @person-\d+@example\.org $/);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('or @');
    await offered.first().waitFor();
    await page.keyboard.press('Escape');
    await offered.first().waitFor({ state: 'detached' });
    expect(await field.inputValue()).toMatch(/or @$/);
    for (let letter = 0; letter < 'or @'.length; letter += 1) {
      await page.keyboard.press('Backspace');
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Ask @' }).waitFor();
    const { initiative } = await room.manager.ask(MENTIONED, { id });
    expect(initiative.comments.nodes).toMatchObject([{ mentions: [{ name: 'Gus Gatekeeper' }] }]);
  });

  it('comes page by page, comments and what happened', async () => {
    const { id, key } = await room.begin('Much said');
    for (const by of [room.manager, room.gatekeeper]) {
      for (let number = 1; number <= 26; number += 1) {
        const { commentPost } = await by.ask(POST, { input: { initiativeId: id, text: `Word ${String(number)}` } });
        expect(commentPost.userErrors).toEqual([]);
      }
    }
    at = await visit(browser, server, room.reviewer.token);
    const { page } = at;
    await at.go(`/i/${key}?tab=comments`);
    const words = page.getByText(/^Word \d+$/);
    await words.first().waitFor();
    expect(await words.count()).toBe(30);
    await page.getByRole('button', { name: 'Show more comments' }).click();
    await words.nth(51).waitFor();
    expect(await page.getByRole('button', { name: 'Show more comments' }).count()).toBe(0);
    await at.go(`/i/${key}?tab=activity`);
    const events = page.getByRole('region', { name: 'Activity' }).getByRole('listitem');
    await events.first().waitFor();
    expect(await events.count()).toBe(50);
    await page.getByRole('button', { name: 'Show more events' }).click();
    await events.nth(52).waitFor();
    expect(await events.count()).toBe(53);
  });
});
